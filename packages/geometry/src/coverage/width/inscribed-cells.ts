/** The answer is no more than this share too small. */
const PRECISION = 0.01;

/** Improves on `least` by cells, best first, until nothing better by more than the precision is left. */
export function searchCells(outer: Float64Array, edges: Float64Array, least: number): number {
  const [minX, minY, maxX, maxY] = boxOf(outer);
  const size = Math.min(maxX - minX, maxY - minY);
  // A polygon of a few last digits: its circle is rounding.
  if (!(2 * least <= size)) return Math.max(0, size / 2);
  let best = least;
  /** Half the side of the cells of this level; x and y of their centres. */
  let half = size / 2;
  let cells: number[] = [];
  for (let x = minX + half; x < maxX + half; x += size) {
    for (let y = minY + half; y < maxY + half; y += size) cells.push(x, y);
  }
  while (cells.length > 0 && half > 0) {
    const distances = new Float64Array(cells.length / 2);
    for (let c = 0; c < distances.length; c++) {
      distances[c] = insideDistance(edges, cells[2 * c]!, cells[2 * c + 1]!);
      best = Math.max(best, distances[c]!);
    }
    const finer: number[] = [];
    const quarter = half / 2;
    for (let c = 0; c < distances.length; c++) {
      if (!(distances[c]! + half * Math.SQRT2 > best * (1 + PRECISION))) continue;
      const x = cells[2 * c]!;
      const y = cells[2 * c + 1]!;
      finer.push(x - quarter, y - quarter, x + quarter, y - quarter);
      finer.push(x - quarter, y + quarter, x + quarter, y + quarter);
    }
    cells = finer;
    half = quarter;
  }
  return best;
}

/** Distance of a point from the nearest edge, negative outside. */
function insideDistance(edges: Float64Array, x: number, y: number): number {
  let inside = false;
  let least = Infinity;
  for (let k = 0; k < edges.length; k += 4) {
    const ax = edges[k]!;
    const ay = edges[k + 1]!;
    const dx = edges[k + 2]! - ax;
    const dy = edges[k + 3]! - ay;
    if (ay > y !== ay + dy > y && x < (dx * (y - ay)) / dy + ax) inside = !inside;
    const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
    const u = x - ax - t * dx;
    const v = y - ay - t * dy;
    least = Math.min(least, u * u + v * v);
  }
  return inside ? Math.sqrt(least) : -Math.sqrt(least);
}

/** Box of a ring, relative to its first vertex. */
function boxOf(ring: Float64Array): [number, number, number, number] {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let i = 0; i < ring.length; i += 2) {
    minX = Math.min(minX, ring[i]! - ring[0]!);
    maxX = Math.max(maxX, ring[i]! - ring[0]!);
    minY = Math.min(minY, ring[i + 1]! - ring[1]!);
    maxY = Math.max(maxY, ring[i + 1]! - ring[1]!);
  }
  return [minX, minY, maxX, maxY];
}
