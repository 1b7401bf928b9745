/** A closed ring around a box, counter-clockwise as the county's rings run, metres. */
export function boxRing(x: number, y: number, width: number, height = width): number[] {
  return [x, y, x + width, y, x + width, y + height, x, y + height, x, y];
}

/** A circle as a closed ring with a point every degree, counter-clockwise from its western end: what readers make of its arcs. */
export function circleRing(x: number, y: number, radius: number): number[] {
  const ring: number[] = [];
  for (let degree = 180; degree < 540; degree++) {
    const angle = (degree * Math.PI) / 180;
    ring.push(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  return [...ring, ring[0]!, ring[1]!];
}

/** A closed ring through points. */
export function ringThrough(...points: readonly (readonly [number, number])[]): number[] {
  return [...points, points[0]!].flat();
}

/** A closed ring the other way round. */
export function reversed(ring: readonly number[]): number[] {
  const out: number[] = [];
  for (let i = ring.length - 2; i >= 0; i -= 2) out.push(ring[i]!, ring[i + 1]!);
  return out;
}
