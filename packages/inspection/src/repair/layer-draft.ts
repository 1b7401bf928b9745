import { type Polygons, PolygonsBuilder, reprojectPolygons } from '@tuheng/geometry';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { RefusedRepair, RepairEdit, RepairKind } from './repair-log.ts';
import { repairedFeature } from './repaired-feature.ts';

/** Polygons of closed rings `x, y, …` of one feature. */
export type Shape = readonly (readonly (readonly number[])[])[];

/** One repair of one feature, which can be taken back. */
interface Step {
  readonly kind: RepairKind;
  readonly shape: Shape;
  /** Plane m². */
  readonly areaMoved: number;
}

type EditDraft = Pick<RepairEdit, 'message'> & Partial<RepairEdit>;

/**
 * The geometry of a layer under repair: the delivered coordinates, and beside them, for the features that were touched, one repair after
 * the other.
 */
export class LayerDraft {
  readonly layer: InspectedLayer;
  readonly refused: RefusedRepair[] = [];
  /** Repairs that stand, by feature, the latest last. */
  readonly #steps = new Map<number, Step[]>();
  /** In the order in which they were made. An edit without a step changes no coordinate. */
  readonly #edits: { readonly edit: RepairEdit; readonly step: Step | undefined }[] = [];
  readonly #takenBack = new Set<Step>();

  constructor(layer: InspectedLayer) {
    this.layer = layer;
  }

  /** Features of which some repair stands. */
  get touched(): ReadonlySet<number> {
    return new Set(this.#steps.keys());
  }

  /** The log of what stands. */
  get edits(): RepairEdit[] {
    return this.#edits.filter(({ step }) => !step || !this.#takenBack.has(step)).map(({ edit }) => edit);
  }

  /** Whether a repair of this kind stands. */
  has(kind: RepairKind, feature: number): boolean {
    return this.#steps.get(feature)?.some((step) => step.kind === kind) ?? false;
  }

  /** Ground that the standing repairs of a feature moved at most, plane m². */
  areaMoved(feature: number): number {
    return this.#steps.get(feature)?.reduce((sum, step) => sum + step.areaMoved, 0) ?? 0;
  }

  /** The shape of a feature as it stands now, in the coordinates of the file. */
  shape(f: number): Shape {
    return this.#steps.get(f)?.at(-1)?.shape ?? shapeOf(this.layer.delivered.polygons, f);
  }

  /** Repairs a feature; `edits` is what the log says of it. */
  repair(kind: RepairKind, feature: number, shape: Shape, edits: readonly EditDraft[]): void {
    const areaMoved = edits.reduce((sum, edit) => sum + (edit.areaMoved ?? 0), 0);
    const step: Step = { kind, shape, areaMoved };
    const steps = this.#steps.get(feature);
    if (steps) steps.push(step);
    else this.#steps.set(feature, [step]);
    for (const edit of edits) this.#log(kind, feature, edit, step);
  }

  /** Tells of an edit that was made on reading: no coordinate changes. */
  note(kind: RepairKind, feature: number, edit: EditDraft): void {
    this.#log(kind, feature, edit, undefined);
  }

  refuse(kind: RepairKind, feature: number, reason: string): void {
    this.refused.push({ ...repairedFeature(this.layer, feature), kind, reason });
  }

  /** Takes back the latest repair of a feature, or all of them; they are told as refused. */
  takeBack(feature: number, which: 'latest' | 'all', reason: string): void {
    const steps = this.#steps.get(feature) ?? [];
    const gone = steps.splice(which === 'all' ? 0 : -1);
    for (const step of gone) this.#takenBack.add(step);
    for (const kind of new Set(gone.map((step) => step.kind))) this.refuse(kind, feature, reason);
    if (steps.length === 0) this.#steps.delete(feature);
  }

  /** All features in the coordinates of the file; untouched ones are the delivered numbers, bit by bit. */
  polygons(): Polygons {
    const { delivered, count } = this.layer;
    if (this.#steps.size === 0) return delivered.polygons;
    const builder = new PolygonsBuilder();
    for (let f = 0; f < count; f++) {
      if (this.#steps.has(f)) addShape(builder, this.shape(f));
      else builder.copyFeature(delivered.polygons, f);
    }
    return builder.build();
  }

  /** All features in the plane; stray ones are empty. */
  inPlane(): Polygons {
    const { layer } = this;
    if (this.#steps.size === 0) return layer.polygons;
    const builder = new PolygonsBuilder();
    for (let f = 0; f < layer.count; f++) {
      if (this.#steps.has(f)) builder.copyFeature(this.planeShape(f), 0);
      else builder.copyFeature(layer.polygons, f);
    }
    return builder.build();
  }

  /** A feature as it stands now in the plane, as a layer of its own. */
  planeShape(f: number): Polygons {
    return this.toPlane(polygonsOfShape(this.shape(f)));
  }

  /** Polygons in the coordinates of the file, brought to the plane. */
  toPlane(polygons: Polygons): Polygons {
    return reprojectPolygons(polygons, this.layer.crs!, this.layer.plane);
  }

  #log(kind: RepairKind, feature: number, edit: EditDraft, step: Step | undefined): void {
    this.#edits.push({
      edit: { ...repairedFeature(this.layer, feature), kind, areaMoved: 0, ...edit },
      step,
    });
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
