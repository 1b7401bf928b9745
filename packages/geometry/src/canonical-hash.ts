import { featureCount, type Polygons } from './polygons.ts';

/*
 * Identity of shapes. Two features are the same shape when their rings run through the same vertices on a grid, whatever
 * the start vertex, direction, ring order, part order or repeated points. The hash only sorts candidates: equality is
 * decided on the vertices, so a collision cannot declare a change unchanged.
 */

/** A ring's vertices on the grid as `x, y` integers: no repeats, smallest vertex first, in its smaller direction. */
function canonicalRing(p: Polygons, ring: number, grid: number): Float64Array {
  const from = p.ringStart[ring]!;
  const to = p.ringStart[ring + 1]! - 1;
  const points = new Float64Array(2 * (to - from));
  let n = 0;
  for (let v = from; v < to; v++) {
    const x = Math.round(p.xy[2 * v]! / grid);
    const y = Math.round(p.xy[2 * v + 1]! / grid);
    if (n > 0 && points[2 * n - 2] === x && points[2 * n - 1] === y) continue;
    points[2 * n] = x;
    points[2 * n + 1] = y;
    n++;
  }
  while (n > 1 && points[0] === points[2 * n - 2] && points[1] === points[2 * n - 1]) n--;
  let best: { start: number; step: 1 | -1 } | undefined;
  let least = 0;
  for (let i = 1; i < n; i++) if (compareVertices(points, i, least) < 0) least = i;
  for (let i = 0; i < n; i++) {
    if (compareVertices(points, i, least) !== 0) continue;
    for (const step of [1, -1] as const) {
      if (!best || compareWalks(points, n, { start: i, step }, best) < 0) best = { start: i, step };
    }
  }
  const out = new Float64Array(2 * n);
  for (let k = 0; k < n; k++) {
    const i = (((best!.start + k * best!.step) % n) + n) % n;
    out[2 * k] = points[2 * i]!;
    out[2 * k + 1] = points[2 * i + 1]!;
  }
  return out;
}

function compareVertices(points: Float64Array, i: number, j: number): number {
  return points[2 * i]! - points[2 * j]! || points[2 * i + 1]! - points[2 * j + 1]!;
}

function compareWalks(
  points: Float64Array,
  n: number,
  a: { start: number; step: number },
  b: { start: number; step: number },
): number {
  for (let k = 1; k < n; k++) {
    const i = (((a.start + k * a.step) % n) + n) % n;
    const j = (((b.start + k * b.step) % n) + n) % n;
    const order = compareVertices(points, i, j);
    if (order !== 0) return order;
  }
  return 0;
}

function mix(hash: number, value: number): number {
  let h = Math.imul(hash ^ value, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hashNumbers(values: Float64Array, seed: number): number {
  const words = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
  let h = mix(seed, values.length);
  for (let i = 0; i < words.length; i++) h = mix(h, words[i]!);
  return h >>> 0;
}

/** 53-bit hash of a ring: two independent 32-bit passes, so that buckets of unlike rings are practically unheard of. */
function hashRing(points: Float64Array): number {
  return hashNumbers(points, 0x9e3779b9) * 0x200000 + (hashNumbers(points, 0x7f4a7c15) >>> 11);
}

interface CanonicalFeature {
  readonly hash: number;
  /** Rings in canonical order: polygons sorted by their outer ring, holes sorted within. */
  readonly rings: readonly Float64Array[];
  /** Ring count of each polygon, in the same order. */
  readonly polygons: readonly number[];
}

function compareRings(a: Float64Array, b: Float64Array): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}

function canonicalFeature(p: Polygons, f: number, grid: number): CanonicalFeature {
  const polygons: Float64Array[][] = [];
  for (let g = p.featureStart[f]!; g < p.featureStart[f + 1]!; g++) {
    const outer = canonicalRing(p, p.polygonStart[g]!, grid);
    const holes: Float64Array[] = [];
    for (let r = p.polygonStart[g]! + 1; r < p.polygonStart[g + 1]!; r++) {
      holes.push(canonicalRing(p, r, grid));
    }
    polygons.push([outer, ...holes.sort(compareRings)]);
  }
  polygons.sort((a, b) => compareRings(a[0]!, b[0]!));
  const rings = polygons.flat();
  let hash = polygons.length;
  for (const ring of rings) hash = (hash * 31 + hashRing(ring)) % Number.MAX_SAFE_INTEGER;
  return { hash, rings, polygons: polygons.map((rings) => rings.length) };
}

function sameShape(a: CanonicalFeature, b: CanonicalFeature): boolean {
  return (
    a.rings.length === b.rings.length &&
    a.polygons.length === b.polygons.length &&
    a.polygons.every((n, i) => n === b.polygons[i]) &&
    a.rings.every((ring, i) => compareRings(ring, b.rings[i]!) === 0)
  );
}

/**
 * Canonical hash of feature `f` on a grid: the same for every way of writing the same shape. Integers below 2^53; equal
 * hashes do not prove equal shapes (use `matchIdentical`).
 *
 * @param grid spacing in the coordinates' unit
 */
export function canonicalHash(p: Polygons, f: number, grid: number): number {
  return canonicalFeature(p, f, grid).hash;
}

/**
 * Pairs features of `a` and `b` that are the same shape on a grid, one to one (of several equal ones the first with the
 * first). Returns for each feature of `a` its partner in `b`, or −1. Empty features are never paired.
 */
export function matchIdentical(a: Polygons, b: Polygons, grid: number): Int32Array {
  const match = new Int32Array(featureCount(a)).fill(-1);
  const candidates = new Map<number, number[]>();
  for (let f = 0; f < featureCount(b); f++) {
    if (b.featureStart[f] === b.featureStart[f + 1]) continue;
    const hash = canonicalHash(b, f, grid);
    const bucket = candidates.get(hash);
    if (bucket) bucket.push(f);
    else candidates.set(hash, [f]);
  }
  for (let f = 0; f < featureCount(a); f++) {
    if (a.featureStart[f] === a.featureStart[f + 1]) continue;
    const shape = canonicalFeature(a, f, grid);
    const bucket = candidates.get(shape.hash);
    if (!bucket) continue;
    const at = bucket.findIndex((g) => sameShape(shape, canonicalFeature(b, g, grid)));
    if (at >= 0) match[f] = bucket.splice(at, 1)[0]!;
  }
  return match;
}
