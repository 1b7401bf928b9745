/** Angle between the points that stand for an arc, degrees. The chord leaves the arc by at most 4e-5 of the radius. */
export const ARC_STEP_DEGREES = 1;

/**
 * Appends the points of a circular arc from (x0, y0) over (x1, y1) to (x2, y2), the start left out. Where start and end are
 * the same point it is a full circle and the middle lies opposite. Points on one line give the line.
 *
 * The points are computed from the lexicographically smaller end, so that two polygons which share an arc in opposite
 * directions get the same vertices and still share their boundary afterwards.
 */
export function appendArc(
  out: number[],
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): void {
  const points: number[] = [];
  if (x0 < x2 || (x0 === x2 && y0 <= y2)) {
    innerPoints(points, x0, y0, x1, y1, x2, y2);
    out.push(...points);
  } else {
    innerPoints(points, x2, y2, x1, y1, x0, y0);
    for (let i = points.length - 2; i >= 0; i -= 2) out.push(points[i]!, points[i + 1]!);
  }
  out.push(x2, y2);
}

function innerPoints(
  out: number[],
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): void {
  // Relative to the start: eastings with a zone prefix are large, radii small.
  const bx = x1 - x0;
  const by = y1 - y0;
  const cx = x2 - x0;
  const cy = y2 - y0;
  const circle = cx === 0 && cy === 0;
  const cross = bx * cy - by * cx;
  if (!circle && cross === 0) {
    out.push(x1, y1);
    return;
  }
  const b2 = bx * bx + by * by;
  const c2 = cx * cx + cy * cy;
  const centreX = circle ? bx / 2 : (cy * b2 - by * c2) / (2 * cross);
  const centreY = circle ? by / 2 : (bx * c2 - cx * b2) / (2 * cross);
  const radius = Math.hypot(centreX, centreY);
  const start = Math.atan2(-centreY, -centreX);
  const turn = Math.PI * 2;
  // Seen from the start, the middle lies left of the chord on a clockwise arc.
  let sweep = circle ? turn : Math.atan2(cy - centreY, cx - centreX) - start;
  if (!circle && cross > 0 && sweep <= 0) sweep += turn;
  if (!circle && cross < 0 && sweep >= 0) sweep -= turn;
  const steps = Math.ceil(Math.abs(sweep) / ((ARC_STEP_DEGREES * Math.PI) / 180));
  for (let i = 1; i < steps; i++) {
    const angle = start + (sweep * i) / steps;
    out.push(x0 + centreX + radius * Math.cos(angle), y0 + centreY + radius * Math.sin(angle));
  }
}
