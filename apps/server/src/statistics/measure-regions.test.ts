import {
  ellipsoidArea,
  loadKernelOverlay,
  type Overlay,
  type Polygons,
  PolygonsBuilder,
} from '@tuheng/geometry';
import { crsOf, defaultTolerance } from '@tuheng/standard';
import { beforeAll, expect, test } from 'vitest';
import { measureRegions } from './measure-regions.ts';

const crs = crsOf(4532)!;
const [x0, y0] = [44_532_000, 5_236_000];
let overlay: Overlay;
beforeAll(async () => {
  overlay = await loadKernelOverlay(defaultTolerance.grid);
});

function features(...rings: readonly (readonly number[])[]): Polygons {
  const builder = new PolygonsBuilder();
  for (const ring of rings) {
    builder.addRing(ring.map((value, i) => value + (i % 2 === 0 ? x0 : y0)));
    builder.endPolygon();
    builder.endFeature();
  }
  return builder.build();
}
const box = (x: number, y: number, width: number, height = width): number[] => [
  x,
  y,
  x + width,
  y,
  x + width,
  y + height,
  x,
  y + height,
];
const measured = (shapes: Polygons, classes: number[], regions: Polygons, groups = [0, 1]) =>
  measureRegions(
    {
      layer: { polygons: shapes, crs, groupOf: Uint32Array.from(classes), groups: Math.max(...classes) + 1 },
      regions: { polygons: regions, crs, groupOf: Uint32Array.from(groups), groups: Math.max(...groups) + 1 },
    },
    overlay,
  );

test('a feature on a border counts on both sides, with its ground on each', () => {
  const shapes = features(box(50, 0, 100), box(300, 300, 10));
  const {
    areas,
    features: counts,
    outside,
  } = measured(shapes, [0, 1], features(box(0, 0, 100), box(100, 0, 100)));
  const whole = ellipsoidArea(shapes, 0, crs);
  expect(areas[0]![0]).toBeCloseTo(whole / 2, 1);
  expect(areas[1]![0]).toBeCloseTo(whole / 2, 1);
  expect(counts.map((row) => [...row])).toEqual([
    [1, 0],
    [1, 0],
  ]);
  expect(outside[0]).toBe(0);
  expect(outside[1]).toBeCloseTo(ellipsoidArea(shapes, 1, crs), 4);
});

test('regions of several features are one; what reaches over the border is outside', () => {
  const shapes = features(box(-50, 0, 250, 100));
  const {
    areas,
    features: counts,
    outside,
  } = measured(shapes, [0], features(box(0, 0, 100), box(100, 0, 50, 100)), [0, 0]);
  const whole = ellipsoidArea(shapes, 0, crs);
  expect(areas[0]![0]).toBeCloseTo((whole * 150) / 250, 1);
  expect(outside[0]).toBeCloseTo((whole * 100) / 250, 1);
  expect([...counts[0]!]).toEqual([1]);
});

test('neighbours that touch a region share no ground with it', () => {
  const { areas, features: counts } = measured(
    features(box(100, 0, 100)),
    [0],
    features(box(0, 0, 100), box(100, 0, 100)),
  );
  expect(areas[0]![0]).toBe(0);
  expect(counts.map((row) => [...row])).toEqual([[0], [1]]);
});

test('a feature that crosses itself is measured by the ground it covers', () => {
  const bow = features([0, 0, 100, 100, 100, 0, 0, 100]);
  const { areas, outside } = measured(bow, [0], features(box(0, 0, 100)), [0]);
  const halves = features([0, 0, 50, 50, 0, 100], [100, 0, 100, 100, 50, 50]);
  expect(areas[0]![0]).toBeCloseTo(ellipsoidArea(halves, 0, crs) + ellipsoidArea(halves, 1, crs), 1);
  expect(outside[0]).toBe(0);
});
