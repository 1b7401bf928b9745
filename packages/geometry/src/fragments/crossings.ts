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
 * Blocks of chains of the layer that has more of them look up those of the other, which is the one that gets an index.
 */
export function findCrossings(a: EdgeLayer, b: EdgeLayer, onA: Events, onB: Events): void {
  const search = new TreeSearch();
  const aLeads = a.chainRing.length >= b.chainRing.length;
  const aOuter = meanExtent(a.chainBox) >= meanExtent(b.chainBox);
  const boxes = (aLeads ? a : b).chainBox;
  const follower = aLeads ? b : a;
  const others = follower.chainBox;
  const tree = follower.chainTree;
  const chains = boxes.length / 4;
  for (let first = 0; first < chains; first += BLOCK) {
    // Chains that follow each other along a ring lie together: one search for all of a block, then box against box.
    const last = Math.min(first + BLOCK, chains);
    let west = Infinity;
    let south = Infinity;
    let east = -Infinity;
    let north = -Infinity;
    for (let box = 4 * first; box < 4 * last; box += 4) {
      west = Math.min(west, boxes[box]!);
      south = Math.min(south, boxes[box + 1]!);
      east = Math.max(east, boxes[box + 2]!);
      north = Math.max(north, boxes[box + 3]!);
    }
    const found = search.search(tree, west, south, east, north);
    for (let m = 0; m < found.length; m++) {
      const other = found[m]!;
      const minX = others[4 * other]!;
      const minY = others[4 * other + 1]!;
      const maxX = others[4 * other + 2]!;
      const maxY = others[4 * other + 3]!;
      for (let own = first; own < last; own++) {
        const box = 4 * own;
        if (boxes[box]! > maxX || boxes[box + 2]! < minX) continue;
        if (boxes[box + 1]! > maxY || boxes[box + 3]! < minY) continue;
        if (aLeads) crossChains(a, own, b, other, aOuter, onA, onB);
        else crossChains(a, other, b, own, aOuter, onA, onB);
      }
    }
  }
}

/** Chains of a block: a few small polygons. */
const BLOCK = 16;

function crossChains(
  a: EdgeLayer,
  chainA: number,
  b: EdgeLayer,
  chainB: number,
  aOuter: boolean,
  onA: Events,
  onB: Events,
): void {
  // Edges of the wider chain are held against the box of the narrower one first, which most of them miss.
  const outer = aOuter ? a : b;
  const inner = aOuter ? b : a;
  const outerChain = aOuter ? chainA : chainB;
  const innerChain = aOuter ? chainB : chainA;
  const box = 4 * innerChain;
  const minX = inner.chainBox[box]!;
  const minY = inner.chainBox[box + 1]!;
  const maxX = inner.chainBox[box + 2]!;
  const maxY = inner.chainBox[box + 3]!;
  const xy = outer.xy;
  const end = chainEnd(outer, outerChain);
  let e = outer.chainStart[outerChain]!;
  let qx = xy[2 * e]!;
  let qy = xy[2 * e + 1]!;
  for (; e < end; e++) {
    const px = qx;
    const py = qy;
    qx = xy[2 * e + 2]!;
    qy = xy[2 * e + 3]!;
    if ((px < minX && qx < minX) || (px > maxX && qx > maxX)) continue;
    if ((py < minY && qy < minY) || (py > maxY && qy > maxY)) continue;
    const first = inner.chainStart[innerChain]!;
    const last = chainEnd(inner, innerChain);
    for (let f = first; f < last; f++) {
      if (missBoxes(px, py, qx, qy, inner.xy, f)) continue;
      if (aOuter) crossEdges(a, e, a.chainRing[chainA]!, b, f, b.chainRing[chainB]!, onA, onB);
      else crossEdges(a, f, a.chainRing[chainA]!, b, e, b.chainRing[chainB]!, onA, onB);
    }
  }
}

