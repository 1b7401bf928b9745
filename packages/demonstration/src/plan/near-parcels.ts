import type { County } from './state.ts';

/** Outlines are looked at in steps of this length, metres. */
const STEP = 20;

interface Outline {
  /** x, y of points along the outline, at most `STEP` apart. */
  readonly points: readonly number[];
  readonly box: readonly [number, number, number, number];
}

/**
 * Tells whether a parcel comes within a distance (metres) of any of `others`. Errs by a step at most, on the safe side: what it
 * calls farther is farther.
 */
export function nearParcels(
  county: County,
  others: readonly number[],
  distance: number,
): (parcel: number) => boolean {
  const reach = distance + STEP;
  const outlines = others.map((p) => outlineOf(county, p));
  return (parcel) => {
    const own = outlineOf(county, parcel);
    return outlines.some((other) => boxesWithin(own, other, reach) && pointsWithin(own, other, reach));
  };
}

function outlineOf({ ground: { mesh }, survey }: County, parcel: number): Outline {
  const { faceStart, faces } = survey.parcels;
  const points: number[] = [];
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = faceStart[parcel]!; k < faceStart[parcel + 1]!; k++) {
    const ring = mesh.ring(faces[k]!).map((h) => mesh.origin[h]!);
    for (const [i, from] of ring.entries()) {
      const to = ring[(i + 1) % ring.length]!;
      const [x, y] = [mesh.x[from]!, mesh.y[from]!];
      const [dx, dy] = [mesh.x[to]! - x, mesh.y[to]! - y];
      const steps = Math.max(1, Math.ceil(Math.hypot(dx, dy) / STEP));
      for (let s = 0; s < steps; s++) points.push(x + (dx * s) / steps, y + (dy * s) / steps);
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  }
  return { points, box };
}

function boxesWithin({ box: a }: Outline, { box: b }: Outline, reach: number): boolean {
  return a[0] - reach <= b[2] && b[0] - reach <= a[2] && a[1] - reach <= b[3] && b[1] - reach <= a[3];
}

function pointsWithin({ points: a }: Outline, { points: b }: Outline, reach: number): boolean {
  const square = reach * reach;
  for (let i = 0; i < a.length; i += 2) {
    for (let j = 0; j < b.length; j += 2) {
      const [dx, dy] = [a[i]! - b[j]!, a[i + 1]! - b[j + 1]!];
      if (dx * dx + dy * dy <= square) return true;
    }
  }
  return false;
}
