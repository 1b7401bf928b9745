import { PolygonsBuilder } from '@tuheng/geometry';
import { expect, it } from 'vitest';
import { featureWkb, wkbSize } from './wkb.ts';

const square = (x: number, y: number, size: number): number[] => [
  x,
  y,
  x + size,
  y,
  x + size,
  y + size,
  x,
  y + size,
];

it('writes polygons with holes and multipolygons in well-known binary', () => {
  const builder = new PolygonsBuilder();
  builder.addRing(square(0, 0, 9));
  builder.addRing(square(1, 1, 2));
  builder.endPolygon();
  builder.endFeature();
  builder.addRing(square(20, 0, 1));
  builder.endPolygon();
  builder.addRing(square(30, 0, 1));
  builder.endPolygon();
  builder.endFeature();
  const layer = builder.build();
  const bytes = new Uint8Array(wkbSize(layer, 0) + wkbSize(layer, 1));
  const middle = featureWkb(layer, 0, bytes, 0);
  expect(middle).toBe(9 + 2 * (4 + 5 * 16));
  expect(featureWkb(layer, 1, bytes, middle)).toBe(bytes.length);
  const view = new DataView(bytes.buffer);
  expect([view.getUint32(1, true), view.getUint32(5, true), view.getUint32(9, true)]).toEqual([3, 2, 5]);
  expect(view.getFloat64(13 + 16, true)).toBe(9);
  expect([view.getUint32(middle + 1, true), view.getUint32(middle + 5, true)]).toEqual([6, 2]);
});
