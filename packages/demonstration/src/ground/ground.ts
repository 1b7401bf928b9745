import type { Path } from '../mesh/insert-path.ts';
import { Mesh } from '../mesh/mesh.ts';

/** What covers a face, before survey classes are given. */
export const Cover = {
  outside: 0,
  river: 1,
  lake: 2,
  wetland: 3,
  wood: 4,
  field: 5,
  meadow: 6,
  track: 7,
  ditch: 8,
  belt: 9,
  road: 10,
  highway: 11,
  railway: 12,
  dike: 13,
  street: 14,
  urban: 15,
  village: 16,
} as const;
export type CoverCode = (typeof Cover)[keyof typeof Cover];

/** The mesh with what is known of every face. New faces inherit from the one they were cut from. */
export class Ground {
  readonly mesh: Mesh;
  cover = new Uint8Array(1024);
  /** Reserve the face lies in, −1 for none. */
  reserve = new Int8Array(1024);
  /** Town whose edge encloses the face, −1 for none; 0 is the central city. */
  town = new Int8Array(1024);
  /** Block of farmland or village the face belongs to, −1 for none. */
  block = new Int32Array(1024);
  blockCount = 0;

  constructor(outline: Path) {
    this.mesh = Mesh.ofOutline(outline);
    this.reserve.fill(-1);
    this.town.fill(-1);
    this.block.fill(-1);
  }

  set(face: number, cover: CoverCode): void {
    this.#reserveRoom();
    this.cover[face] = cover;
  }

  inherit(face: number, from: number): void {
    this.#reserveRoom();
    this.cover[face] = this.cover[from]!;
    this.reserve[face] = this.reserve[from]!;
    this.town[face] = this.town[from]!;
    this.block[face] = this.block[from]!;
  }

  #reserveRoom(): void {
    if (this.mesh.faceCount <= this.cover.length) return;
    const room = Math.max(this.mesh.faceCount, 2 * this.cover.length);
    const grow = <T extends Uint8Array | Int8Array | Int32Array>(array: T): T => {
      const larger = new (array.constructor as new (n: number) => T)(room);
      larger.set(array);
      return larger;
    };
    this.cover = grow(this.cover);
    this.reserve = grow(this.reserve);
    this.town = grow(this.town);
    this.block = grow(this.block);
  }
}

/** A point well inside a face, and the width of the face there along the horizontal. */
export function pointInside(mesh: Mesh, face: number): { x: number; y: number; width: number } {
  const ring = mesh.ring(face);
  let low = Infinity;
  let high = -Infinity;
  for (const h of ring) {
    low = Math.min(low, mesh.y[mesh.origin[h]!]!);
    high = Math.max(high, mesh.y[mesh.origin[h]!]!);
  }
  let best = { x: 0, y: 0, width: -1 };
  for (const share of [0.5, 0.3, 0.7, 0.15, 0.85, 0.42, 0.58]) {
    const y = low + share * (high - low) + 1e-5;
    const xs: number[] = [];
    for (const h of ring) {
      const a = mesh.origin[h]!;
      const b = mesh.destination(h);
      if (mesh.y[a]! > y !== mesh.y[b]! > y) {
        const t = (y - mesh.y[a]!) / (mesh.y[b]! - mesh.y[a]!);
        xs.push(mesh.x[a]! + t * (mesh.x[b]! - mesh.x[a]!));
      }
    }
    xs.sort((p, q) => p - q);
    for (let k = 0; k + 1 < xs.length; k += 2) {
      const width = xs[k + 1]! - xs[k]!;
      if (width > best.width) best = { x: (xs[k]! + xs[k + 1]!) / 2, y, width };
    }
  }
  return best;
}
