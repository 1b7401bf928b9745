import { chainEnd, type EdgeLayer } from '../edges/edge-layer.ts';
import { TreeSearch } from '../edges/packed-tree.ts';
import { shiftedEdgeSide, shiftedVertexSide, side } from '../edges/side.ts';
import type { Events } from './events.ts';

/**
 * Finds every crossing of an edge of `a` with an edge of `b` (moved by the infinitesimal shift of side.ts) and writes what it
 * means to the walk along `a` into `onA` and to the walk along `b` into `onB`:
 *
 * - a crossing: the edge enters (+1) or leaves (−1) a feature of the other layer, at the limit of the crossing point. Where a
 *   vertex lies exactly on the other edge that limit is the vertex itself, to the bit; otherwise it is computed once, for both;
 * - a stretch where two edges lie on each other with the interiors on opposite sides. The shift may push the two features into each
 *   other there, by nothing: −1 at its start, +1 at its end, so that the stretch counts for neither.
 *
 * Where two edges lie on each other with the interiors on the same side, the shift puts exactly one of them into the other's
 * feature, which is why such a stretch counts once without further ado.
 *
 * Chains `from … to−1` of `a`, in the order of its tree: a partition by place in which every crossing is found once, by whoever has
 * the chain of `a`.
 */
export function findCrossings(
  a: EdgeLayer,
  b: EdgeLayer,
  from: number,
  to: number,
  onA: Events,
  onB: Events,
): void {
  const search = new TreeSearch();
  const { items, boxes } = a.chainTree;
  for (let k = from; k < to; k++) {
    const chain = items[k]!;
    const found = search.search(
      b.chainTree,
      boxes[4 * k]!,
      boxes[4 * k + 1]!,
      boxes[4 * k + 2]!,
      boxes[4 * k + 3]!,
    );
    for (let m = 0; m < found.length; m++) crossChains(a, chain, b, found[m]!, onA, onB);
  }
}

function crossChains(
  a: EdgeLayer,
  chainA: number,
  b: EdgeLayer,
  chainB: number,
  onA: Events,
  onB: Events,
): void {
  const box = 4 * chainB;
  const minX = b.chainBox[box]!;
  const minY = b.chainBox[box + 1]!;
  const maxX = b.chainBox[box + 2]!;
  const maxY = b.chainBox[box + 3]!;
  const firstB = b.chainStart[chainB]!;
  const endB = chainEnd(b, chainB);
  const endA = chainEnd(a, chainA);
  const ringA = a.chainRing[chainA]!;
  const ringB = b.chainRing[chainB]!;
  const axy = a.xy;
  const bxy = b.xy;
  for (let e = a.chainStart[chainA]!; e < endA; e++) {
    const px = axy[2 * e]!;
    const py = axy[2 * e + 1]!;
    const qx = axy[2 * e + 2]!;
    const qy = axy[2 * e + 3]!;
    const west = Math.min(px, qx);
    const east = Math.max(px, qx);
    if (east < minX || west > maxX) continue;
    const south = Math.min(py, qy);
    const north = Math.max(py, qy);
    if (north < minY || south > maxY) continue;
    for (let f = firstB; f < endB; f++) {
      const rx = bxy[2 * f]!;
      const sx = bxy[2 * f + 2]!;
      if ((rx < west && sx < west) || (rx > east && sx > east)) continue;
      const ry = bxy[2 * f + 1]!;
      const sy = bxy[2 * f + 3]!;
      if ((ry < south && sy < south) || (ry > north && sy > north)) continue;
      crossEdges(a, e, ringA, px, py, qx, qy, b, f, ringB, rx, ry, sx, sy, onA, onB);
    }
  }
}

