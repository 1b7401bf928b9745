/** The place of a segment nearest to a point: as a share of the way from a to b, and how far it is away. */
export function placeOnSegment(
  px: number,
  py: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): { readonly share: number; readonly away: number } {
  const dx = bx - ax;
  const dy = by - ay;
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / square));
  return { share, away: Math.hypot(ax + share * dx - px, ay + share * dy - py) };
}
