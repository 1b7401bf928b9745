import { type Polygons, PolygonsBuilder } from '@tuheng/geometry';
import type { Mesh } from './mesh.ts';

/** Faces joined to polygons. Feature k of `polygons` is made of the faces faces[start[k]] … faces[start[k + 1] − 1]. */
export interface Dissolved {
  readonly polygons: Polygons;
  readonly start: Int32Array;
  readonly faces: Int32Array;
}

/**
 * Joins the faces of equal key (≥ 0) that hang together over edges: one feature for each such part, single-part, in the order
 * of their first faces. Edges between faces of one feature vanish; the others keep every vertex, so that neighbours and
 * layers made of the same mesh share their vertices. A ring that meets itself in a vertex is split there.
 */
export function dissolve(mesh: Mesh, key: Int32Array): Dissolved {
  const { start, faces, part } = parts(mesh, key);
  const builder = new PolygonsBuilder();
  const done = new Uint8Array(mesh.halfCount);
  const rings = new RingSplitter(mesh);
  for (let k = 0; k + 1 < start.length; k++) {
    let outer: number[] | undefined;
    const holes: number[][] = [];
    for (let i = start[k]!; i < start[k + 1]!; i++) {
      const begin = mesh.faceHalf[faces[i]!]!;
      let h = begin;
      do {
        if (!done[h] && part[mesh.face[h ^ 1]!] !== k) {
          for (const ring of rings.split(trace(mesh, part, k, h, done))) {
            if (rings.area(ring) > 0) outer = ring;
            else holes.push(ring);
          }
        }
        h = mesh.next[h]!;
      } while (h !== begin);
    }
    if (!outer) throw new RangeError('a part of the mesh has no outer ring');
    builder.addRing(rings.coordinates(outer));
    for (const hole of holes) builder.addRing(rings.coordinates(hole));
    builder.endPolygon();
    builder.endFeature();
  }
  return { polygons: builder.build(), start, faces };
}

/** Faces by connected part. `part` of a face without key is −1. */
function parts(mesh: Mesh, key: Int32Array): { start: Int32Array; faces: Int32Array; part: Int32Array } {
  const part = new Int32Array(mesh.faceCount).fill(-1);
  const faces: number[] = [];
  const start: number[] = [];
  const stack: number[] = [];
  for (let f = 1; f < mesh.faceCount; f++) {
    if (key[f]! < 0 || part[f] !== -1) continue;
    const k = start.length;
    start.push(faces.length);
    part[f] = k;
    stack.push(f);
    while (stack.length > 0) {
      const g = stack.pop()!;
      faces.push(g);
      const begin = mesh.faceHalf[g]!;
      let h = begin;
      do {
        const n = mesh.face[h ^ 1]!;
        if (part[n] === -1 && key[n] === key[f] && n !== 0) {
          part[n] = k;
          stack.push(n);
        }
        h = mesh.next[h]!;
      } while (h !== begin);
    }
  }
  start.push(faces.length);
  return { start: Int32Array.from(start), faces: Int32Array.from(faces), part };
}

/** The vertices of the boundary of part `k` that starts with half-edge `first`. At each vertex it keeps to the same fan of faces. */
function trace(mesh: Mesh, part: Int32Array, k: number, first: number, done: Uint8Array): number[] {
  const ring: number[] = [];
  let h = first;
  do {
    done[h] = 1;
    ring.push(mesh.origin[h]!);
    h = mesh.next[h]!;
    while (part[mesh.face[h ^ 1]!] === k) h = mesh.next[h ^ 1]!;
  } while (h !== first);
  return ring;
}

/** Splits rings of vertices at vertices they visit twice. */
class RingSplitter {
  readonly #mesh: Mesh;
  /** Position of a vertex in the ring being split, plus one. */
  readonly #seen = new Map<number, number>();

  constructor(mesh: Mesh) {
    this.#mesh = mesh;
  }

  split(ring: readonly number[]): number[][] {
    this.#seen.clear();
    const loops: number[][] = [];
    const stack: number[] = [];
    for (const v of ring) {
      const at = this.#seen.get(v);
      if (at !== undefined) {
        const loop = stack.splice(at);
        for (const u of loop) if (u !== v) this.#seen.delete(u);
        if (loop.length >= 3) loops.push(loop);
        stack.push(v);
      } else {
        this.#seen.set(v, stack.length);
        stack.push(v);
      }
    }
    if (stack.length >= 3) loops.push(stack);
    return loops;
  }

  /** Signed plane area, positive for a counter-clockwise ring. */
  area(ring: readonly number[]): number {
    const { x, y } = this.#mesh;
    const x0 = x[ring[0]!]!;
    const y0 = y[ring[0]!]!;
    let sum = 0;
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const a = ring[j]!;
      const b = ring[i]!;
      sum += (x[a]! - x0) * (y[b]! - y0) - (x[b]! - x0) * (y[a]! - y0);
    }
    return sum / 2;
  }

  coordinates(ring: readonly number[]): Float64Array {
    const { x, y } = this.#mesh;
    const xy = new Float64Array(2 * ring.length);
    for (let i = 0; i < ring.length; i++) {
      xy[2 * i] = x[ring[i]!]!;
      xy[2 * i + 1] = y[ring[i]!]!;
    }
    return xy;
  }
}
