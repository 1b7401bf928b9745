import { signedRingArea } from '../ring.ts';

/** Places tried along an edge; not its ends, where the neighbours leave no room. */
const STEPS = [0.04, 0.16, 0.28, 0.39, 0.5, 0.61, 0.72, 0.84, 0.96];
/** Above this many pairs of a place and an edge fewer places are tried. */
const PAIRS = 2e7;
/** Polygons of more than this many squared radii are strips: cells as small as their width would be too many. */
const STRIP = 400;
const PRECISION = 0.01;

/**
 * Greatest width of a polygon: the diameter of the largest circle inside it.
 *
 * First the circles that touch the border from inside at nine places of every edge, the best of them refined along its edge by golden
 * section (a circle of that kind is as large as the nearest other edge allows). Then, unless the polygon is a strip (area > 400 squared
 * radii), a search through cells as in Mapbox's polylabel, which ends when nothing better by more than 1 % is possible. For strips
 * the answer is a lower bound: right where they are straight, a few per cent low where they wind.
 *
 * @param rings closed, `x, y, …`, outer first, interior of the polygon to the left of each
 */
export function greatestWidth(rings: readonly Float64Array[]): number {
  const edges = edgesOf(rings);
  if (edges.length === 0) return 0;
  const touching = bestTouching(edges);
  let area = 0;
  for (const ring of rings) area += signedRingArea(ring, 0, ring.length / 2);
  if (touching === 0) return 0;
  const radius = area > STRIP * touching * touching ? touching : searchCells(rings[0]!, edges, touching);
  return 2 * radius;
}

/** Four numbers an edge, relative to the first vertex so that no digits are lost; edges without length are left out. */
function edgesOf(rings: readonly Float64Array[]): Float64Array {
  const x0 = rings[0]?.[0] ?? 0;
  const y0 = rings[0]?.[1] ?? 0;
  const out: number[] = [];
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      if (ring[i] === ring[i + 2] && ring[i + 1] === ring[i + 3]) continue;
      out.push(ring[i]! - x0, ring[i + 1]! - y0, ring[i + 2]! - x0, ring[i + 3]! - y0);
    }
  }
  return Float64Array.from(out);
}

function bestTouching(edges: Float64Array): number {
  const count = edges.length / 4;
  const every = Math.max(1, Math.round((count * count * STEPS.length) / PAIRS));
  let best = 0;
  let bestEdge = 0;
  let bestT = 0.5;
  for (let e = 0; e < count; e++) {
    for (let s = e % every; s < STEPS.length; s += every) {
      const radius = touchingRadius(edges, e, STEPS[s]!);
      if (radius <= best) continue;
      best = radius;
      bestEdge = e;
      bestT = STEPS[s]!;
    }
  }
  let low = Math.max(0.001, bestT - 0.12 * every);
  let high = Math.min(0.999, bestT + 0.12 * every);
  const golden = (Math.sqrt(5) - 1) / 2;
  for (let i = 0; i < 30; i++) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    const atLeft = touchingRadius(edges, bestEdge, left);
    const atRight = touchingRadius(edges, bestEdge, right);
    best = Math.max(best, atLeft, atRight);
    if (atLeft > atRight) high = right;
    else low = left;
  }
  return best;
}

/** Radius of the largest circle inside that touches edge `e` at `t` (0 … 1) of its length, from the left. */
function touchingRadius(edges: Float64Array, e: number, t: number): number {
  const ax = edges[4 * e]!;
  const ay = edges[4 * e + 1]!;
  const dx = edges[4 * e + 2]! - ax;
  const dy = edges[4 * e + 3]! - ay;
  const length = Math.hypot(dx, dy);
  const nx = -dy / length;
  const ny = dx / length;
  const px = ax + t * dx;
  const py = ay + t * dy;
  let radius = Infinity;
  for (let k = 0; k < edges.length; k += 4) {
    if (k === 4 * e) continue;
    // In a frame with the place at the origin and the normal upwards a circle of radius r holds (u, v) where u² + v² < 2 r v.
    const qx = edges[k]! - px;
    const qy = edges[k + 1]! - py;
    const rx = edges[k + 2]! - px;
    const ry = edges[k + 3]! - py;
    const v1 = qx * nx + qy * ny;
    const v2 = rx * nx + ry * ny;
    if (v1 <= 0 && v2 <= 0) continue;
    const u1 = qx * ny - qy * nx;
    const u2 = rx * ny - ry * nx;
    radius = Math.min(radius, limitBy(u1, v1, u2, v2));
  }
  return radius === Infinity ? 0 : radius;
}

/** Smallest (u² + v²) / 2v on the segment (u1, v1)–(u2, v2) where v > 0. */
function limitBy(u1: number, v1: number, u2: number, v2: number): number {
  let least = Infinity;
  if (v1 > 0) least = (u1 * u1 + v1 * v1) / (2 * v1);
  if (v2 > 0) least = Math.min(least, (u2 * u2 + v2 * v2) / (2 * v2));
  // Where the circle touches the segment's line: its centre (0, r) is r away from it, so r (|n| − n·up) = the origin's distance · |n|.
  const du = u2 - u1;
  const dv = v2 - v1;
  const length = Math.hypot(du, dv);
  let mu = dv / length;
  let mv = -du / length;
  let offset = mu * u1 + mv * v1;
  if (offset < 0) {
    mu = -mu;
    mv = -mv;
    offset = -offset;
  }
  if (1 + mv <= 0 || offset === 0) return least;
  const radius = offset / (1 + mv);
  const along = ((mu * radius - u1) * du + (radius + mv * radius - v1) * dv) / (length * length);
  return along >= 0 && along <= 1 ? Math.min(least, radius) : least;
}

/** Improves on `least` by cells, best first, until nothing better by more than the precision is left. */
function searchCells(outer: Float64Array, edges: Float64Array, least: number): number {
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
      if (distances[c]! + half * Math.SQRT2 <= best * (1 + PRECISION)) continue;
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
