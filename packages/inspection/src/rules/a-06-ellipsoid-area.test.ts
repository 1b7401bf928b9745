import {
  ellipsoidArea,
  type Polygons,
  planeArea,
  reprojectPolygons,
  selectFeatures,
  transformBetween,
} from '@tuheng/geometry';
import { CGCS2000, crsOf, type DeliveredLayer } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import { geodesicArea } from '../systematic/geodesic-area.ts';
import { box, deliveredLayer, deliveryOf, inspectBy, ring } from '../testing/delivery.ts';

const plane = crsOf(4532)!;
const toLonLat = transformBetween(plane, CGCS2000);
const centi = (value: number): number => Math.round(value * 100) / 100;

type Measure = (polygons: Polygons, f: number) => number;
const ellipsoid: Measure = (polygons, f) => ellipsoidArea(polygons, f, plane);
const geodesic: Measure = (polygons, f) => geodesicArea(polygons, f, toLonLat);

/** Forty skew plots of some hectares, 60 km and more from the central meridian, with stored areas by a measure. */
function plots(
  measure: Measure,
  change: (area: number, f: number) => number = (area) => area,
  scale = 1,
  pieces = 1,
): DeliveredLayer {
  const shapes = Array.from({ length: 40 }, (_, i) => {
    const x = 60_000 + 700 * scale * i;
    const corners = [
      [0, 0],
      [50, 420 + 7 * i],
      [610, 390],
      [540, 15],
    ] as const;
    const points = corners.flatMap(([x0, y0], c) => {
      const [x1, y1] = corners[(c + 1) % 4]!;
      return Array.from({ length: pieces }, (_, k) => {
        const t = k / pieces;
        return [x + scale * (x0 + t * (x1 - x0)), scale * (y0 + t * (y1 - y0))] as const;
      });
    });
    return { ring: ring(...points) };
  });
  const { polygons } = deliveredLayer('CZKFBJ', shapes);
  return deliveredLayer(
    'CZKFBJ',
    shapes.map((shape, f) => ({ ...shape, values: { MJ: centi(change(measure(polygons, f), f)) } })),
  );
}

