import { type Polygons, PolygonsBuilder, planeArea, reprojectPolygons } from '@tuheng/geometry';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { RefusedRepair, RepairEdit, RepairKind } from './repair-log.ts';

/** Polygons of closed rings `x, y, …` of one feature. */
export type Shape = readonly (readonly (readonly number[])[])[];

/** The geometry of a layer under repair: the delivered coordinates, and beside them the shapes of the features that were touched. */
export class LayerDraft {
  readonly layer: InspectedLayer;
  readonly edits: RepairEdit[] = [];
  readonly refused: RefusedRepair[] = [];
  readonly #shapes = new Map<number, Shape>();

  constructor(layer: InspectedLayer) {
    this.layer = layer;
  }

  get touched(): ReadonlySet<number> {
    return new Set(this.#shapes.keys());
  }

  /** The shape of a feature as it stands now, in the coordinates of the file. */
  shape(f: number): Shape {
    return this.#shapes.get(f) ?? shapeOf(this.layer.delivered.polygons, f);
  }

  setShape(f: number, shape: Shape): void {
    this.#shapes.set(f, shape);
  }

  edit(kind: RepairKind, feature: number, edit: Pick<RepairEdit, 'message'> & Partial<RepairEdit>): void {
    this.edits.push({ ...this.#name(feature), kind, areaMoved: 0, ...edit });
  }

  refuse(kind: RepairKind, feature: number, reason: string): void {
    this.refused.push({ ...this.#name(feature), kind, reason });
  }

  /** Gives a feature its delivered shape back; its edits of geometry are told as refused. */
  takeBack(f: number, reason: string): void {
    this.#shapes.delete(f);
    const row = this.layer.row(f);
    const own = this.edits.filter((edit) => edit.row === row && edit.attribute === undefined);
    for (const kind of new Set(own.map((edit) => edit.kind))) this.refuse(kind, f, reason);
    this.edits.splice(0, this.edits.length, ...this.edits.filter((edit) => !own.includes(edit)));
  }

  /** All features in the coordinates of the file; untouched ones are the delivered numbers, bit by bit. */
  polygons(): Polygons {
    const { delivered, count } = this.layer;
    if (this.#shapes.size === 0) return delivered.polygons;
    const builder = new PolygonsBuilder();
    for (let f = 0; f < count; f++) {
      const shape = this.#shapes.get(f);
      if (!shape) builder.copyFeature(delivered.polygons, f);
      else addShape(builder, shape);
    }
    return builder.build();
  }

  /** All features in the plane; stray ones are empty. */
  inPlane(): Polygons {
    const { layer } = this;
    if (this.#shapes.size === 0) return layer.polygons;
    const builder = new PolygonsBuilder();
    for (let f = 0; f < layer.count; f++) {
      const shape = this.#shapes.get(f);
      if (!shape) builder.copyFeature(layer.polygons, f);
      else builder.copyFeature(this.#planeShape(shape), 0);
    }
    return builder.build();
  }

  /** Plane area of a feature as it stands now, m². */
  area(f: number): number {
    const shape = this.#shapes.get(f);
    return shape ? planeArea(this.#planeShape(shape), 0) : this.layer.planeArea(f);
  }

  #planeShape(shape: Shape): Polygons {
    const builder = new PolygonsBuilder();
    addShape(builder, shape);
    return reprojectPolygons(builder.build(), this.layer.crs!, this.layer.plane);
  }

  #name(f: number): Pick<RepairEdit, 'database' | 'layer' | 'bsm' | 'row'> {
    const { layer } = this;
    return { database: layer.database.name, layer: layer.code, bsm: layer.bsm(f), row: layer.row(f) };
  }
}

function addShape(builder: PolygonsBuilder, shape: Shape): void {
  for (const rings of shape) {
    for (const ring of rings) builder.addRing(ring);
    builder.endPolygon();
  }
  builder.endFeature();
}

export function shapeOf(p: Polygons, f: number): number[][][] {
  const polygons: number[][][] = [];
  for (let g = p.featureStart[f]!; g < p.featureStart[f + 1]!; g++) {
    const rings: number[][] = [];
    for (let r = p.polygonStart[g]!; r < p.polygonStart[g + 1]!; r++) {
      rings.push([...p.xy.subarray(2 * p.ringStart[r]!, 2 * p.ringStart[r + 1]!)]);
    }
    polygons.push(rings);
  }
  return polygons;
}

export function polygonsOfShape(shape: Shape): Polygons {
  const builder = new PolygonsBuilder();
  addShape(builder, shape);
  return builder.build();
}
