import { orient2d } from 'robust-predicates';

/** A line from a to b; from a point to itself where it is one. */
export type Segment = readonly [ax: number, ay: number, bx: number, by: number];

/** Where a point lies to the line of a segment: 1, 0 or −1, without rounding. */
export function sideOf([ax, ay, bx, by]: Segment, x: number, y: number): number {
  return Math.sign(orient2d(ax, ay, bx, by, x, y));
}

/** Whether a point that lies on the line of a segment lies on the segment, ends included. */
function isBetween([ax, ay, bx, by]: Segment, x: number, y: number): boolean {
  return x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by);
}

export function isOnSegment(segment: Segment, x: number, y: number): boolean {
  return isBetween(segment, x, y) && sideOf(segment, x, y) === 0;
}

/** How two segments lie: `apart`, `crossing` in a point that is an end of neither, or `touching` otherwise. Exact for any doubles. */
export function segmentsMeet(p: Segment, q: Segment): 'apart' | 'crossing' | 'touching' {
  const [ax, ay, bx, by] = p;
  const [cx, cy, dx, dy] = q;
  if (
    Math.max(ax, bx) < Math.min(cx, dx) ||
    Math.max(cx, dx) < Math.min(ax, bx) ||
    Math.max(ay, by) < Math.min(cy, dy) ||
    Math.max(cy, dy) < Math.min(ay, by)
  )
    return 'apart';
  const [c, d] = [sideOf(p, cx, cy), sideOf(p, dx, dy)];
  if (c * d > 0) return 'apart';
  const [a, b] = [sideOf(q, ax, ay), sideOf(q, bx, by)];
  if (a * b > 0) return 'apart';
  if (c * d < 0 && a * b < 0) return 'crossing';
  const touches =
    (c === 0 && isBetween(p, cx, cy)) ||
    (d === 0 && isBetween(p, dx, dy)) ||
    (a === 0 && isBetween(q, ax, ay)) ||
    (b === 0 && isBetween(q, bx, by));
  return touches ? 'touching' : 'apart';
}

/** Whether two segments that touch lie on one line. */
export function isOneLine(p: Segment, [cx, cy, dx, dy]: Segment): boolean {
  return sideOf(p, cx, cy) === 0 && sideOf(p, dx, dy) === 0;
}

/** Whether the half line from a point towards larger x crosses the segment; of its ends the lower one counts. */
export function rayCrosses(segment: Segment, x: number, y: number): boolean {
  const [, ay, , by] = segment;
  if (ay <= y === by <= y) return false;
  // `orient2d` is negative for what lies to the left: its y axis points down.
  return ay < by ? sideOf(segment, x, y) < 0 : sideOf(segment, x, y) > 0;
}

/** How far from a to b a point of the segment lies, 0 to 1. */
export function shareOf([ax, ay, bx, by]: Segment, x: number, y: number): number {
  return Math.abs(bx - ax) > Math.abs(by - ay) ? (x - ax) / (bx - ax) : (y - ay) / (by - ay);
}

export function pointAt([ax, ay, bx, by]: Segment, share: number): [number, number] {
  return [ax + share * (bx - ax), ay + share * (by - ay)];
}
