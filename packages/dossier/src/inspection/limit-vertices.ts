import { simplifyRing } from '../simplify.ts';
import { type PlanePlace, placeBox, vertexCountOf } from './places.ts';

/** Metres; doubled until a place is small enough. */
const FIRST_TOLERANCE = 0.01;
const DOUBLINGS = 16;

/** A place with at most so many vertices, and whether any were left out. */
export interface LimitedPlace {
  readonly place: PlanePlace | undefined;
  readonly simplified: boolean;
}

/**
 * Places that together have about `budget` vertices at most: those with the most give theirs up first, by Douglas–Peucker with a growing
 * tolerance; what cannot be simplified enough (a hundred thousand parts) is shown as its box.
 */
export function limitVertices(places: readonly (PlanePlace | undefined)[], budget: number): LimitedPlace[] {
  const counts = places.map((place) => (place ? vertexCountOf(place) : 0));
  const limit = levelOf(counts, budget);
  return places.map((place, i) =>
    !place || counts[i]! <= limit
      ? { place, simplified: false }
      : { place: simplified(place, limit), simplified: true },
  );
}

/** The largest count so that, cut down to it, all counts sum to the budget. */
function levelOf(counts: readonly number[], budget: number): number {
  const sorted = counts.toSorted((a, b) => a - b);
  let rest = budget;
  for (const [i, n] of sorted.entries()) {
    const share = Math.floor(rest / (sorted.length - i));
    if (n > share) return Math.max(8, share);
    rest -= n;
  }
  return Infinity;
}

function simplified(place: PlanePlace, limit: number): PlanePlace {
  if (place.kind === 'point') return { kind: 'point', parts: place.parts.slice(0, limit) };
  let tolerance = FIRST_TOLERANCE;
  for (let i = 0; i < DOUBLINGS; i++, tolerance *= 2) {
    const parts = place.parts
      .map((part) => simplifyPart(part, tolerance, place.kind === 'polygon'))
      .filter((part) => part.length >= (place.kind === 'polygon' ? 8 : 4));
    if (parts.length > 0 && vertexCountOf({ kind: place.kind, parts }) <= limit) {
      return { kind: place.kind, parts };
    }
  }
  const [w, s, e, n] = placeBox(place);
  return { kind: 'polygon', parts: [[w, s, e, s, e, n, w, n, w, s]] };
}

/** A line of two points stays; longer lines are simplified as rings are. */
function simplifyPart(part: readonly number[], tolerance: number, isRing: boolean): readonly number[] {
  if (part.length <= 4) return part;
  const ring = simplifyRing(Float64Array.from(part), 0, part.length / 2, tolerance);
  return isRing ? [...ring, ring[0]!, ring[1]!] : [...ring, part.at(-2)!, part.at(-1)!];
}
