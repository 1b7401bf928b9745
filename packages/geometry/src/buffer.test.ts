import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGeosOverlay } from './geos-overlay.ts';
import { containsPoint } from './interior-point.ts';
import { loadKernelOverlay } from './kernel-overlay.ts';
import { placeOnSegment } from './network/place-on-segment.ts';
import type { Overlay } from './overlay.ts';
import { featureCount, type Polygons } from './polygons.ts';
import { planeArea } from './ring.ts';
import { rectangle, ringsOf } from './testing/shapes.ts';

const overlays: Overlay[] = [];
beforeAll(async () => {
  overlays.push(await loadGeosOverlay(0.0001), await loadKernelOverlay(0.0001));
});

const total = (p: Polygons): number => {
  let sum = 0;
  for (let f = 0; f < featureCount(p); f++) sum += planeArea(p, f);
  return sum;
};

/** Distance of a point from the boundary of a layer; 0 within it. */
function distanceFrom(p: Polygons, x: number, y: number): number {
  let least = Infinity;
  for (let f = 0; f < featureCount(p); f++) if (containsPoint(p, f, x, y)) return 0;
  for (let r = 0; r + 1 < p.ringStart.length; r++) {
    for (let v = p.ringStart[r]!; v + 1 < p.ringStart[r + 1]!; v++) {
      const [ax, ay, bx, by] = p.xy.subarray(2 * v, 2 * v + 4);
      least = Math.min(least, placeOnSegment(x, y, ax!, ay!, bx!, by!).away);
    }
  }
  return least;
}

describe('buffer', () => {
  it('is the ground around a rectangle: its sides moved out and four quarter circles', () => {
    for (const overlay of overlays) {
      const around = overlay.buffer(ringsOf(rectangle(0, 0, 100, 50)), 10);
      expect(featureCount(around)).toBe(1);
      // A circle of 64 chords: 32 r² sin(2π/64).
      expect(total(around)).toBeCloseTo(100 * 50 + 2 * 10 * 150 + 32 * 100 * Math.sin(Math.PI / 32), 2);
    }
  });

  it('makes one patch of what comes together and keeps apart what does not', () => {
    for (const overlay of overlays) {
      const layer = ringsOf(rectangle(0, 0, 10, 10), rectangle(15, 0, 10, 10), rectangle(100, 0, 10, 10));
      expect(featureCount(overlay.buffer(layer, 3))).toBe(2);
      expect(featureCount(overlay.buffer(layer, 2))).toBe(3);
    }
  });

  it('closes a hole that is narrower than twice the distance', () => {
    const frame = ringsOf(
      rectangle(0, 0, 100, 10),
      rectangle(0, 90, 100, 10),
      rectangle(0, 0, 10, 100),
      rectangle(90, 0, 10, 100),
    );
    for (const overlay of overlays) {
      expect(overlay.buffer(frame, 39).ringStart.length).toBe(3);
      expect(overlay.buffer(frame, 41).ringStart.length).toBe(2);
    }
  });

  it('is the layer dissolved at distance 0, empty for nothing, and refuses what is no distance', () => {
    for (const overlay of overlays) {
      const two = ringsOf(rectangle(0, 0, 10, 10), rectangle(10, 0, 10, 10));
      expect(featureCount(overlay.buffer(two, 0))).toBe(1);
      expect(featureCount(overlay.buffer(ringsOf(), 5))).toBe(0);
      expect(() => overlay.buffer(two, -1)).toThrow(RangeError);
      expect(() => overlay.buffer(two, Number.NaN)).toThrow(RangeError);
    }
  });

  it('grows with the distance, covers the layer, and its outline lies at the distance', () => {
    const side = fc.integer({ min: 5, max: 60 });
    const place = fc.integer({ min: 0, max: 200 });
    const layers = fc
      .array(fc.tuple(place, place, side, side), { minLength: 1, maxLength: 5 })
      .map((boxes) => ringsOf(...boxes.map(([x, y, w, h]) => rectangle(x, y, w, h))));
    fc.assert(
      fc.property(
        layers,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        (layer, d, more) => {
          const [, overlay] = overlays;
          const near = overlay!.buffer(layer, d);
          expect(total(overlay!.buffer(layer, d + more))).toBeGreaterThan(total(near));
          expect(total(overlay!.subtract(layer, near).polygons)).toBe(0);
          const { xy } = near;
          for (let v = 0; v < xy.length / 2; v++) {
            const away = distanceFrom(layer, xy[2 * v]!, xy[2 * v + 1]!);
            expect(away).toBeGreaterThan(d * Math.cos(Math.PI / 64) - 0.001);
            expect(away).toBeLessThan(d * 1.01 + 0.001);
          }
          for (let r = 0; r + 1 < near.ringStart.length; r++) {
            for (let v = near.ringStart[r]!; v + 1 < near.ringStart[r + 1]!; v++) {
              const x = (xy[2 * v]! + xy[2 * v + 2]!) / 2;
              const y = (xy[2 * v + 1]! + xy[2 * v + 3]!) / 2;
              const away = distanceFrom(layer, x, y);
              expect(away).toBeGreaterThan(d * Math.cos(Math.PI / 64) - 0.001);
              expect(away).toBeLessThan(d * 1.01 + 0.001);
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