function crossEdges(
  a: EdgeLayer,
  e: number,
  ringA: number,
  px: number,
  py: number,
  qx: number,
  qy: number,
  b: EdgeLayer,
  f: number,
  ringB: number,
  rx: number,
  ry: number,
  sx: number,
  sy: number,
  onA: Events,
  onB: Events,
): void {
  const r = side(px, py, qx, qy, rx, ry);
  const s = side(px, py, qx, qy, sx, sy);
  if ((r > 0 && s > 0) || (r < 0 && s < 0)) return;
  if (r === 0 && s === 0) {
    touchAlong(a, e, ringA, px, py, qx, qy, b, f, ringB, rx, ry, sx, sy, onA, onB);
    return;
  }
  const onLine = shiftedVertexSide(qx - px, qy - py) > 0;
  const rLeft = r === 0 ? onLine : r > 0;
  const sLeft = s === 0 ? onLine : s > 0;
  if (rLeft === sLeft) return;
  const p = side(rx, ry, sx, sy, px, py);
  const q = side(rx, ry, sx, sy, qx, qy);
  const onEdge = shiftedEdgeSide(sx - rx, sy - ry) > 0;
  const pLeft = p === 0 ? onEdge : p > 0;
  const qLeft = q === 0 ? onEdge : q > 0;
  if (pLeft === qLeft) return;
  let x: number;
  let y: number;
  if (r === 0) {
    x = rx;
    y = ry;
  } else if (s === 0) {
    x = sx;
    y = sy;
  } else if (p === 0) {
    x = px;
    y = py;
  } else if (q === 0) {
    x = qx;
    y = qy;
  } else {
    const t = p / (p - q);
    x = px + t * (qx - px);
    y = py + t * (qy - py);
  }
  // The edge of `a` comes to the left of the edge of `b`; then that one comes to the right of the first.
  const step = qLeft ? 1 : -1;
  onA.add(e, ringA, b.ringFeature[ringB]!, step * b.ringSign[ringB]!, x, y);
  onB.add(f, ringB, a.ringFeature[ringA]!, -step * a.ringSign[ringA]!, x, y);
}

/** Two edges on one line: parallel even after the shift, so they do not cross, but they may lie on each other. */
function touchAlong(
  a: EdgeLayer,
  e: number,
  ringA: number,
  px: number,
  py: number,
  qx: number,
  qy: number,
  b: EdgeLayer,
  f: number,
  ringB: number,
  rx: number,
  ry: number,
  sx: number,
  sy: number,
  onA: Events,
  onB: Events,
): void {
  const dx = qx - px;
  const dy = qy - py;
  const alike = dx * (sx - rx) + dy * (sy - ry) > 0;
  const signA = a.ringSign[ringA]!;
  const signB = b.ringSign[ringB]!;
  if (alike === (signA === signB)) return;
  // Is the edge of `a` on the inner side of the edge of `b`? Then so is that one on the inner side of the first.
  if (shiftedEdgeSide(sx - rx, sy - ry) * signB < 0) return;
  const lowX = alike ? rx : sx;
  const lowY = alike ? ry : sy;
  const highX = alike ? sx : rx;
  const highY = alike ? sy : ry;
  // The stretch along the edge of `a`: from the later start to the earlier end, all of them vertices.
  const along =
    Math.abs(dx) > Math.abs(dy)
      ? (x: number, _: number) => x * Math.sign(dx)
      : (_: number, y: number) => y * Math.sign(dy);
  const fromLow = along(lowX, lowY) > along(px, py);
  const toHigh = along(highX, highY) < along(qx, qy);
  const x1 = fromLow ? lowX : px;
  const y1 = fromLow ? lowY : py;
  const x2 = toHigh ? highX : qx;
  const y2 = toHigh ? highY : qy;
  if (along(x1, y1) >= along(x2, y2)) return;
  const featureA = a.ringFeature[ringA]!;
  const featureB = b.ringFeature[ringB]!;
  onA.add(e, ringA, featureB, -1, x1, y1);
  onA.add(e, ringA, featureB, 1, x2, y2);
  onB.add(f, ringB, featureA, -1, alike ? x1 : x2, alike ? y1 : y2);
  onB.add(f, ringB, featureA, 1, alike ? x2 : x1, alike ? y2 : y1);
}
