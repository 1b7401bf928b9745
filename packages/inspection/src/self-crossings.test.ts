import { checkCoverage, PolygonsBuilder } from '@tuheng/geometry';
import { describe, expect, it } from 'vitest';
import { SelfCrossings } from './self-crossings.ts';

function crossingsOf(...ring: readonly number[]) {
  const builder = new PolygonsBuilder();
  builder.addRing(ring);
  builder.endPolygon();
  builder.endFeature();
  const polygons = builder.build();
  return new SelfCrossings(polygons, checkCoverage(polygons), 0.001);
}

const square = (x: number, y: number, side: number) => ({
  features: [0],
  rings: [[x, y, x + side, y, x + side, y + side, x, y + side, x, y]],
  area: side * side,
});

describe('SelfCrossings', () => {
  const tie = crossingsOf(0, 0, 100, 100, 100, 0, 0, 100);

  it('explain the lobe beside a crossing', () => {
    const lobe = { features: [0], rings: [[0, 0, 50, 50, 0, 100, 0, 0]], area: 2500 };
    expect(tie.explain(lobe)).toBe(true);
    expect(tie.explain({ ...lobe, features: [1] })).toBe(false);
  });

  it('do not explain what only lies near, reaches out or is as large as the feature', () => {
    expect(tie.explain(square(10, 10, 20))).toBe(false);
    expect(tie.explain(square(50, 50, 60))).toBe(false);
    expect(tie.explain({ ...square(50, 50, 50), area: 9000 })).toBe(false);
  });

  it('do not explain ground beside a boundary that runs back on itself', () => {
    const doubled = crossingsOf(0, 0, 0, 100, 100, 100, 100, 0, 50, 0, 50, 50, 60, 50, 60, 0, 50, 0);
    expect(doubled.explain(square(50, 0, 10))).toBe(false);
  });

  it('tell where a boundary crosses itself, within the tolerance', () => {
    expect(tie.at(50, 50.0005)).toBe(true);
    expect(tie.at(50, 50.01)).toBe(false);
  });
});
