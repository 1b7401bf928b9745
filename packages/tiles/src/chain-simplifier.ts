import { EXACT_ZOOM, TOLERANCE, worldUnits } from './grid.ts';
import type { RingPoints } from './ring-points.ts';

/** Deviation of a vertex that is needed at zoom 0 already; halved with each zoom. */
const AT_ZOOM_0 = TOLERANCE / worldUnits(0);

/**
 * Ramer–Douglas–Peucker for all zooms at once: a point is needed where leaving it out would move the line by more than the tolerance, and
 * never later than the points that hang on it. Chains are gone through from the end that comes first, by x and then y, so that
 * what is found does not depend on the direction in which a ring runs.
 */
export class ChainSimplifier {
  readonly #zoom: Uint8Array;
  #id = new Uint32Array(64);
  #xy = new Float64Array(128);
  readonly #stack: number[] = [];

  /** @param zoom of each point, written here */
  constructor(zoom: Uint8Array) {
    this.#zoom = zoom;
  }

  /** The points between place `from` and place `to` of a ring; places count on beyond its end. */
  open(ring: RingPoints, from: number, to: number): void {
    const n = to - from + 1;
    const backwards =
      comesLater(ring, from, to) || (!comesLater(ring, to, from) && comesLater(ring, from + 1, to - 1));
    this.#take(ring, backwards ? to : from, backwards ? -1 : 1, n);
    this.#simplify(0, n - 1);
  }

  /** All points of a ring. */
  closed(ring: RingPoints): void {
    const n = ring.length;
    let start = 0;
    for (let i = 1; i < n; i++) if (comesLater(ring, start, i)) start = i;
    const backwards = comesLater(ring, start + 1, start + n - 1);
    this.#take(ring, start + (backwards ? n : 0), backwards ? -1 : 1, n + 1);
    let farthest = 0;
    let distance = -1;
    for (let i = 1; i < n; i++) {
      const d = Math.hypot(this.#xy[2 * i]! - this.#xy[0]!, this.#xy[2 * i + 1]! - this.#xy[1]!);
      if (d > distance) {
        distance = d;
        farthest = i;
      }
    }
    this.#zoom[this.#id[0]!] = 0;
    this.#zoom[this.#id[farthest]!] = 0;
    this.#simplify(0, farthest);
    this.#simplify(farthest, n);
  }

  #take(ring: RingPoints, from: number, step: 1 | -1, n: number): void {
    if (n > this.#id.length) {
      this.#id = new Uint32Array(2 * n);
      this.#xy = new Float64Array(4 * n);
    }
    for (let k = 0, place = from; k < n; k++, place += step) {
      const i = place % ring.length;
      this.#id[k] = ring.id[i]!;
      this.#xy[2 * k] = ring.xy[2 * i]!;
      this.#xy[2 * k + 1] = ring.xy[2 * i + 1]!;
    }
  }

  #simplify(first: number, last: number): void {
    const xy = this.#xy;
    const stack = this.#stack;
    stack.push(first, last, Infinity);
    while (stack.length > 0) {
      const limit = stack.pop()!;
      const to = stack.pop()!;
      const from = stack.pop()!;
      let farthest = -1;
      let square = -1;
      for (let i = from + 1; i < to; i++) {
        const d = squareDistance(xy, i, from, to);
        if (d > square) {
          square = d;
          farthest = i;
        }
      }
      if (farthest < 0) continue;
      const deviation = Math.min(limit, Math.sqrt(square));
      this.#zoom[this.#id[farthest]!] = zoomNeeding(deviation);
      stack.push(from, farthest, deviation, farthest, to, deviation);
    }
  }
}

/** Whether place `i` of a ring comes after place `j`, by x and then y. */
function comesLater({ xy, length }: RingPoints, i: number, j: number): boolean {
  const a = 2 * (i % length);
  const b = 2 * (j % length);
  return xy[a]! > xy[b]! || (xy[a] === xy[b] && xy[a + 1]! > xy[b + 1]!);
}

function zoomNeeding(deviation: number): number {
  return Math.max(0, Math.min(EXACT_ZOOM, Math.floor(Math.log2(AT_ZOOM_0 / deviation)) + 1));
}

/** From point `i` to the segment between `from` and `to`. */
function squareDistance(xy: Float64Array, i: number, from: number, to: number): number {
  const dx = xy[2 * to]! - xy[2 * from]!;
  const dy = xy[2 * to + 1]! - xy[2 * from + 1]!;
  let x = xy[2 * i]! - xy[2 * from]!;
  let y = xy[2 * i + 1]! - xy[2 * from + 1]!;
  const length = dx * dx + dy * dy;
  if (length > 0) {
    const along = Math.max(0, Math.min(1, (x * dx + y * dy) / length));
    x -= along * dx;
    y -= along * dy;
  }
  return x * x + y * y;
}
