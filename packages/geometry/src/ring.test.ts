import { describe, expect, it } from 'vitest';
import { meanWidth, perimeter, planeArea, signedRingArea } from './ring.ts';
import { polygonsOf, rectangle, ringsOf } from './testing/shapes.ts';

describe('plane measures', () => {
  it('keeps every digit at zone-prefixed eastings', () => {
    expect(planeArea(ringsOf(rectangle(44_532_000.1234, 5_236_000.5678, 0.01, 0.01)), 0)).toBeCloseTo(
      1e-4,
      9,
    );
  });

  it('tells the direction of a ring', () => {
    const square = ringsOf(rectangle(0, 0, 2, 3));
    expect(signedRingArea(square.xy, 0, 5)).toBe(6);
    expect(signedRingArea(ringsOf([...rectangle(0, 0, 2, 3)].reverse()).xy, 0, 5)).toBe(-6);
  });

  it('subtracts holes whatever their direction and adds parts', () => {
    const p = polygonsOf([[[rectangle(0, 0, 10, 10), rectangle(1, 1, 2, 2)], [rectangle(20, 0, 1, 1)]]]);
    expect(planeArea(p, 0)).toBe(97);
    expect(perimeter(p, 0)).toBe(52);
  });

  it('measures the width of a strip', () => {
    expect(meanWidth(ringsOf(rectangle(0, 0, 1000, 0.5)), 0)).toBeCloseTo(0.5, 3);
    expect(meanWidth(polygonsOf([[]]), 0)).toBe(0);
  });
});
