import { PolygonsBuilder, planeArea, vertexCount } from '@tuheng/geometry';
import { describe, expect, it } from 'vitest';
import { simplifyForView } from './simplify.ts';
import { boxes } from './testing/review.ts';

describe('simplifyForView', () => {
  it('drops vertices that tell nothing and keeps the corners', () => {
    const builder = new PolygonsBuilder();
    const ring: number[] = [];
    for (let x = 0; x < 100; x++) ring.push(x, 0);
    for (let y = 0; y < 100; y++) ring.push(100, y);
    for (let x = 100; x > 0; x--) ring.push(x, 100);
    for (let y = 100; y > 0; y--) ring.push(0, y);
    builder.addRing(ring);
    builder.endPolygon();
    builder.endFeature();
    const simple = simplifyForView(builder.build(), 1);
    expect(vertexCount(simple)).toBeLessThanOrEqual(6);
    expect(planeArea(simple, 0)).toBeCloseTo(10_000, 6);
  });

  it('leaves out what is too small to see, as an empty feature', () => {
    const simple = simplifyForView(boxes([0, 0, 0.5, 0.5], [10, 0, 50, 50]), 2);
    expect([...simple.featureStart]).toEqual([0, 0, 1]);
  });
});
