import { expect, it } from 'vitest';
import type { ArealGeometry } from './lon-lat-geometry.ts';
import { frameAround, svgPath } from './svg-path.ts';

const square = (west: number, south: number, size: number): number[][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const polygon = (...coordinates: number[][][]): ArealGeometry => ({ type: 'Polygon', coordinates });

it('frames ground true to scale, in the middle of the width', () => {
  const frame = frameAround([polygon(square(132, 59.5, 1))], 400, 216)!;
  // At 60° a degree of longitude is half as long as one of latitude.
  expect(frame.height).toBe(216);
  expect(frame.down).toBeCloseTo(200, 6);
  expect(frame.across).toBeCloseTo(100, 1);
  expect((132.5 - frame.west) * frame.across).toBeCloseTo(200, 6);
  expect((frame.north - 60.5) * frame.down).toBeCloseTo(8, 6);
  expect(frame.metresPerPixel).toBeCloseTo(556.6, 1);
});

it('frames nothing where there is nothing', () => {
  expect(frameAround([], 400, 200)).toBeUndefined();
  expect(frameAround([{ type: 'MultiPolygon', coordinates: [] }], 400, 200)).toBeUndefined();
});

it('draws every ring once, closed, and leaves out corners too near to be seen', () => {
  const hole = square(0.25, 0.25, 0.5);
  const frame = frameAround([polygon(square(0, 0, 1))], 116, 116)!;
  const path = svgPath(polygon(square(0, 0, 1), hole), frame);
  expect(path.match(/M/g)).toHaveLength(2);
  expect(path.match(/Z/g)).toHaveLength(2);
  expect(path.startsWith('M8 108L108 108L108 8L8 8Z')).toBe(true);
  const fine = [
    [0, 0],
    [1e-7, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ];
  expect(svgPath(polygon(fine), frame)).toBe('M8 108L108 108L108 8L8 8Z');
  expect(svgPath(polygon(square(0.5, 0.5, 1e-6)), frame)).toBe('');
});
