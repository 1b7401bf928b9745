import { ellipsoidArea, featureCount, type Polygons } from '@tuheng/geometry';
import { type Column, crsOf, type DeliveredLayer, layerSpec, surveyName } from '@tuheng/standard';

const crs = crsOf(4532)!;
const COUNTY = '230899';
const classes = ['0101', '0103', '0301', '0404', '0702', '1006', '1101'];

/**
 * Generated parcels as a layer DLTB whose attributes are sound: numbered, classed and named, with their national ellipsoid areas, so that
 * what the inspection finds are the planted faults of the shapes.
 */
export function surveyLayer(polygons: Polygons): DeliveredLayer {
  const spec = layerSpec('DLTB')!;
  const n = featureCount(polygons);
  const each = (value: (f: number) => string): Column => ({
    kind: 'text',
    values: Array.from({ length: n }, (_, f) => value(f)),
  });
  const area = Float64Array.from(
    { length: n },
    (_, f) => Math.round(ellipsoidArea(polygons, f, crs) * 100) / 100,
  );
  const code = (f: number): string => classes[f % classes.length]!;
  const same = (value: string): Column => ({ kind: 'text', values: new Array<string>(n).fill(value) });
  const columns = new Map<string, Column>([
    ['BSM', each((f) => `${COUNTY}0000${String(f + 1).padStart(8, '0')}`)],
    ['TBBH', each((f) => String(f + 1).padStart(8, '0'))],
    ['DLBM', each(code)],
    ['DLMC', each((f) => surveyName(code(f))!)],
    ['QSXZ', same('30')],
    ['ZLDWDM', same(`${COUNTY}1012010000000`)],
    ['ZLDWMC', same('示范村')],
    ['TBMJ', { kind: 'number', values: area }],
    ['KCXS', { kind: 'number', values: new Float64Array(n) }],
    ['KCMJ', { kind: 'number', values: new Float64Array(n) }],
    ['TBDLMJ', { kind: 'number', values: area }],
    ['SJNF', { kind: 'number', values: new Float64Array(n).fill(2024) }],
  ]);
  const fields = spec.fields.filter(({ name }) => columns.has(name));
  return {
    code: 'DLTB',
    part: 'plan',
    spec,
    sourceName: 'DLTB',
    declared: { kind: 'known', crs, vertical: null },
    geometryType: 'MultiPolygon',
    fields: fields.map(({ name, type, length }) => ({ sourceName: name, name, type, length })),
    polygons,
    columns,
    openRings: new Uint32Array(),
    curved: new Uint32Array(),
    foreign: new Uint32Array(),
  };
}
