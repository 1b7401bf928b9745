import fc from 'fast-check';
import type { Polygons } from '../polygons.ts';
import { polygonsOf, type Ring, rectangle, ringsOf } from './shapes.ts';

const side = fc.integer({ min: 1, max: 12 });
const at = fc.integer({ min: 0, max: 20 });

/** Rectangles on an integer grid, anyhow: overlaps, shared borders and corners, duplicates, nesting. */
export const anyRectangles: fc.Arbitrary<Polygons> = fc
  .array(fc.tuple(at, at, side, side), { minLength: 1, maxLength: 7 })
  .map((list) => ringsOf(...list.map(([x, y, w, h]) => rectangle(x, y, w, h))));

/** Cells of a board, each whole, missing, or cut along a diagonal into one or two triangles: a clean coverage with holes and corners. */
export const board: fc.Arbitrary<Polygons> = fc
  .tuple(
    fc.integer({ min: 2, max: 7 }),
    fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 12, maxLength: 49 }),
  )
  .map(([width, cells]) =>
    ringsOf(
      ...cells.flatMap((kind, i): Ring[] => {
        const x = 3 * (i % width);
        const y = 3 * Math.floor(i / width);
        const [a, b, c, d] = rectangle(x, y, 3, 3) as [Ring[0], Ring[0], Ring[0], Ring[0]];
        if (kind < 2) return [];
        if (kind < 4) return [[a, b, c, d]];
        if (kind === 4) return [[a, b, c]];
        if (kind === 5) return [[b, c, d]];
        if (kind === 6) return [[a, c, d]];
        return [
          [a, b, d],
          [d, b, c],
        ];
      }),
    ),
  );

/** Blocks of a board split anew and anew into halves, some left out: borders that meet in T-junctions, no overlaps. */
export const bricks: fc.Arbitrary<Polygons> = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 60 })
  .map((choices) => {
    const rings: Ring[] = [];
    let next = 0;
    const split = (x: number, y: number, w: number, h: number): void => {
      const choice = choices[next++] ?? 5;
      if (choice < 5 && w * h > 1) {
        if (w >= h) {
          const half = Math.max(1, Math.floor((w * (choice + 1)) / 6));
          split(x, y, half, h);
          if (w > half) split(x + half, y, w - half, h);
        } else {
          const half = Math.max(1, Math.floor((h * (choice + 1)) / 6));
          split(x, y, w, half);
          if (h > half) split(x, y + half, w, h - half);
        }
      } else if (choice < 8) rings.push(rectangle(x, y, w, h));
    };
    split(0, 0, 16, 12);
    return ringsOf(...(rings.length > 0 ? rings : [rectangle(0, 0, 1, 1)]));
  });

/** Triangles and quadrangles with vertices on an integer grid, anyhow. */
export const anyTriangles: fc.Arbitrary<Polygons> = fc
  .array(fc.tuple(at, at, at, at, at, at), { minLength: 1, maxLength: 7 })
  .map((list) => list.filter(([ax, ay, bx, by, cx, cy]) => (bx - ax) * (cy - ay) !== (by - ay) * (cx - ax)))
  .map((list) =>
    ringsOf(
      ...list.map(
        ([ax, ay, bx, by, cx, cy]): Ring => [
          [ax, ay],
          [bx, by],
          [cx, cy],
        ],
      ),
    ),
  );

const anyRing: fc.Arbitrary<Ring> = fc.oneof(
  fc.tuple(at, at, side, side).map(([x, y, w, h]) => rectangle(x, y, w, h)),
  fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
    minLength: 1,
    maxLength: 7,
  }),
);

/** Features of rings put together anyhow: most are no valid polygons. */
export const anyFeatures: fc.Arbitrary<Polygons> = fc
  .array(fc.array(fc.array(anyRing, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map(polygonsOf);
