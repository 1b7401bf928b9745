import { chainEnd, type EdgeLayer } from '../edges/edge-layer.ts';
import { packTree, TreeSearch } from '../edges/packed-tree.ts';
import { side } from '../edges/side.ts';

/** How the edges of a feature meet apart from following each other: not at all, at points, or across or along each other. */
export const contact = { none: 0, point: 1, crossing: 2 } as const;

/** Features of more chains than this are searched through an index of their own. */
const LARGE = 32;

/** For each feature of a layer the worst contact among its own edges (`contact`). */
export function selfContacts(layer: EdgeLayer): Uint8Array {
  const features = layer.featureRing.length - 1;
  const worst = new Uint8Array(features);
  const search = new TreeSearch();
  for (let f = 0; f < features; f++) {
    const first = layer.ringChain[layer.featureRing[f]!]!;
    const last = layer.ringChain[layer.featureRing[f + 1]!]!;
    worst[f] = last - first > LARGE ? ofLarge(layer, first, last, search) : ofSmall(layer, first, last);
  }
  return worst;
}

function ofSmall(layer: EdgeLayer, first: number, last: number): number {
  const { chainBox } = layer;
  let worst = 0;
  for (let c = first; c < last; c++) {
    for (let d = c; d < last; d++) {
      const p = 4 * c;
      const q = 4 * d;
      if (chainBox[p]! > chainBox[q + 2]! || chainBox[p + 2]! < chainBox[q]!) continue;
      if (chainBox[p + 1]! > chainBox[q + 3]! || chainBox[p + 3]! < chainBox[q + 1]!) continue;
      worst = Math.max(worst, ofChains(layer, c, d));
      if (worst === contact.crossing) return worst;
    }
  }
  return worst;
}

function ofLarge(layer: EdgeLayer, first: number, last: number, search: TreeSearch): number {
  const boxes = layer.chainBox.subarray(4 * first, 4 * last);
  const tree = packTree(boxes);
  let worst = 0;
  for (let c = first; c < last; c++) {
    const b = 4 * (c - first);
    const found = search.search(tree, boxes[b]!, boxes[b + 1]!, boxes[b + 2]!, boxes[b + 3]!);
    for (let k = 0; k < found.length; k++) {
      const d = first + found[k]!;
      if (d < c) continue;
      worst = Math.max(worst, ofChains(layer, c, d));
      if (worst === contact.crossing) return worst;
    }
  }
  return worst;
}

function ofChains(layer: EdgeLayer, c: number, d: number): number {
  const { xy, ringStart, chainRing, chainStart, chainBox } = layer;
  const endC = chainEnd(layer, c);
  const endD = chainEnd(layer, d);
  const ring = chainRing[c]!;
  const sameRing = ring === chainRing[d];
  const firstOfRing = ringStart[ring]!;
  const lastOfRing = ringStart[ring + 1]! - 2;
  const box = 4 * d;
  let worst: number = contact.none;
  if (c === d && isMonotone(xy, chainStart[c]!, endC)) return worst;
  for (let e = chainStart[c]!; e < endC; e++) {
    const px = xy[2 * e]!;
    const py = xy[2 * e + 1]!;
    const qx = xy[2 * e + 2]!;
    const qy = xy[2 * e + 3]!;
    const west = Math.min(px, qx);
    const east = Math.max(px, qx);
    const south = Math.min(py, qy);
    const north = Math.max(py, qy);
    if (east < chainBox[box]! || west > chainBox[box + 2]!) continue;
    if (north < chainBox[box + 1]! || south > chainBox[box + 3]!) continue;
    for (let f = c === d ? e + 2 : chainStart[d]!; f < endD; f++) {
      const rx = xy[2 * f]!;
      const sx = xy[2 * f + 2]!;
      if ((rx < west && sx < west) || (rx > east && sx > east)) continue;
      const ry = xy[2 * f + 1]!;
      const sy = xy[2 * f + 3]!;
      if ((ry < south && sy < south) || (ry > north && sy > north)) continue;
      if (sameRing && (f === e + 1 || (e === firstOfRing && f === lastOfRing))) continue;
      const found = ofEdges(px, py, qx, qy, rx, ry, sx, sy);
      if (found === contact.crossing) return found;
      worst = Math.max(worst, found);
    }
  }
  return worst;
}

/** Whether a chain runs on in one direction, east, west, north or south: then its edges cannot meet. */
function isMonotone(xy: Float64Array, first: number, end: number): boolean {
  let [east, west, north, south] = [true, true, true, true];
  for (let e = first; e < end; e++) {
    const dx = xy[2 * e + 2]! - xy[2 * e]!;
    const dy = xy[2 * e + 3]! - xy[2 * e + 1]!;
    east &&= dx > 0;
    west &&= dx < 0;
    north &&= dy > 0;
    south &&= dy < 0;
  }
  return east || west || north || south;
}

function ofEdges(
  px: number,
  py: number,
  qx: number,
  qy: number,
  rx: number,
  ry: number,
  sx: number,
  sy: number,
): number {
  const r = side(px, py, qx, qy, rx, ry);
  const s = side(px, py, qx, qy, sx, sy);
  if ((r > 0 && s > 0) || (r < 0 && s < 0)) return contact.none;
  if (r === 0 && s === 0) {
    const alongX = Math.abs(qx - px) > Math.abs(qy - py);
    const [p, q, u, v] = alongX ? [px, qx, rx, sx] : [py, qy, ry, sy];
    const shared = Math.min(Math.max(p, q), Math.max(u, v)) - Math.max(Math.min(p, q), Math.min(u, v));
    return shared > 0 ? contact.crossing : shared === 0 ? contact.point : contact.none;
  }
  const p = side(rx, ry, sx, sy, px, py);
  const q = side(rx, ry, sx, sy, qx, qy);
  if ((p > 0 && q > 0) || (p < 0 && q < 0)) return contact.none;
  return r === 0 || s === 0 || p === 0 || q === 0 ? contact.point : contact.crossing;
}
