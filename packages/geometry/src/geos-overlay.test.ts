import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGeosOverlay } from './geos-overlay.ts';
import { NO_PARTNER, type Overlay, type Pieces } from './overlay.ts';
import { featureCount, mapCoordinates, type Polygons } from './polygons.ts';
import { planeArea } from './ring.ts';
import { type Ring, rectangle, ringsOf } from './testing/shapes.ts';

let overlay: Overlay;
beforeAll(async () => {
  overlay = await loadGeosOverlay(0.0001);
});

const total = (p: Polygons): number => {
  let sum = 0;
  for (let f = 0; f < featureCount(p); f++) sum += planeArea(p, f);
  return sum;
};
const rows = (pieces: Pieces) => [...pieces.left].map((left, k) => [left, pieces.right[k]]);

describe('intersect', () => {
  it('gives single-part pieces with both owners', () => {
    const a = ringsOf(rectangle(0, 0, 10, 2));
    const comb: Ring = [
      [0, 0],
      [10, 0],
      [10, 3],
      [8, 3],
      [8, -1],
      [2, -1],
      [2, 3],
      [0, 3],
    ];
    const pieces = overlay.intersect(a, overlay.repair(ringsOf(comb)).polygons);
    expect(new Set(pieces.left)).toEqual(new Set([0]));
    expect(featureCount(pieces.polygons)).toBe(pieces.left.length);
  });

  it('is empty, not an error, for neighbours that only touch', () => {
    const pieces = overlay.intersect(ringsOf(rectangle(0, 0, 1, 1)), ringsOf(rectangle(1, 0, 1, 1)));
    expect(rows(pieces)).toEqual([]);
  });
});

describe('subtract', () => {
  it('takes several cutters away at once and keeps the owner', () => {
    const a = ringsOf(rectangle(0, 0, 10, 1), rectangle(0, 5, 1, 1));
    const pieces = overlay.subtract(a, ringsOf(rectangle(2, -1, 2, 3), rectangle(6, -1, 2, 3)));
    expect(rows(pieces)).toEqual([
      [0, NO_PARTNER],
      [0, NO_PARTNER],
      [0, NO_PARTNER],
      [1, NO_PARTNER],
    ]);
    expect(total(pieces.polygons)).toBeCloseTo(7, 9);
  });
});

describe('repair', () => {
  it('repairs a bow-tie by the even-odd rule and leaves sound features as they are', () => {
    const layer = ringsOf(rectangle(20, 0, 1, 1), [
      [0, 0],
      [4, 4],
      [4, 0],
      [0, 4],
    ]);
    const { polygons, repaired } = overlay.repair(layer);
    expect(repaired.map(({ feature }) => feature)).toEqual([1]);
    expect(planeArea(polygons, 1)).toBeCloseTo(8, 9);
    expect(planeArea(polygons, 0)).toBe(1);
  });

  it('gives back the same object when all is sound', () => {
    const layer = ringsOf(rectangle(0, 0, 1, 1));
    expect(overlay.repair(layer).polygons).toBe(layer);
  });
});

describe('dissolve', () => {
  it('joins what shares an edge, keeps apart what shares a corner, and shows holes', () => {
    const ring = [rectangle(0, 0, 3, 1), rectangle(0, 2, 3, 1), rectangle(0, 1, 1, 1), rectangle(2, 1, 1, 1)];
    const patches = overlay.dissolve(ringsOf(...ring, rectangle(3, 3, 1, 1)));
    expect(featureCount(patches)).toBe(2);
    expect(total(patches)).toBeCloseTo(9, 9);
    expect(patches.ringStart.length - 1).toBe(3);
  });

  it('counts ground under two features once', () => {
    expect(total(overlay.dissolve(ringsOf(rectangle(0, 0, 2, 2), rectangle(1, 1, 2, 2))))).toBeCloseTo(7, 9);
  });
});

describe('clusters', () => {
  it('joins over gaps up to the distance, by chains', () => {
    const layer = ringsOf(
      rectangle(0, 0, 1, 1),
      rectangle(100, 0, 1, 1),
      rectangle(11, 0, 1, 1),
      rectangle(22, 0, 1, 1),
    );
    expect([...overlay.clusters(layer, 10)]).toEqual([0, 1, 0, 0]);
    expect(new Set(overlay.clusters(layer, 9.9)).size).toBe(4);
  });
});

describe('properties on integer grids', () => {
  const side = fc.integer({ min: 1, max: 12 });
  const at = fc.integer({ min: 0, max: 20 });
  const rectangles = fc
    .array(fc.tuple(at, at, side, side), { minLength: 1, maxLength: 6 })
    .map((list) => ringsOf(...list.map(([x, y, w, h]) => rectangle(x, y, w, h))));

  it('conserves area: what is outside plus what is inside is the whole', () => {
    fc.assert(
      fc.property(rectangles, rectangles, (a, b) => {
        const inside = total(overlay.intersect(a, overlay.dissolve(b)).polygons);
        expect(total(overlay.subtract(a, b).polygons) + inside).toBeCloseTo(total(a), 6);
      }),
      { numRuns: 200 },
    );
  });

  it('is symmetric: A∩B and B∩A share the same ground, pair by pair', () => {
    fc.assert(
      fc.property(rectangles, rectangles, (a, b) => {
        const ab = overlay.intersect(a, b);
        const ba = overlay.intersect(b, a);
        const key = (left: number, right: number) => left * 100 + right;
        const pairs = (p: Pieces, swap: boolean) => {
          const sums = new Map<number, number>();
          for (const [k, left] of p.left.entries()) {
            const at = swap ? key(p.right[k]!, left) : key(left, p.right[k]!);
            sums.set(at, Math.round(((sums.get(at) ?? 0) + planeArea(p.polygons, k)) * 1e6) / 1e6);
          }
          return [...sums].sort((x, y) => x[0] - y[0]);
        };
        expect(pairs(ab, false)).toEqual(pairs(ba, true));
      }),
      { numRuns: 200 },
    );
  });

  it('moves with the coordinates', () => {
    fc.assert(
      fc.property(rectangles, rectangles, (a, b) => {
        const shift = (p: Polygons) =>
          mapCoordinates(p, (x, y, out) => {
            out[0] = x + 44_532_000;
            out[1] = y + 5_236_000;
          });
        const here = total(overlay.intersect(a, b).polygons);
        expect(total(overlay.intersect(shift(a), shift(b)).polygons)).toBeCloseTo(here, 6);
      }),
      { numRuns: 100 },
    );
  });
});