/** Whether the boxes of the edge p→q and of edge `f` have nothing in common. */
function missBoxes(px: number, py: number, qx: number, qy: number, xy: Float64Array, f: number): boolean {
  const rx = xy[2 * f]!;
  const sx = xy[2 * f + 2]!;
  if (px < qx ? (rx < px && sx < px) || (rx > qx && sx > qx) : (rx < qx && sx < qx) || (rx > px && sx > px)) {
    return true;
  }
  const ry = xy[2 * f + 1]!;
  const sy = xy[2 * f + 3]!;
  return py < qy
    ? (ry < py && sy < py) || (ry > qy && sy > qy)
    : (ry < qy && sy < qy) || (ry > py && sy > py);
}

/** Mean of half the girth of the chains' boxes. */
function meanExtent(boxes: Float64Array): number {
  let sum = 0;
  for (let b = 0; b < boxes.length; b += 4) {
    sum += boxes[b + 2]! - boxes[b]! + boxes[b + 3]! - boxes[b + 1]!;
  }
  return sum / boxes.length;
}

function crossEdges(
  a: EdgeLayer,
  e: number,
  ringA: number,
  b: EdgeLayer,
  f: number,
  ringB: number,
  onA: Events,
  onB: Events,
): void {
  const px = a.xy[2 * e]!;
  const py = a.xy[2 * e + 1]!;
  const qx = a.xy[2 * e + 2]!;
  const qy = a.xy[2 * e + 3]!;
  const rx = b.xy[2 * f]!;
  const ry = b.xy[2 * f + 1]!;
  const sx = b.xy[2 * f + 2]!;
  const sy = b.xy[2 * f + 3]!;
  const r = side(px, py, qx, qy, rx, ry);
  const s = side(px, py, qx, qy, sx, sy);
  if ((r > 0 && s > 0) || (r < 0 && s < 0)) return;
  if (r === 0 && s === 0) {
    lieAlong(a, e, ringA, b, f, ringB, onA, onB);
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
  const { origin } = onA;
  let x: number;
  let y: number;
  if (r === 0) {
    x = rx - origin.x;
    y = ry - origin.y;
  } else if (s === 0) {
    x = sx - origin.x;
    y = sy - origin.y;
  } else if (q === 0) {
    x = qx - origin.x;
    y = qy - origin.y;
  } else {
    // Exactly the vertex where p is 0, since t is then. Relative to the origin, so that rounding is that of a county's size.
    const t = p / (p - q);
    x = px - origin.x + t * (qx - px);
    y = py - origin.y + t * (qy - py);
  }
  // The edge of `a` comes to the left of the edge of `b`; then that one comes to the right of the first.
  const step = qLeft ? 1 : -1;
  onA.add(e, ringA, b.ringFeature[ringB]!, step * b.ringSign[ringB]!, x, y);
  onB.add(f, ringB, a.ringFeature[ringA]!, -step * a.ringSign[ringA]!, x, y);
}

/** Two edges on one line: parallel even after the shift, so they do not cross, but they may lie on each other. */
function lieAlong(
  a: EdgeLayer,
  e: number,
  ringA: number,
  b: EdgeLayer,
  f: number,
  ringB: number,
  onA: Events,
  onB: Events,
): void {
  const px = a.xy[2 * e]!;
  const py = a.xy[2 * e + 1]!;
  const qx = a.xy[2 * e + 2]!;
  const qy = a.xy[2 * e + 3]!;
  const rx = b.xy[2 * f]!;
  const ry = b.xy[2 * f + 1]!;
  const sx = b.xy[2 * f + 2]!;
  const sy = b.xy[2 * f + 3]!;
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
  const { x, y } = onA.origin;
  onA.add(e, ringA, featureB, -1, x1 - x, y1 - y);
  onA.add(e, ringA, featureB, 1, x2 - x, y2 - y);
  onB.add(f, ringB, featureA, alike ? -1 : 1, x1 - x, y1 - y);
  onB.add(f, ringB, featureA, alike ? 1 : -1, x2 - x, y2 - y);
}
