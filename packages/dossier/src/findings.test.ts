import type { Finding, Inspection } from '@tuheng/inspection';
import { describe, expect, it } from 'vitest';
import { findingLayers } from './finding-layers.ts';
import { findingSheets } from './finding-sheets.ts';

const finding = (more: Partial<Finding>): Finding => ({
  rule: 'T-01',
  severity: 'error',
  database: 'a.gdb',
  layer: 'GHFQ',
  bsm: '1',
  row: 1,
  message: '重叠',
  suggestion: '改',
  ...more,
});

const point = finding({
  rule: 'T-08',
  geometry: { type: 'Point', coordinates: [132, 47] },
  measure: { value: 0.001, unit: 'm' },
});
const area = finding({
  area: 5,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [132, 47],
        [132, 48],
        [133, 48],
        [132, 47],
      ],
    ],
  },
});
const line = finding({
  geometry: {
    type: 'MultiLineString',
    coordinates: [
      [
        [1, 2],
        [3, 4],
      ],
      [
        [5, 6],
        [7, 8],
      ],
    ],
  },
});
const placeless = finding({ rule: 'C-02', layer: 'a.gdb', bsm: null, row: null });

const inspection = (findings: readonly Finding[]): Inspection =>
  ({
    findings,
    systematic: [],
    rules: [],
    summary: { categories: [], mark: 88, maySubmit: false, obstacles: ['T-01 图层内没有重叠：1 处'] },
  }) as unknown as Inspection;

describe('findingSheets', () => {
  it('have a row for every finding, with the place of its fault', () => {
    const sheet = findingSheets(inspection([area, point, placeless])).find(({ name }) => name === '问题')!;
    expect(sheet.rows.map((row) => [row[0], row[8], row[9], row[12], row[13]])).toEqual([
      // In the triangle, half way up.
      ['T-01', 5, null, 132.25, 47.5],
      ['T-08', null, 0.001, 132, 47],
      ['C-02', null, null, null, null],
    ]);
    expect(sheet.rows.every((row) => row.length === sheet.columns.length)).toBe(true);
    // Four decimals of a degree would be ten metres.
    expect(sheet.columns.slice(12).map(({ title, kind }) => [title, kind])).toEqual([
      ['经度', 'degrees'],
      ['纬度', 'degrees'],
    ]);
  });

  it('go on on another sheet where one is full', () => {
    const many = new Array<Finding>(1_048_580).fill(placeless);
    const sheets = findingSheets(inspection(many)).filter(({ name }) => name.startsWith('问题'));
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['问题', 1_048_575],
      ['问题（2）', 5],
    ]);
  });

  it('say whether it may be submitted, and why not', () => {
    const [summary] = findingSheets(inspection([]));
    expect(summary!.rows.flat()).toEqual(
      expect.arrayContaining(['不能提交；扣分权重未核实', 'T-01 图层内没有重叠：1 处']),
    );
  });
});

describe('findingLayers', () => {
  it('are of one kind of geometry each, without findings that have no place', () => {
    const layers = findingLayers(inspection([area, point, line, placeless]));
    expect(
      layers.map(({ name, shapes, polygons }) => [name, shapes, polygons.featureStart.length - 1]),
    ).toEqual([
      ['问题_面', 'polygons', 1],
      ['问题_线', 'lines', 1],
      ['问题_点', 'points', 1],
    ]);
    expect([...layers[1]!.polygons.xy]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect([...layers[1]!.polygons.ringStart]).toEqual([0, 2, 4]);
    expect(layers[2]!.columns.get('量值')).toEqual({ kind: 'number', values: Float64Array.of(0.001) });
  });

  it('put lines from a point to itself among the points, a row for each', () => {
    const mixed = finding({
      geometry: {
        type: 'MultiLineString',
        coordinates: [
          [
            [1, 2],
            [1, 2],
          ],
          [
            [3, 4],
            [5, 6],
          ],
          [
            [7, 8],
            [7, 8],
          ],
        ],
      },
    });
    const layers = findingLayers(inspection([mixed]));
    expect(layers.map(({ name, polygons }) => [name, [...polygons.xy]])).toEqual([
      ['问题_线', [3, 4, 5, 6]],
      ['问题_点', [1, 2, 7, 8]],
    ]);
    expect(layers[1]!.columns.get('规则')).toEqual({ kind: 'text', values: ['T-01', 'T-01'] });
  });

  it('are none where nothing has a place', () => {
    expect(findingLayers(inspection([placeless]))).toEqual([]);
  });
});
