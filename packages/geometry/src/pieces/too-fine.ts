import { chainEnd, type EdgeLayer } from '../edges/edge-layer.ts';
import { meeting, segmentMeeting } from '../edges/segments.ts';

/** Features of more chains than this are not looked at: they count as too fine. */
const MOST = 512;

/**
 * Whether a feature has edges that touch each other, or come within `distance` of each other without following each other: rounding to a
 * grid of that diagonal might change more than its vertices.
 */
export function tooFine(layer: EdgeLayer, f: number, distance: number): boolean {
  const { chainBox, featureRing, ringChain } = layer;
  const first = ringChain[featureRing[f]!]!;
  const last = ringChain[featureRing[f + 1]!]!;
  if (last - first > MOST) return true;
  const square = distance * distance;
  for (let c = first; c < last; c++) {
    for (let d = c; d < last; d++) {
      const p = 4 * c;
      const q = 4 * d;
      if (chainBox[p]! - distance > chainBox[q + 2]! || chainBox[p + 2]! + distance < chainBox[q]!) continue;
      if (chainBox[p + 1]! - distance > chainBox[q + 3]! || chainBox[p + 3]! + distance < chainBox[q + 1]!)
        continue;
      if (chainsTooFine(layer, c, d, square)) return true;
    }
  }
  return false;
}

function chainsTooFine(layer: EdgeLayer, c: number, d: number, square: number): boolean {
  const { chainRing, chainStart, ringStart, xy } = layer;
  const endC = chainEnd(layer, c);
  const endD = chainEnd(layer, d);
  const ring = chainRing[c]!;
  const sameRing = ring === chainRing[d];
  const firstOfRing = ringStart[ring]!;
  const lastOfRing = ringStart[ring + 1]! - 2;
  for (let e = chainStart[c]!; e < endC; e++) {
    for (let f = c === d ? e + 1 : chainStart[d]!; f < endD; f++) {
      const how = segmentMeeting(
        square,
        xy[2 * e]!,
        xy[2 * e + 1]!,
        xy[2 * e + 2]!,
        xy[2 * e + 3]!,
        xy[2 * f]!,
        xy[2 * f + 1]!,
        xy[2 * f + 2]!,
        xy[2 * f + 3]!,
      );
      if (how === meeting.apart) continue;
      const follows = sameRing && (f === e + 1 || (e === firstOfRing && f === lastOfRing));
      if (how !== meeting.atEnds || !follows) return true;
    }
  }
  return false;
}