describe('A-06 ellipsoid area', () => {
  it('passes ellipsoid areas of two decimals', async () => {
    expect(await inspectBy('A-06', deliveryOf(plots(ellipsoid)))).toMatchObject({
      status: 'passed',
      findings: [],
      systematic: [],
    });
  });

  it('finds one wrong value, with its difference', async () => {
    const { status, findings, systematic } = await inspectBy(
      'A-06',
      deliveryOf(plots(ellipsoid, (area, f) => (f === 3 ? area + 1000 : area))),
    );
    expect(status).toBe('failed');
    expect(systematic).toEqual([]);
    expect(findings).toMatchObject([
      { layer: 'CZKFBJ', row: 4, bsm: '230898000000000004', attribute: 'MJ', measure: { unit: 'm²' } },
    ]);
    expect(findings[0]!.measure!.value).toBeCloseTo(1000, 1);
    expect(findings[0]!.message).toContain('相差 1000.0');
    expect(findings[0]!.suggestion).toContain('--fix');
  });

  it.each([
    ['area.plane', planeArea, (area: number) => area],
    ['area.hectares', ellipsoid, (area: number) => area / 10_000],
    ['area.mu', ellipsoid, (area: number) => area / (10_000 / 15)],
  ])('names %s once', async (cause, measure, change) => {
    const { findings, systematic } = await inspectBy('A-06', deliveryOf(plots(measure, change)));
    expect(findings).toEqual([]);
    expect(systematic).toMatchObject([{ cause, attribute: 'MJ', count: 40, severity: 'error' }]);
    expect(systematic[0]!.examples).toHaveLength(3);
  });

  it('names geodesic areas, as a warning where they stay within the tolerance', async () => {
    // Along short edges the formula and the geodesic differ by the rounding of vertices only.
    const { findings, systematic } = await inspectBy('A-06', deliveryOf(plots(geodesic, undefined, 4, 50)));
    expect(findings).toEqual([]);
    expect(systematic).toMatchObject([{ cause: 'area.geodesic', severity: 'warning' }]);
    expect(systematic[0]!.message).toContain('容差之内');
  });

  it('names geodesic areas of long edges as an error', async () => {
    const { systematic } = await inspectBy('A-06', deliveryOf(plots(geodesic, undefined, 3)));
    expect(systematic).toMatchObject([{ cause: 'area.geodesic', severity: 'error' }]);
  });

  it('names geodesic areas of geographic data as an error', async () => {
    const layer = plots(geodesic);
    const geographic = {
      ...layer,
      polygons: reprojectPolygons(layer.polygons, plane, CGCS2000),
      declared: { kind: 'known' as const, crs: CGCS2000, vertical: null },
    };
    const { findings, systematic } = await inspectBy('A-06', deliveryOf(geographic));
    expect(findings).toEqual([]);
    expect(systematic).toMatchObject([{ cause: 'area.geodesic', severity: 'error', count: 40 }]);
  });

  it('tells besides what the cause does not explain', async () => {
    const { findings, systematic } = await inspectBy(
      'A-06',
      deliveryOf(plots(planeArea, (area, f) => (f === 7 ? area - 500 : area))),
    );
    expect(systematic).toMatchObject([{ cause: 'area.plane', count: 39 }]);
    expect(findings).toMatchObject([{ row: 8 }]);
  });

  it('tells a layer of values without sense once', async () => {
    const { findings, systematic } = await inspectBy('A-06', deliveryOf(plots(planeArea, () => 1)));
    expect(findings).toEqual([]);
    expect(systematic).toMatchObject([{ cause: 'area.unknown', count: 40 }]);
  });

  it('takes the share KCXS off net areas', async () => {
    const shape = { ring: box(0, 0, 100) };
    const gross = centi(ellipsoid(deliveredLayer('DLTB', [shape]).polygons, 0));
    const net = centi(gross - centi(gross * 0.1));
    const layer = (TBDLMJ: number) =>
      deliveredLayer('DLTB', [{ ...shape, values: { TBMJ: gross, TBDLMJ, KCXS: 0.1 } }]);
    expect((await inspectBy('A-06', deliveryOf(layer(net)))).status).toBe('passed');
    const { findings } = await inspectBy('A-06', deliveryOf(layer(gross)));
    expect(findings).toMatchObject([{ attribute: 'TBDLMJ' }]);
  });

  it('accepts in WHQ and WHH the areas of the plans they were copied from', async () => {
    const layer = plots(ellipsoid);
    const copied = (part: 'before' | 'after') => ({
      ...deliveredLayer('CZKFBJ', [], {}, part),
      polygons: reprojectPolygons(layer.polygons, plane, CGCS2000),
      columns: layer.columns,
      declared: { kind: 'known' as const, crs: CGCS2000, vertical: null },
    });
    expect(await inspectBy('A-06', deliveryOf(copied('before'), copied('after')))).toMatchObject({
      status: 'passed',
      findings: [],
      systematic: [],
    });
  });

  it('is not run without values, and not on a layer whose coordinate system is wrong', async () => {
    const empty = deliveredLayer('CZKFBJ', [{ ring: box(0, 0, 100), values: { MJ: null, BZ: '甲' } }]);
    expect((await inspectBy('A-06', deliveryOf(empty))).reason).toBe('CZKFBJ：面积字段没有数值（见 A-02）。');
    const lost = { ...plots(ellipsoid), declared: { kind: 'missing' as const } };
    const { status, reason } = await inspectBy('A-06', deliveryOf(lost));
    expect(status).toBe('notRun');
    expect(reason).toContain('S-01');
  });
});

describe('geodesic area', () => {
  it('is that of the reference (standards.md §7.4)', () => {
    const triangle = deliveredLayer('CZKFBJ', [
      { ring: [132, 47.25, 132.013, 47.25, 132.005, 47.259, 132, 47.25] },
    ]);
    expect(geodesicArea(selectFeatures(triangle.polygons, [0]), 0)).toBeCloseTo(492330.2541, 3);
  });
});
