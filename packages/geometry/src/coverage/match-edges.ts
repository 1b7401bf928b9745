import type { EdgeLayer } from '../edges/edge-layer.ts';
import { hashPoint } from './point-hash.ts';

/** `mate` of an edge that stands alone. */
export const NO_MATE = 0xffffffff;

/** Which edges of a layer lie on each other, in opposite directions, one to one. */
export interface EdgeMatch {
  /** The edge (number of its first vertex) on the other side of each edge, or `NO_MATE`. */
  readonly mate: Uint32Array;
  /** Edges looked at, and those of them that have a mate. */
  readonly total: number;
  readonly matched: number;
}

/**
 * Matches every edge with the edge of the neighbour that runs along it. An edge is matched when it stands exactly once in each
 * direction, interior to the left; where it stands twice in one direction (features that lie on each other) none of its copies is.
 *
 * One pass with an open-addressing hash table over the bits of the coordinates: O(n), about 10 bytes an edge. Up to 2³⁰ vertices.
 *
 * @param without 1 for each feature whose edges are left out, since its boundary does not tell inside from outside
 */
export function matchEdges(layer: EdgeLayer, without: Uint8Array): EdgeMatch {
  const { xy, ringStart, ringFeature, ringSign } = layer;
  const mate = new Uint32Array(xy.length / 2).fill(NO_MATE);
  let size = 16;
  while (size < 1.25 * mate.length) size *= 2;
  const mask = size - 1;
  // A slot holds 1 + 2·edge + direction of the first edge that came; negative where more came than one in each direction.
  const table = new Int32Array(size);
  let total = 0;
  let matched = 0;
  for (let r = 0; r < ringFeature.length; r++) {
    if (without[ringFeature[r]!] === 1) continue;
    const from = ringStart[r]!;
    const end = ringStart[r + 1]! - 1;
    const leftIsInside = ringSign[r]! > 0;
    let px = xy[2 * from]!;
    let py = xy[2 * from + 1]!;
    let hp = hashPoint(px, py);
    total += end - from;
    for (let e = from; e < end; e++) {
      const qx = xy[2 * e + 2]!;
      const qy = xy[2 * e + 3]!;
      const hq = hashPoint(qx, qy);
      const direction = (px < qx || (px === qx && py < qy)) === leftIsInside ? 1 : 0;
      // The sum of the ends' hashes does not mind the direction.
      for (let slot = (hp + hq) & mask; ; slot = (slot + 1) & mask) {
        const held = table[slot]!;
        if (held === 0) {
          table[slot] = 1 + 2 * e + direction;
          break;
        }
        const code = (held < 0 ? -held : held) - 1;
        const first = code >> 1;
        const f = 2 * first;
        if (xy[f] === px && xy[f + 1] === py) {
          if (xy[f + 2] !== qx || xy[f + 3] !== qy) continue;
        } else if (xy[f] !== qx || xy[f + 1] !== qy || xy[f + 2] !== px || xy[f + 3] !== py) continue;
        if (held < 0) break;
        const other = mate[first]!;
        if (other === NO_MATE && (code & 1) !== direction) {
          mate[first] = e;
          mate[e] = first;
          matched += 2;
          break;
        }
        table[slot] = -held;
        if (other === NO_MATE) break;
        mate[first] = NO_MATE;
        mate[other] = NO_MATE;
        matched -= 2;
        break;
      }
      px = qx;
      py = qy;
      hp = hq;
    }
  }
  return { mate, total, matched };
}
