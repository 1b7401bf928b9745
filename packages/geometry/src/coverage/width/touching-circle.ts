import { type PackedTree, TreeSearch } from '../../edges/packed-tree.ts';

/** Places tried along an edge; not its ends, where the neighbours leave no room. */
const STEPS = [0.04, 0.16, 0.28, 0.39, 0.5, 0.61, 0.72, 0.84, 0.96];
/** Above this many edges three places are tried. */
const MANY = 5000;
/** Above this many edges one place is tried, of so many of them, and not refined. */
const VERY_MANY = 50_000;
/** Circles tried before one, by their share of its radius: they lie in it, and hardly any edges lie in their boxes. */
const WITHIN = [1 / 512, 1 / 64, 1 / 8, 1];

/**
 * Radius of the largest circle found that touches an edge from inside, at nine places of every edge (three where there are many; one of some
 * of them, scattered, where there are very many), the best of them refined along its edge by golden section. Near O(n log n) for many edges.
 *
 * @param edges four numbers each: x, y of the ends, interior to the left
 * @param tree an index over the boxes of the edges, where they are many
 */
export function bestTouching(edges: Float64Array, tree: PackedTree | undefined): number {
  const count = edges.length / 4;
  const crowd = tree && new Crowd(edges, tree);
  const every = count > VERY_MANY ? STEPS.length : count > MANY ? 3 : 1;
  let best = 0;
  let bestEdge = 0;
  let bestT = 0.5;
  // Edges in scattered order, so that a good circle comes early and most places fall to the first edge in its way.
  const stride = strideOf(count);
  for (let k = 0, e = 0; k < Math.min(count, VERY_MANY); k++, e = (e + stride) % count) {
    for (let s = every >> 1; s < STEPS.length; s += every) {
      if (crowd?.isInTheWay(e, STEPS[s]!, best)) continue;
      const radius = touchingRadius(edges, e, STEPS[s]!, best);
      if (radius <= best) continue;
      best = radius;
      bestEdge = e;
      bestT = STEPS[s]!;
    }
  }
  if (count > VERY_MANY) return best;
  let low = Math.max(0.001, bestT - 0.12 * every);
  let high = Math.min(0.999, bestT + 0.12 * every);
  const golden = (Math.sqrt(5) - 1) / 2;
  for (let i = 0; i < 30; i++) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    const atLeft = touchingRadius(edges, bestEdge, left, 0);
    const atRight = touchingRadius(edges, bestEdge, right, 0);
    best = Math.max(best, atLeft, atRight);
    if (atLeft > atRight) high = right;
    else low = left;
  }
  return best;
}

/** A step around `count` places that visits each once and leaps far: near the golden section, without a common divisor. */
function strideOf(count: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let stride = Math.max(1, Math.round(count * 0.618));
  while (divisor(stride, count) > 1) stride++;
  return stride;
}

/** Tells of many edges at once whether a circle has no room. */
class Crowd {
  readonly #edges: Float64Array;
  readonly #tree: PackedTree;
  readonly #search = new TreeSearch();

  constructor(edges: Float64Array, tree: PackedTree) {
    this.#edges = edges;
    this.#tree = tree;
  }

  /** Whether some edge reaches into the circle of `radius` that touches edge `e` at `t` from the left. */
  isInTheWay(e: number, t: number, radius: number): boolean {
    const place = placeOn(this.#edges, e, t);
    for (const share of WITHIN) {
      const r = share * radius;
      const x = place.x + place.alongX + r * place.nx;
      const y = place.y + place.alongY + r * place.ny;
      const found = this.#search.search(this.#tree, x - r, y - r, x + r, y + r);
      for (let i = 0; i < found.length; i++) {
        if (found[i] !== e && limitOf(place, this.#edges, found[i]!, radius) <= radius) return true;
      }
    }
    return false;
  }
}

/** A place on an edge: the edge's start, the way from there to the place, and the normal to the left. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly alongX: number;
  readonly alongY: number;
  readonly nx: number;
  readonly ny: number;
}

/** The place on edge `e` at `t` (0 … 1) of its length. */
function placeOn(edges: Float64Array, e: number, t: number): Place {
  const x = edges[4 * e]!;
  const y = edges[4 * e + 1]!;
  const dx = edges[4 * e + 2]! - x;
  const dy = edges[4 * e + 3]! - y;
  const length = Math.sqrt(dx * dx + dy * dy);
  return { x, y, alongX: t * dx, alongY: t * dy, nx: -dy / length, ny: dx / length };
}

/** Radius of the largest circle inside that touches edge `e` at `t` of its length from the left; 0 where that is `least` or less. */
function touchingRadius(edges: Float64Array, e: number, t: number, least: number): number {
  const count = edges.length / 4;
  const place = placeOn(edges, e, t);
  let radius = Infinity;
  // Around from the next edge on, since near ones leave the least room.
  for (let i = 1; i < count; i++) {
    radius = Math.min(radius, limitOf(place, edges, (e + i) % count, radius));
    if (radius <= least) return 0;
  }
  return radius === Infinity ? 0 : radius;
}

/** How large edge `k` lets a circle grow that touches another at a place from the left; Infinity where that is surely more than `most`. */
function limitOf(
  { x, y, alongX, alongY, nx, ny }: Place,
  edges: Float64Array,
  k: number,
  most: number,
): number {
  const qx = edges[4 * k]! - x - alongX;
  const qy = edges[4 * k + 1]! - y - alongY;
  const rx = edges[4 * k + 2]! - x - alongX;
  const ry = edges[4 * k + 3]! - y - alongY;
  // In a frame with the place at the origin and the normal upwards a circle of radius r holds (u, v) where u² + v² < 2 r v.
  const v1 = qx * nx + qy * ny;
  const v2 = rx * nx + ry * ny;
  if ((v1 <= 0 && v2 <= 0) || (v1 > 2 * most && v2 > 2 * most)) return Infinity;
  const u1 = qx * ny - qy * nx;
  const u2 = rx * ny - ry * nx;
  if ((u1 > most && u2 > most) || (u1 < -most && u2 < -most)) return Infinity;
  return limitBy(u1, v1, u2, v2);
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
