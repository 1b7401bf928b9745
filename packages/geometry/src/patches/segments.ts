import { side } from '../edges/side.ts';

/** Square of the distance from point p to the segment a–b. */
export function squaredDistanceToSegment(
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
export function segmentsMeet(
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
