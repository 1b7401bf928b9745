import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64 } from '../bytes.ts';
import { decodePlaces } from '../page/decode-places.ts';
import { readSteps } from '../page/read-steps.ts';
import { encodeBorders, encodePlaces, PLACE_QUANTUM } from './encode-places.ts';
import type { NearBorder } from './near-borders.ts';
import type { PlanePlace } from './places.ts';

const origin: [number, number] = [44_500_000, 5_200_000];
const east = fc.double({ min: -200_000, max: 200_000, noNaN: true }).map((x) => origin[0] + x);
const north = fc.double({ min: -200_000, max: 200_000, noNaN: true }).map((y) => origin[1] + y);
const vertices = (least: number) =>
  fc.array(fc.tuple(east, north), { minLength: least, maxLength: 6 }).map((points) => points.flat());
const place: fc.Arbitrary<PlanePlace | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.array(vertices(1), { minLength: 1, maxLength: 3 }).map((parts) => ({
    kind: 'point' as const,
    parts: parts.map((part) => part.slice(0, 2)),
  })),
  fc.array(vertices(2), { minLength: 1, maxLength: 3 }).map((parts) => ({ kind: 'line' as const, parts })),
  fc.array(vertices(3), { minLength: 1, maxLength: 3 }).map((parts) => ({
    kind: 'polygon' as const,
    parts: parts.map((part) => [...part, part[0]!, part[1]!]),
  })),
);
const border: fc.Arbitrary<NearBorder> = fc.record({
  of: fc.constantFrom('own', 'other', 'rest'),
  line: vertices(2),
});

function expectNear(decoded: ArrayLike<number>, exact: readonly number[]): void {
  for (const [i, value] of exact.entries()) {
    expect(Math.abs(decoded[i]! + origin[i % 2]! - value)).toBeLessThan(PLACE_QUANTUM * 0.501);
  }
}

describe('encodePlaces and encodeBorders', () => {
  it('come back in the page to half of 0.1 mm', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(place, fc.array(border, { maxLength: 3 })), { maxLength: 12 }),
        (list) => {
          const places = list.map(([one]) => one);
          const borders = list.map(([, near]) => near);
          const decoded = decodePlaces(
            {
              quantum: PLACE_QUANTUM,
              places: toBase64(encodePlaces(places, origin)),
              borders: toBase64(encodeBorders(borders, origin)),
            },
            readSteps,
          );
          expect(decoded.kinds).toEqual(places.map((one) => one?.kind ?? 'none'));
          for (const [i, one] of places.entries()) {
            for (const [k, part] of (one?.parts ?? []).entries()) {
              const open = one!.kind === 'polygon' ? part.slice(0, -2) : part;
              expect(decoded.parts[i]![k]).toHaveLength(open.length);
              expectNear(decoded.parts[i]![k]!, open);
            }
            expect(decoded.borders[i]!.map(({ of }) => of)).toEqual(borders[i]!.map(({ of }) => of));
            for (const [k, { line }] of borders[i]!.entries()) expectNear(decoded.borders[i]![k]!.line, line);
          }
        },
      ),
    );
  });
});
