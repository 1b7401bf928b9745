import type { Polygons } from '../../polygons.ts';
import { signedRingArea } from '../../ring.ts';
import type { Thresholds } from '../coverage-options.ts';
import type { RingCorner, RingPlace, RingSegment } from '../report.ts';
import { forEachRing } from './for-each-ring.ts';

export interface CornerFindings {
  readonly repeatedPoints: RingSegment[];
  readonly spikes: RingCorner[];
  readonly sharpAngles: RingCorner[];
  readonly wrongOrientation: RingPlace[];
}

/**
 * Walks every ring once, vertex by vertex:
 *
 * - a repeated point is no further than `snap` from the vertex before it (the closing vertex is none);
 * - a spike is a corner of less than `sharpAngle`, to either side, of which the shorter edge ends within `snap` of the longer one;
 * - a sharp angle is an interior angle of less than `sharpAngle` that is no spike;
 * - a ring without area has no orientation, so none that is wrong.
 */
export function checkCorners(p: Polygons, thresholds: Thresholds): CornerFindings {
  const found: CornerFindings = { repeatedPoints: [], spikes: [], sharpAngles: [], wrongOrientation: [] };
  const { xy } = p;
  const { outerRings } = thresholds;
  const snap2 = thresholds.snap * thresholds.snap;
  const slope = Math.tan((thresholds.sharpAngle * Math.PI) / 180);
  forEachRing(p, (feature, ring, isOuter) => {
    const from = p.ringStart[ring]!;
    const to = p.ringStart[ring + 1]!;
    const area = signedRingArea(xy, from, to);
    const place = { feature, ring, x: xy[2 * from]!, y: xy[2 * from + 1]! };
    if (
      outerRings !== 'any' &&
      area !== 0 &&
      (area > 0 === (outerRings === 'counter-clockwise')) !== isOuter
    ) {
      found.wrongOrientation.push(place);
    }
    const inward = area >= 0 === isOuter ? 1 : -1;
    // The edge that comes in, from the last vertex that was not the same point.
    let before = to - 2;
    while (before > from && xy[2 * before] === xy[2 * from] && xy[2 * before + 1] === xy[2 * from + 1])
      before--;
    let ux = xy[2 * from]! - xy[2 * before]!;
    let uy = xy[2 * from + 1]! - xy[2 * before + 1]!;
    for (let v = from; v < to - 1; v++) {
      const x = xy[2 * v]!;
      const y = xy[2 * v + 1]!;
      const wx = xy[2 * v + 2]! - x;
      const wy = xy[2 * v + 3]! - y;
      const w2 = wx * wx + wy * wy;
      if (w2 <= snap2 && v + 2 < to) {
        found.repeatedPoints.push({ feature, ring, segment: [x, y, x + wx, y + wy] });
      }
      if (w2 === 0) continue;
      const back = -(ux * wx + uy * wy);
      const turn = ux * wy - uy * wx;
      if (back > 0 && Math.abs(turn) < slope * back) {
        const corner = { feature, ring, x, y, angle: (Math.atan2(Math.abs(turn), back) * 180) / Math.PI };
        if (turn * turn <= snap2 * Math.max(w2, ux * ux + uy * uy)) found.spikes.push(corner);
        else if (turn * inward > 0) found.sharpAngles.push(corner);
      }
      ux = wx;
      uy = wy;
    }
  });
  return found;
}
