import { type Ground, pointInside } from '../ground/ground.ts';
import type { Plot } from '../ground/plots.ts';

/** The parcels of the survey: sets of faces that hang together. Columns by parcel. */
export interface Parcels {
  readonly count: number;
  /** Parcel of a face; −1 outside the county. */
  readonly ofFace: Int32Array;
  /** The face that gave the parcel its cover: its largest. */
  readonly mainFace: Int32Array;
  /** Faces of parcel p: faces[faceStart[p] .. faceStart[p + 1]). */
  readonly faceStart: Int32Array;
  readonly faces: Int32Array;
  /** Plane area, m². */
  readonly area: Float64Array;
  /** A point in the main face. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Neighbours by a shared edge: those of parcel p are neighbour[first[p] .. first[p + 1]), with the length shared, metres. */
  readonly first: Int32Array;
  readonly neighbour: Int32Array;
  readonly shared: Float32Array;
}

/** A parcel smaller than this goes to a neighbour, m². */
const SMALLEST = 420;
/** And one narrower in the mean (2A/P), metres. */
const NARROWEST = 2.6;

/** Joins splinters to a neighbour and plots to their host, and numbers what remains. */
export function formParcels(ground: Ground, plots: readonly Plot[]): Parcels {
  const { mesh } = ground;
  const faces = mesh.faceCount;
  const area = new Float64Array(faces);
  for (let f = 1; f < faces; f++) area[f] = mesh.area(f);
  const root = Int32Array.from({ length: faces }, (_, f) => f);
  const find = (f: number): number => {
    let r = f;
    while (root[r] !== r) r = root[r]!;
    for (let k = f; root[k] !== r; ) {
      const up = root[k]!;
      root[k] = r;
      k = up;
    }
    return r;
  };
  for (const { face, host } of plots) root[face] = host;
  for (let f = 1; f < faces; f++) {
    if (root[f] !== f || !isSplinter(ground, f, area[f]!)) continue;
    const host = bestNeighbour(ground, f);
    if (host > 0) root[f] = find(host);
  }
  const ofFace = new Int32Array(faces).fill(-1);
  const numberOf = new Int32Array(faces).fill(-1);
  let count = 0;
  for (let f = 1; f < faces; f++) {
    const r = find(f);
    if (numberOf[r] === -1) numberOf[r] = count++;
    ofFace[f] = numberOf[r]!;
  }
  return describe(ground, ofFace, count, area);
}

function isSplinter(ground: Ground, f: number, area: number): boolean {
  if (area < SMALLEST) return true;
  if (area > 40_000) return false;
  const perimeter = ground.mesh.ring(f).reduce((sum, h) => sum + ground.mesh.length(h), 0);
  return (2 * area) / perimeter < NARROWEST;
}

/** The neighbour with the longest common edge, one of the same ground before others. */
function bestNeighbour(ground: Ground, f: number): number {
  const { mesh } = ground;
  const scores = new Map<number, number>();
  for (const h of mesh.ring(f)) {
    const g = mesh.face[h ^ 1]!;
    if (g === 0 || g === f) continue;
    const sameGround = ground.reserve[g] === ground.reserve[f] && ground.town[g] === ground.town[f];
    const weight = (sameGround ? 100 : 1) * (ground.cover[g] === ground.cover[f] ? 3 : 1);
    scores.set(g, (scores.get(g) ?? 0) + weight * mesh.length(h));
  }
  let best = -1;
  for (const [g, score] of scores) if (best < 0 || score > scores.get(best)!) best = g;
  return best;
}

function describe(ground: Ground, ofFace: Int32Array, count: number, faceArea: Float64Array): Parcels {
  const { mesh } = ground;
  const mainFace = new Int32Array(count).fill(-1);
  const area = new Float64Array(count);
  for (let f = 1; f < mesh.faceCount; f++) {
    const p = ofFace[f]!;
    area[p] = area[p]! + faceArea[f]!;
    if (mainFace[p] === -1 || faceArea[f]! > faceArea[mainFace[p]!]!) mainFace[p] = f;
  }
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let p = 0; p < count; p++) {
    const point = pointInside(mesh, mainFace[p]!);
    x[p] = point.x;
    y[p] = point.y;
  }
  const byParcel = facesByParcel(mesh.faceCount, ofFace, count);
  return { count, ofFace, mainFace, ...byParcel, area, x, y, ...neighbours(ground, ofFace, count, byParcel) };
}

function facesByParcel(faceCount: number, ofFace: Int32Array, count: number) {
  const faceStart = new Int32Array(count + 1);
  for (let f = 1; f < faceCount; f++) faceStart[ofFace[f]! + 1]!++;
  for (let p = 0; p < count; p++) faceStart[p + 1] = faceStart[p + 1]! + faceStart[p]!;
  const faces = new Int32Array(faceCount - 1);
  const fill = faceStart.slice();
  for (let f = 1; f < faceCount; f++) faces[fill[ofFace[f]!]!++] = f;
  return { faceStart, faces };
}

function neighbours(
  ground: Ground,
  ofFace: Int32Array,
  count: number,
  { faceStart, faces }: Pick<Parcels, 'faceStart' | 'faces'>,
) {
  const { mesh } = ground;
  const first = new Int32Array(count + 1);
  let neighbour = new Int32Array(mesh.halfCount);
  let shared = new Float32Array(mesh.halfCount);
  const slot = new Int32Array(count).fill(-1);
  let n = 0;
  for (let p = 0; p < count; p++) {
    first[p] = n;
    for (let k = faceStart[p]!; k < faceStart[p + 1]!; k++) {
      const begin = mesh.faceHalf[faces[k]!]!;
      let h = begin;
      do {
        const g = mesh.face[h ^ 1]!;
        const q = g === 0 ? -1 : ofFace[g]!;
        if (q >= 0 && q !== p) {
          if (slot[q]! < first[p]!) {
            slot[q] = n;
            neighbour[n] = q;
            shared[n++] = 0;
          }
          shared[slot[q]!] = shared[slot[q]!]! + mesh.length(h);
        }
        h = mesh.next[h]!;
      } while (h !== begin);
    }
  }
  first[count] = n;
  neighbour = neighbour.slice(0, n);
  shared = shared.slice(0, n);
  return { first, neighbour, shared };
}

/** Parcels that share at least a vertex with parcel `p`; −1 stands for the ground outside the county. */
export function touching(ground: Ground, parcels: Parcels, p: number): Set<number> {
  const { mesh } = ground;
  const found = new Set<number>();
  for (let k = parcels.faceStart[p]!; k < parcels.faceStart[p + 1]!; k++) {
    for (const h of mesh.ring(parcels.faces[k]!)) {
      let around = h;
      do {
        found.add(parcels.ofFace[mesh.face[around]!]!);
        around = mesh.prev[around]! ^ 1;
      } while (around !== h);
    }
  }
  found.delete(p);
  return found;
}
