import { type EdgeLayer, prepareEdges } from '../edges/edge-layer.ts';
import { TreeSearch } from '../edges/packed-tree.ts';
import { ray, rayInSector } from '../edges/sector.ts';
import { Locator } from '../fragments/locate.ts';
import type { Polygons } from '../polygons.ts';
import { signedRingArea } from '../ring.ts';
import type { TracedRings } from './trace-rings.ts';

/**
 * Puts rings together to polygons, one feature each: every hole goes to the smallest shell around it.
 *
 * How many features cover the ground outside a boundary is told by the rings around it: shells less holes. A shell on covered
 * ground, and a hole on ground that is covered still, bound nothing (one feature lies wholly within others) and are left out.
 */
export function assemblePatches(rings: TracedRings): Polygons {
  const count = rings.boundary.length;
  const area = Float64Array.from({ length: count }, (_, r) =>
    signedRingArea(rings.xy, rings.ringStart[r]!, rings.ringStart[r + 1]!),
  );
  const around = new RingsAround(rings);
  const shellOf = new Int32Array(count).fill(-1);
  for (let first = 0; first < count; ) {
    let end = first;
    let shell = -1;
    while (end < count && rings.boundary[end] === rings.boundary[first]) {
      if (area[end]! > 0) shell = end;
      end++;
    }
    let covered = 0;
    let smallest = shell;
    for (const r of around.find(shell < 0 ? first : shell, first, end)) {
      covered += area[r]! > 0 ? 1 : -1;
      if (shell < 0 && area[r]! > 0 && (smallest < 0 || area[r]! < area[smallest]!)) smallest = r;
    }
    if (covered === (shell < 0 ? 1 : 0)) shellOf.fill(smallest, first, end);
    first = end;
  }
  return build(rings, shellOf);
}

/** Finds the rings that enclose a boundary. */
class RingsAround {
  readonly #rings: TracedRings;
  readonly #layer: EdgeLayer;
  readonly #locator: Locator;
  readonly #search = new TreeSearch();

  constructor(rings: TracedRings) {
    const each = Uint32Array.from({ length: rings.ringStart.length }, (_, r) => r);
    this.#rings = rings;
    this.#layer = prepareEdges({
      xy: rings.xy,
      ringStart: rings.ringStart,
      polygonStart: each,
      featureStart: each,
    });
    this.#locator = new Locator(this.#layer, 'layer');
  }

  /** Rings around the boundary that consists of rings `from … to−1`, asked for a place beside ring `r`, which is one of them. */
  find(r: number, from: number, to: number): number[] {
    const { xy, ringStart, shared } = this.#rings;
    const first = ringStart[r]!;
    let v = first;
    while (v + 1 < ringStart[r + 1]! && shared[v]) v++;
    if (shared[v]) v = first;
    const x = xy[2 * v]!;
    const y = xy[2 * v + 1]!;
    return this.#search.search(this.#layer.featureTree, x, y, x, y).filter((other) => {
      if (other >= from && other < to) return false;
      const at = shared[v] ? this.#vertexAt(other, x, y) : -1;
      return at < 0 ? this.#locator.winding(other, x, y) !== 0 : this.#opensTo(other, at, v);
    });
  }

  /** The vertex of a ring at a point, −1 where there is none. */
  #vertexAt(ring: number, x: number, y: number): number {
    const { xy, ringStart } = this.#rings;
    for (let v = ringStart[ring]!; v + 1 < ringStart[ring + 1]!; v++) {
      if (xy[2 * v] === x && xy[2 * v + 1] === y) return v;
    }
    return -1;
  }

  /** Whether the edge from vertex `v` starts into the inside of a ring that has a vertex `at` there. */
  #opensTo(ring: number, at: number, v: number): boolean {
    const { xy, ringStart } = this.#rings;
    const before = at === ringStart[ring] ? ringStart[ring + 1]! - 2 : at - 1;
    const [x, y] = [xy[2 * at]!, xy[2 * at + 1]!];
    const [ox, oy] = [xy[2 * at + 2]!, xy[2 * at + 3]!];
    const [ix, iy] = [xy[2 * before]!, xy[2 * before + 1]!];
    const place = rayInSector(x, y, ox, oy, ix, iy, xy[2 * v + 2]!, xy[2 * v + 3]!);
    return (place === ray.inside) === this.#layer.ringSign[ring]! > 0;
  }
}

/** Polygons of the shells in their order, each with its holes in their order. */
function build({ xy, ringStart }: TracedRings, shellOf: Int32Array): Polygons {
  const count = shellOf.length;
  const holes = new Uint32Array(count + 1);
  for (let r = 0; r < count; r++) if (shellOf[r]! >= 0 && shellOf[r] !== r) holes[shellOf[r]! + 1]!++;
  for (let r = 0; r < count; r++) holes[r + 1]! += holes[r]!;
  const at = holes.slice(0, count);
  const ofShell = new Uint32Array(holes[count]!);
  for (let r = 0; r < count; r++) {
    if (shellOf[r]! >= 0 && shellOf[r] !== r) ofShell[at[shellOf[r]!]!++] = r;
  }
  const out = new Float64Array(xy.length);
  let length = 0;
  const ringStarts = [0];
  const polygonStarts = [0];
  const copy = (r: number): void => {
    out.set(xy.subarray(2 * ringStart[r]!, 2 * ringStart[r + 1]!), length);
    length += 2 * (ringStart[r + 1]! - ringStart[r]!);
    ringStarts.push(length / 2);
  };
  for (let r = 0; r < count; r++) {
    if (shellOf[r] !== r) continue;
    copy(r);
    for (let h = holes[r]!; h < holes[r + 1]!; h++) copy(ofShell[h]!);
    polygonStarts.push(ringStarts.length - 1);
  }
  return {
    xy: out.slice(0, length),
    ringStart: Uint32Array.from(ringStarts),
    polygonStart: Uint32Array.from(polygonStarts),
    featureStart: Uint32Array.from(polygonStarts, (_, g) => g),
  };
}
