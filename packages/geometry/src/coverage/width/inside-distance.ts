import { type PackedTree, TreeSearch } from '../../edges/packed-tree.ts';

/** A share by which a known bound may be off by rounding. */
const ROUNDING = 1e-9;

/** Tells how far points lie from the border of a polygon, inside or outside. */
export class InsideDistance {
  readonly #edges: Float64Array;
  readonly #tree: PackedTree | undefined;
  readonly #search = new TreeSearch();

  /** @param tree an index over the boxes of the edges, where they are many */
  constructor(edges: Float64Array, tree: PackedTree | undefined) {
    this.#edges = edges;
    this.#tree = tree;
  }

  /**
   * Distance of a point from the nearest edge, negative outside.
   *
   * @param within no less than that distance, as far as is known: only edges so near are looked at
   */
  at(x: number, y: number, within: number): number {
    const squared = this.#tree && within < Infinity ? this.#near(x, y, within) : this.#ofAll(x, y);
    return this.#isInside(x, y) ? Math.sqrt(squared) : -Math.sqrt(squared);
  }

  #ofAll(x: number, y: number): number {
    let least = Infinity;
    for (let k = 0; k < this.#edges.length; k += 4) {
      least = Math.min(least, squaredDistance(this.#edges, k, x, y));
    }
    return least;
  }

  #near(x: number, y: number, within: number): number {
    const reach = within * (1 + ROUNDING);
    const found = this.#search.search(this.#tree!, x - reach, y - reach, x + reach, y + reach);
    let least = Infinity;
    for (let i = 0; i < found.length; i++) {
      least = Math.min(least, squaredDistance(this.#edges, 4 * found[i]!, x, y));
    }
    return least;
  }

  /** Even-odd along a ray to the east. */
  #isInside(x: number, y: number): boolean {
    const edges = this.#edges;
    let inside = false;
    if (!this.#tree) {
      for (let k = 0; k < edges.length; k += 4) if (crosses(edges, k, x, y)) inside = !inside;
      return inside;
    }
    const found = this.#search.search(this.#tree, x, y, Infinity, y);
    for (let i = 0; i < found.length; i++) if (crosses(edges, 4 * found[i]!, x, y)) inside = !inside;
    return inside;
  }
}

function squaredDistance(edges: Float64Array, k: number, x: number, y: number): number {
  const ax = edges[k]!;
  const ay = edges[k + 1]!;
  const dx = edges[k + 2]! - ax;
  const dy = edges[k + 3]! - ay;
  const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  const u = x - ax - t * dx;
  const v = y - ay - t * dy;
  return u * u + v * v;
}

/** Whether an edge crosses the ray from (x, y) to the east. */
function crosses(edges: Float64Array, k: number, x: number, y: number): boolean {
  const ax = edges[k]!;
  const ay = edges[k + 1]!;
  const dx = edges[k + 2]! - ax;
  const dy = edges[k + 3]! - ay;
  return ay > y !== ay + dy > y && x < (dx * (y - ay)) / dy + ax;
}
