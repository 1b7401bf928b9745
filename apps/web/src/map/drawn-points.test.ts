import type { GeoJSONStoreFeatures } from 'terra-draw';
import { expect, test } from 'vitest';
import { pointsOf, setPoints } from './drawn-points.ts';

const [a, b, c, pointer] = [
  [131, 47],
  [131.1, 47],
  [131.1, 47.1],
  [131.2, 47.3],
] as const;

const line = (...coordinates: (readonly number[])[]): GeoJSONStoreFeatures => ({
  type: 'Feature',
  properties: { mode: 'linestring' },
  geometry: { type: 'LineString', coordinates: coordinates.map((point) => [...point]) },
});
const polygon = (count: number, ...ring: (readonly number[])[]): GeoJSONStoreFeatures => ({
  type: 'Feature',
  properties: { mode: 'polygon', committedCoordinateCount: count },
  geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!].map((point) => [...point])] },
});

test('the last point of a line follows the pointer and was not set', () => {
  expect(setPoints(line(a, b, c, pointer))).toEqual([a, b, c]);
  expect(pointsOf(line(a, b, c, pointer))).toEqual([a, b, c, pointer]);
});

test('a pointer that still stands on the last point, or a point taken back, costs no point', () => {
  expect(setPoints(line(a, b, c, c))).toEqual([a, b, c]);
  expect(setPoints(line(a, b, b))).toEqual([a, b]);
  expect(setPoints(line(a, a))).toEqual([a]);
});

test('a polygon has as many points as it says were set', () => {
  expect(setPoints(polygon(2, a, b, pointer))).toEqual([a, b]);
  expect(setPoints(polygon(3, a, b, c, c))).toEqual([a, b, c]);
  expect(setPoints(polygon(1, a, a, a))).toEqual([a]);
});
