import { side } from './side.ts';

/** Square of the distance from point p to the segment a–b. */
function squaredDistanceToSegment(
  px: number,
  py: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const dx = bx - ax;
  const dy = by - ay;
  const ex = px - ax;
  const ey = py - ay;
  const along = ex * dx + ey * dy;
  if (along <= 0) return ex * ex + ey * ey;
  const square = dx * dx + dy * dy;
  if (along >= square) {
    const fx = px - bx;
    const fy = py - by;
    return fx * fx + fy * fy;
  }
  const cross = dx * ey - dy * ex;
  return (cross * cross) / square;
}

/** Whether the segments p–q and r–s have a point in common; exact. */
function segmentsMeet(
  px: number,
  py: number,
  qx: number,
  qy: number,
  rx: number,
  ry: number,
  sx: number,
  sy: number,
): boolean {
  if (Math.max(px, qx) < Math.min(rx, sx) || Math.max(rx, sx) < Math.min(px, qx)) return false;
  if (Math.max(py, qy) < Math.min(ry, sy) || Math.max(ry, sy) < Math.min(py, qy)) return false;
  const r = side(px, py, qx, qy, rx, ry);
  const s = side(px, py, qx, qy, sx, sy);
  if ((r > 0 && s > 0) || (r < 0 && s < 0)) return false;
  const p = side(rx, ry, sx, sy, px, py);
  const q = side(rx, ry, sx, sy, qx, qy);
  // All on one line: the boxes meet, so the segments do.
  return !((p > 0 && q > 0) || (p < 0 && q < 0));
}

/** Whether the distance between the segments p–q and r–s is at most √`square`. */
export function segmentsWithin(
  square: number,
  px: number,
  py: number,
  qx: number,
  qy: number,
  rx: number,
  ry: number,
  sx: number,
  sy: number,
): boolean {
  return (
    squaredDistanceToSegment(px, py, rx, ry, sx, sy) <= square ||
    squaredDistanceToSegment(qx, qy, rx, ry, sx, sy) <= square ||
    squaredDistanceToSegment(rx, ry, px, py, qx, qy) <= square ||
    squaredDistanceToSegment(sx, sy, px, py, qx, qy) <= square ||
    segmentsMeet(px, py, qx, qy, rx, ry, sx, sy)
  );
}

/** How two segments meet: not at all, at one common end and nowhere near otherwise, as the same segment, or badly. */
export const meeting = { apart: 0, atEnds: 1, same: 2, near: 3 } as const;

/**
 * How the segments p–q and r–s meet (`meeting`), where anything closer than √`square` that is no common end is bad. Exact for
 * `square` 0; the segments must be longer than nothing.
 */
export function segmentMeeting(
  square: number,
  px: number,
  py: number,
  qx: number,
  qy: number,
  rx: number,
  ry: number,
  sx: number,
  sy: number,
): number {
  const pr = px === rx && py === ry;
  const qs = qx === sx && qy === sy;
  const ps = px === sx && py === sy;
  const qr = qx === rx && qy === ry;
  if ((pr && qs) || (ps && qr)) return meeting.same;
  if (!pr && !qs && !ps && !qr) {
    const near =
      square > 0
        ? segmentsWithin(square, px, py, qx, qy, rx, ry, sx, sy)
        : segmentsMeet(px, py, qx, qy, rx, ry, sx, sy);
    return near ? meeting.near : meeting.apart;
  }
  // The ends that are not common: neither may come near the other segment.
  const near =
    pointNear(square, pr || ps ? qx : px, pr || ps ? qy : py, rx, ry, sx, sy) ||
    pointNear(square, pr || qr ? sx : rx, pr || qr ? sy : ry, px, py, qx, qy);
  return near ? meeting.near : meeting.atEnds;
}

function pointNear(
  square: number,
  x: number,
  y: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): boolean {
  return square > 0
    ? squaredDistanceToSegment(x, y, ax, ay, bx, by) <= square
    : segmentsMeet(x, y, x, y, ax, ay, bx, by);
}
