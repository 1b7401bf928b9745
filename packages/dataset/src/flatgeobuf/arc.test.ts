import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendArc } from './arc.ts';

function arc(...p: [number, number, number, number, number, number]): number[] {
  const out: number[] = [];
  appendArc(out, ...p);
  return out;
}

describe('appendArc', () => {
  it('draws a half circle with a point a degree, ending where it should', () => {
    const points = arc(0, 0, 1, 1, 2, 0);
    expect(points).toHaveLength(360);
    expect(points.slice(-2)).toEqual([2, 0]);
    for (let i = 0; i < points.length; i += 2) {
      expect(Math.hypot(points[i]! - 1, points[i + 1]!)).toBeCloseTo(1, 12);
      expect(points[i + 1]!).toBeGreaterThanOrEqual(0);
    }
  });

  it('takes the long way round where the middle lies there', () => {
    const below = arc(0, 0, 1, -1, 2, 0).filter((_, i) => i % 2 === 1);
    expect(Math.min(...below)).toBeCloseTo(-1, 12);
    const s = Math.SQRT1_2;
    expect(arc(1 - s, -s, 1, 1, 1 + s, -s)).toHaveLength(540);
  });

  it('draws a full circle where start and end are one point', () => {
    const points = arc(20, 0, 22, 0, 20, 0);
    expect(points).toHaveLength(720);
    expect(Math.max(...points.filter((_, i) => i % 2 === 0))).toBeCloseTo(22, 12);
  });

  it('leaves points on one line a line', () => {
    expect(arc(0, 0, 1, 1, 2, 2)).toEqual([1, 1, 2, 2]);
  });

  it('gives the same vertices in both directions', () => {
    const coordinate = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(
        fc.tuple(coordinate, coordinate, coordinate, coordinate, coordinate, coordinate),
        ([x0, y0, x1, y1, x2, y2]) => {
          fc.pre(x0 !== x2 || y0 !== y2);
          const forth = [x0, y0, ...arc(x0, y0, x1, y1, x2, y2)];
          const back = [x2, y2, ...arc(x2, y2, x1, y1, x0, y0)];
          const turned: number[] = [];
          for (let i = back.length - 2; i >= 0; i -= 2) turned.push(back[i]!, back[i + 1]!);
          expect(forth).toEqual(turned);
        },
      ),
    );
  });
});
