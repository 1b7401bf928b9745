import { mapCoordinates, type Polygons } from '@tuheng/geometry';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { toBase64 } from './bytes.ts';
import { encodePolygons } from './encode-polygons.ts';
import { decodeLayer } from './page/decode.ts';
import { readSteps } from './page/read-steps.ts';
import { boxes } from './testing/review.ts';

/** Remembers what is drawn: the page's paths outside a browser. */
class RecordedPath {
  readonly rings: [number, number][][] = [];
  moveTo(x: number, y: number): void {
    this.rings.push([[x, y]]);
  }
  lineTo(x: number, y: number): void {
    this.rings.at(-1)!.push([x, y]);
  }
  closePath(): void {}
}

beforeAll(() => {
  vi.stubGlobal('Path2D', RecordedPath);
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const origin: [number, number] = [44_500_000, 5_200_000];

function roundTrip(p: Polygons, quantum: number, classes?: number[]) {
  const data = toBase64(encodePolygons(p, origin, quantum, classes));
  return decodeLayer({ code: 'X', title: '', side: 'filed', quantum, data }, readSteps);
}

describe('encodePolygons', () => {
  it('comes back in the page within half a quantum, wherever it lies', () => {
    const coordinate = fc.integer({ min: -3_000_000, max: 9_000_000 });
    const side = fc.integer({ min: 1, max: 500_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate, side, side), { maxLength: 20 }), (list) => {
        const p = mapCoordinates(boxes(...list), (x, y, out) => {
          out[0] = x / 7;
          out[1] = y / 7;
        });
        const layer = roundTrip(p, 0.01);
        expect(layer.paths).toHaveLength(list.length);
        for (const [f, path] of layer.paths.entries()) {
          const [ring] = (path as unknown as RecordedPath).rings;
          expect(ring).toHaveLength(4);
          for (const [v, [x, y]] of ring!.entries()) {
            const at = 2 * (p.ringStart[f]! + v);
            expect(Math.abs(x + origin[0] - p.xy[at]!)).toBeLessThan(0.00501);
            expect(Math.abs(y + origin[1] - p.xy[at + 1]!)).toBeLessThan(0.00501);
          }
        }
      }),
    );
  });

  it('keeps classes and boxes', () => {
    const layer = roundTrip(boxes([0, 0, 10, 20], [100, 0, 5, 5]), 0.1, [3, 200]);
    expect(layer.classes).toEqual([3, 200]);
    expect([...layer.boxes.slice(0, 4)].map(Math.round)).toEqual([32_000, 36_000, 32_010, 36_020]);
  });
});
