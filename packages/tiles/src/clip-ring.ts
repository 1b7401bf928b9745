import { GridRing } from './grid-ring.ts';

/** Crossings halfway between two units, which are common, go to the lower one, whatever the last digits of the arithmetic say. */
const SLACK = 1e-6;

/**
 * Clips rings to a square by its four sides one after the other (Sutherland and Hodgman), and puts the crossings on the grid. Parts of a ring
 * that lie apart in the square stay joined by edges along its sides, which enclose nothing.
 *
 * A crossing is the same for both polygons along an edge, whichever way they run, and in both tiles where the side is common to them, whatever
 * their other sides have cut off before.
 */
export class RingClipper {
  #from = new GridRing();
  #to = new GridRing();

  /** @param low,high the square, in x and in y. The result is overwritten by the next call. */
  clip(ring: GridRing, low: number, high: number): GridRing {
    let minX = Infinity;
    let minY = Infinity;
    let maxX = -Infinity;
    let maxY = -Infinity;
    for (let i = 0; i < 2 * ring.length; i += 2) {
      const x = ring.xy[i]!;
      const y = ring.xy[i + 1]!;
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
    let clipped = ring;
    if (minX > high || maxX < low || minY > high || maxY < low) {
      this.#to.length = 0;
      return this.#to;
    }
    if (minX < low) clipped = this.#side(clipped, 0, low, 1);
    if (maxX > high) clipped = this.#side(clipped, 0, high, -1);
    if (minY < low) clipped = this.#side(clipped, 1, low, 1);
    if (maxY > high) clipped = this.#side(clipped, 1, high, -1);
    return clipped === ring ? ring : this.#onGrid(clipped);
  }

  /** Keeps what lies at or above `limit` along an axis (`sign` 1), or at or below it (−1). */
  #side(ring: GridRing, axis: 0 | 1, limit: number, sign: 1 | -1): GridRing {
    const out = this.#next(ring);
    const { xy, length } = ring;
    let previous = 2 * (length - 1);
    for (let i = 0; i < 2 * length; previous = i, i += 2) {
      const insideBefore = sign * (xy[previous + axis]! - limit);
      const inside = sign * (xy[i + axis]! - limit);
      if (insideBefore < 0 ? inside > 0 : insideBefore > 0 && inside < 0) {
        const along = (limit - xy[previous + axis]!) / (xy[i + axis]! - xy[previous + axis]!);
        const other = xy[previous + 1 - axis]! + along * (xy[i + 1 - axis]! - xy[previous + 1 - axis]!);
        if (axis === 0) out.push(limit, other);
        else out.push(other, limit);
      }
      if (inside >= 0) out.push(xy[i]!, xy[i + 1]!);
    }
    return out;
  }

  #onGrid(ring: GridRing): GridRing {
    const out = this.#next(ring);
    let lastX = Number.NaN;
    let lastY = Number.NaN;
    for (let i = 0; i < 2 * ring.length; i += 2) {
      const x = Math.floor(ring.xy[i]! + 0.5 - SLACK);
      const y = Math.floor(ring.xy[i + 1]! + 0.5 - SLACK);
      if (x === lastX && y === lastY) continue;
      out.push(x, y);
      lastX = x;
      lastY = y;
    }
    out.close();
    return out;
  }

  #next(ring: GridRing): GridRing {
    const out = ring === this.#to ? this.#from : this.#to;
    out.length = 0;
    return out;
  }
}
