import { ellipsoidArea, type Polygons, PolygonsBuilder } from '@tuheng/geometry';
import {
  type Column,
  type Crs,
  type FieldSpec,
  type Layer,
  type LayerSpec,
  layerSpec,
} from '@tuheng/standard';

export interface DraftFeature {
  /** Polygons of closed rings `x, y, …`, the outer one first and counter-clockwise. */
  polygons: number[][][];
  readonly values: Map<string, string | number | null>;
}

/** A layer while faults are put into it: features that can be changed, added and taken out. */
export class DraftLayer {
  /** Name in the database: GHFQ, WHCGHFQ. */
  name: string;
  readonly spec: LayerSpec;
  crs: Crs;
  fields: FieldSpec[];
  features: DraftFeature[];

  /** @param fields those to be written, in order */
  constructor(layer: Layer, spec: LayerSpec, fields: readonly FieldSpec[]) {
    this.name = layer.code;
    this.spec = spec;
    this.crs = layer.crs;
    this.fields = fields.filter(({ name }) => layer.columns.has(name));
    this.features = Array.from({ length: layer.polygons.featureStart.length - 1 }, (_, f) => ({
      polygons: ringsOf(layer.polygons, f),
      values: new Map(this.fields.map(({ name }) => [name, fieldValue(layer.columns.get(name)!, f)])),
    }));
  }

  static ofPlan(layer: Layer): DraftLayer {
    const spec = layerSpec(layer.code)!;
    return new DraftLayer(layer, spec, spec.fields);
  }

  /** Row for people, from 1. */
  rowOf(feature: DraftFeature): number {
    return this.features.indexOf(feature) + 1;
  }

  /** Writes the area fields of a feature anew: the national ellipsoid area, and what is left after the share KCXS. */
  remeasure(feature: DraftFeature): void {
    const gross = cents(ellipsoidArea(polygonsOf([feature]), 0, this.crs));
    const deducted = cents(gross * Number(feature.values.get('KCXS') ?? 0));
    const put = (name: string, value: number): void => {
      if (feature.values.has(name)) feature.values.set(name, value);
    };
    for (const field of this.spec.areaFields) {
      put(field, this.spec.netAreaFields.includes(field) ? cents(gross - deducted) : gross);
    }
    if (this.spec.netAreaFields.length > 0) put('KCMJ', deducted);
  }

  /** Adds a feature with the attributes of another, its own BSM and its own areas. */
  add(model: DraftFeature, polygons: number[][][], bsm: string): DraftFeature {
    const feature = { polygons, values: new Map(model.values).set('BSM', bsm) };
    this.remeasure(feature);
    this.features.push(feature);
    return feature;
  }

  /** The layer as it will be written. */
  build(): Layer & { readonly fields: readonly FieldSpec[] } {
    const columns = new Map<string, Column>();
    for (const { name, type } of this.fields) {
      const values = this.features.map((feature) => feature.values.get(name) ?? null);
      columns.set(
        name,
        type === 'double' || type === 'integer'
          ? { kind: 'number', values: Float64Array.from(values, (value) => Number(value ?? Number.NaN)) }
          : { kind: 'text', values: values.map((value) => (value === null ? null : String(value))) },
      );
    }
    return {
      code: this.name,
      sourceName: this.name,
      crs: this.crs,
      polygons: polygonsOf(this.features),
      columns,
      fields: this.fields,
    };
  }
}

function cents(value: number): number {
  return Math.round(value * 100) / 100;
}

function fieldValue(column: Column, f: number): string | number | null {
  if (column.kind === 'text') return column.raw?.[f] ?? column.values[f] ?? null;
  const value = column.values[f]!;
  return Number.isNaN(value) ? null : value;
}

function ringsOf(p: Polygons, f: number): number[][][] {
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

export function polygonsOf(features: readonly DraftFeature[]): Polygons {
  const builder = new PolygonsBuilder();
  for (const { polygons } of features) {
    for (const rings of polygons) {
      for (const ring of rings) builder.addRing(ring);
      builder.endPolygon();
    }
    builder.endFeature();
  }
  return builder.build();
}
