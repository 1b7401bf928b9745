import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RingClipper } from './clip-ring.ts';
import { GridRing } from './grid-ring.ts';

function ringOf(points: readonly (readonly [number, number])[]): GridRing {
  const ring = new GridRing();
  for (const [x, y] of points) ring.push(x, y);
  return ring;
}

const pointsOf = ({ xy, length }: GridRing): [number, number][] =>
  Array.from({ length }, (_, i) => [xy[2 * i]!, xy[2 * i + 1]!]);

const clip = (
  points: readonly (readonly [number, number])[],
  low: number,
  high: number,
): [number, number][] => pointsOf(new RingClipper().clip(ringOf(points), low, high));

const coordinate = fc.integer({ min: -40, max: 60 });
const triangle = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 3 });

describe('RingClipper', () => {
  it('leaves what lies within as it is, and nothing of what lies without', () => {
    const ring = [
      [1, 1],
      [9, 2],
      [5, 9],
    ] as const;
    expect(clip(ring, 0, 10)).toEqual(ring);
    expect(clip(ring, 20, 30)).toEqual([]);
  });

  it('cuts at all four sides', () => {
    expect(
      clip(
        [
          [-5, 5],
          [5, -5],
          [15, 5],
          [5, 15],
        ],
        1,
        9,
      ),
    ).toEqual([
      [1, 9],
      [1, 1],
      [9, 1],
      [9, 9],
    ]);
  });

  it('finds the same points whichever way a ring runs', () => {
    fc.assert(
      fc.property(triangle, (points) => {
        // A corner that an edge goes right through may come out or not: it encloses nothing either way.
        const isThrough = ([x, y]: readonly [number, number]): boolean =>
          points.some(([x0, y0], i) => {
            const [x1, y1] = points[(i + 1) % points.length]!;
            return (x1 - x0) * (y - y0) === (y1 - y0) * (x - x0);
          });
        const corners = (
          [
            [0, 0],
            [0, 20],
            [20, 0],
            [20, 20],
          ] as const
        )
          .filter(isThrough)
          .map(String);
        const found = (ring: readonly (readonly [number, number])[]): Set<string> =>
          new Set([...clip(ring, 0, 20).map(String), ...corners]);
        expect(found([...points].reverse())).toEqual(found(points));
      }),
      { numRuns: 3000 },
    );
  });

  it('finds the same crossings from both sides of a line, whatever other sides cut off', () => {
    fc.assert(
      fc.property(triangle, (points) => {
        const onLine = (list: [number, number][], x: number): number[] =>
          [...new Set(list.filter((p) => p[0] === x && p[1] > 0 && p[1] < 20).map((p) => p[1]))].sort(
            (a, b) => a - b,
          );
        const left = clip(points, 0, 20);
        const right = clip(
          points.map(([x, y]) => [x - 20, y] as const),
          0,
          20,
        );
        expect(onLine(right, 0)).toEqual(onLine(left, 20));
      }),
      { numRuns: 3000 },
    );
  });
});
