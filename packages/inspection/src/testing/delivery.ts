import { loadKernelOverlay, PolygonsBuilder } from '@tuheng/geometry';
import {
  type Column,
  changeFields,
  crsOf,
  type DeliveredDatabase,
  type DeliveredLayer,
  type Delivery,
  defaultTolerance,
  type FieldSpec,
  type LayerPart,
  layerNames,
  layerSpec,
} from '@tuheng/standard';
import { type InspectionOutcome, type InspectionRequest, inspectDelivery } from '../inspect-delivery.ts';
import type { RuleResult } from '../inspection.ts';

/** South-west corner of the made-up place, in zone 44 (EPSG:4532). */
export const EAST = 44_500_000;
export const NORTH = 5_200_000;

/** A closed clockwise ring around a box, metres from the corner of the place. */
export function box(x: number, y: number, width: number, height = width): number[] {
  const [w, s, e, n] = [EAST + x, NORTH + y, EAST + x + width, NORTH + y + height];
  return [w, s, w, n, e, n, e, s, w, s];
}

/** A ring of points given from the corner of the place; closed, in the order given. */
export function ring(...points: readonly (readonly [number, number])[]): number[] {
  return [...points, points[0]!].flatMap(([x, y]) => [EAST + x, NORTH + y]);
}

export interface TestFeature {
  /** Polygons of rings: the first the outer one. One ring stands for a polygon without holes. */
  readonly polygons?: readonly (readonly (readonly number[])[])[];
  readonly ring?: readonly number[];
  readonly values?: Readonly<Record<string, string | number | null>>;
}

/**
 * A layer as a file would hold it: the fields of the standard for its part, values as given (BSM numbered where not), everything sound
 * unless `more` says otherwise.
 */
export function deliveredLayer(
  code: string,
  features: readonly TestFeature[],
  more: Partial<DeliveredLayer> = {},
  part: LayerPart = 'plan',
): DeliveredLayer {
  const spec = layerSpec(code)!;
  const builder = new PolygonsBuilder();
  for (const feature of features) {
    const polygons = feature.polygons ?? (feature.ring ? [[feature.ring]] : []);
    for (const rings of polygons) {
      for (const points of rings) builder.addRing(points);
      builder.endPolygon();
    }
    builder.endFeature();
  }
  const fields: readonly FieldSpec[] = part === 'change' ? changeFields : spec.fields;
  const used = fields.filter(
    ({ name }) => name === 'BSM' || features.some(({ values }) => values?.[name] !== undefined),
  );
  const columns = new Map<string, Column>(
    used.map(({ name, type }) => [name, columnOf(name, type, features)] as const),
  );
  const name = part === 'plan' ? code : layerNames(code)[part];
  return {
    code: name,
    part,
    spec,
    sourceName: name,
    declared: { kind: 'known', crs: crsOf(4532)!, vertical: null },
    geometryType: 'MultiPolygon',
    fields: used.map((field) => ({
      sourceName: field.name,
      name: field.name,
      type: field.type,
      length: field.length,
    })),
    polygons: builder.build(),
    columns,
    openRings: new Uint32Array(),
    curved: new Uint32Array(),
    foreign: new Uint32Array(),
    ...more,
  };
}

function columnOf(name: string, type: FieldSpec['type'], features: readonly TestFeature[]): Column {
  const value = (feature: TestFeature, f: number) =>
    feature.values?.[name] ?? (name === 'BSM' ? `2308980000${String(f + 1).padStart(8, '0')}` : null);
  return type === 'double' || type === 'integer'
    ? {
        kind: 'number',
        values: Float64Array.from(features, (feature, f) => Number(value(feature, f) ?? Number.NaN)),
      }
    : { kind: 'text', values: features.map((feature, f) => value(feature, f) as string | null) };
}

export function database(
  layers: readonly DeliveredLayer[],
  more: Partial<DeliveredDatabase> = {},
): DeliveredDatabase {
  const name = '230898演示县县级国土空间总体规划矢量数据.gdb';
  return { name, path: name, format: 'FileGDB', digest: '', layers, otherLayers: [], notes: [], ...more };
}

/** A delivery of one database with these layers. */
export function deliveryOf(...layers: readonly DeliveredLayer[]): Delivery {
  const only = database(layers);
  return { name: only.name, digest: '', databases: [only], tables: [] };
}

const overlay = await loadKernelOverlay(defaultTolerance.grid);

export function inspect(
  delivery: Delivery,
  more: Partial<InspectionRequest> = {},
): Promise<InspectionOutcome> {
  return inspectDelivery({ delivery, overlay, ...more });
}

/** The result of one rule, with its findings and systematic causes. */
export async function inspectBy(rule: string, delivery: Delivery, more: Partial<InspectionRequest> = {}) {
  const { inspection } = await inspect(delivery, more);
  const result: RuleResult | undefined = inspection.rules.find((candidate) => candidate.rule === rule);
  return {
    status: result!.status,
    reason: result!.reason,
    cause: result!.cause,
    findings: inspection.findings.filter((finding) => finding.rule === rule),
    systematic: inspection.systematic.filter((cause) => cause.rule === rule),
  };
}
