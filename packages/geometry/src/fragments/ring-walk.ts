import type { EdgeLayer } from '../edges/edge-layer.ts';
import { TreeSearch } from '../edges/packed-tree.ts';
import type { Events } from './events.ts';
import type { FragmentMeasure } from './fragment-measure.ts';
import type { Locator } from './locate.ts';

/** Sums by pair of features, in the order in which the walk met them. A pair may stand more than once. */
export class PairSums {
  readonly own: number[] = [];
  readonly other: number[] = [];
  /** One number a measure, pair after pair. */
  readonly values: number[] = [];
  /** Pairs whose counts contradict each other: one of the two is no valid polygon there. */
  readonly contradicted: { readonly own: number; readonly other: number }[] = [];
}

/** Up to so many events are sorted by insertion: most rings meet few. */
const FEW = 32;

/** Events sorted by ring: those of ring `r` are `order[start[r]] … order[start[r+1]−1]`. */
export interface RingEvents {
  readonly events: Events;
  readonly start: Uint32Array;
  readonly order: Uint32Array;
}

export function eventsByRing(events: Events, rings: number): RingEvents {
  const start = new Uint32Array(rings + 1);
  for (let k = 0; k < events.length; k++) start[events.ring[k]! + 1]!++;
  for (let r = 0; r < rings; r++) start[r + 1]! += start[r]!;
  const next = start.slice(0, rings);
  const order = new Uint32Array(events.length);
  for (let k = 0; k < events.length; k++) order[next[events.ring[k]!]!++] = k;
  return { events, start, order };
}

/**
 * Walks the rings of `own` through the features of `other` and adds up the fragments inside each of them. Inside or outside is
 * known for one point of a ring, then carried along by counting the events; points between are never tested.
 *
 * What the start lacks is told by the events themselves where they can: the first edge that changes the count of a valid feature
 * raises it from 0 or lowers it from 1. Only rings without such an edge are located; all of them where the walk is not `trusting`,
 * which is how features are found that are no valid polygons.
 */
export class RingWalk {
  readonly #own: EdgeLayer;
  readonly #other: EdgeLayer;
  readonly #at: RingEvents;
  readonly #locator: Locator;
  readonly #measures: readonly FragmentMeasure[];
  readonly #search = new TreeSearch();
  readonly #sums: Float64Array;
  readonly #trusting: boolean;
  #met = false;

  constructor(
    own: EdgeLayer,
    other: EdgeLayer,
    at: RingEvents,
    locator: Locator,
    measures: readonly FragmentMeasure[],
    trusting = true,
  ) {
    this.#trusting = trusting;
    this.#own = own;
    this.#other = other;
    this.#at = at;
    this.#locator = locator;
    this.#measures = measures;
    this.#sums = new Float64Array(measures.length);
  }

  /** Walks rings `from … to−1`. */
  walk(from: number, to: number, result: PairSums): void {
    for (let ring = from; ring < to; ring++) {
      const order = this.#sorted(ring);
      for (let k = 0; k < order.length; ) {
        let end = k + 1;
        const other = this.#at.events.other[order[k]!]!;
        while (end < order.length && this.#at.events.other[order[end]!] === other) end++;
        this.#walkThrough(ring, other, order, k, end, result);
        k = end;
      }
      this.#walkWhole(ring, order, result);
    }
  }

  /** Events of a ring by feature met, edge, and place along the edge; equal ones by what they do, so that the order is one. */
  #sorted(ring: number): Uint32Array {
    const { start, order } = this.#at;
    const own = order.subarray(start[ring]!, start[ring + 1]!);
    if (own.length > FEW) return own.sort((i, j) => this.#compare(i, j));
    for (let k = 1; k < own.length; k++) {
      const event = own[k]!;
      let at = k;
      while (at > 0 && this.#compare(own[at - 1]!, event) > 0) {
        own[at] = own[at - 1]!;
        at--;
      }
      own[at] = event;
    }
    return own;
  }

  #compare(i: number, j: number): number {
    const { events } = this.#at;
    const e = events.edge[i]!;
    const byEdge = events.other[i]! - events.other[j]! || e - events.edge[j]!;
    if (byEdge !== 0) return byEdge;
    const { xy } = this.#own;
    const dx = xy[2 * e + 2]! - xy[2 * e]!;
    const dy = xy[2 * e + 3]! - xy[2 * e + 1]!;
    const xi = events.xy[2 * i]!;
    const yi = events.xy[2 * i + 1]!;
    const xj = events.xy[2 * j]!;
    const yj = events.xy[2 * j + 1]!;
    return (xi - xj) * dx + (yi - yj) * dy || events.step[i]! - events.step[j]! || xi - xj || yi - yj;
  }

  /** The fragments of a ring inside a feature that it meets at `order[from] … order[to−1]`. */
  #walkThrough(
    ring: number,
    other: number,
    order: Uint32Array,
    from: number,
    to: number,
    result: PairSums,
  ): void {
    const { events } = this.#at;
    const { xy, ringStart } = this.#own;
    const start = this.#startCount(ring, other, order, from, to);
    let count = start;
    let sound = start === 0 || start === 1;
    let cursor = ringStart[ring]!;
    const originX = events.origin.x;
    const originY = events.origin.y;
    this.#reset();
    for (let k = from; k < to; ) {
      const edge = events.edge[order[k]!]!;
      this.#addWhole(cursor, edge, count);
      let x = xy[2 * edge]! - originX;
      let y = xy[2 * edge + 1]! - originY;
      for (; k < to && events.edge[order[k]!] === edge; k++) {
        const event = order[k]!;
        const toX = events.xy[2 * event]!;
        const toY = events.xy[2 * event + 1]!;
        // Between vertices the order of events is known up to rounding only, which no sum minds; but whoever looks for
        // invalid features must look there too.
        if (!this.#trusting && (x !== toX || y !== toY)) sound &&= count === 0 || count === 1;
        this.#addPart(x, y, toX, toY, count);
        count += events.step[event]!;
        x = toX;
        y = toY;
      }
      this.#addPart(x, y, xy[2 * edge + 2]! - originX, xy[2 * edge + 3]! - originY, count);
      sound &&= count === 0 || count === 1;
      cursor = edge + 1;
    }
    this.#addWhole(cursor, ringStart[ring + 1]! - 1, count);
    if (!sound || count !== start) {
      result.contradicted.push({ own: this.#own.ringFeature[ring]!, other });
    } else this.#emit(ring, other, result);
  }

  /** Whether the start of a ring lies inside a feature: 0 or 1, told by the first edge that changes the count. */
  #startCount(ring: number, other: number, order: Uint32Array, from: number, to: number): number {
    const { events } = this.#at;
    for (let k = from; this.#trusting && k < to; ) {
      const edge = events.edge[order[k]!]!;
      let net = 0;
      for (; k < to && events.edge[order[k]!] === edge; k++) net += events.step[order[k]!]!;
      if (net !== 0) return net > 0 ? 0 : 1;
    }
    return this.#located(ring, other);
  }

  #located(ring: number, other: number): number {
    const v = this.#own.ringStart[ring]!;
    return this.#locator.winding(other, this.#own.xy[2 * v]!, this.#own.xy[2 * v + 1]!);
  }

  /** Features that hold a whole ring without meeting it: their boxes hold its box. */
  #walkWhole(ring: number, order: Uint32Array, result: PairSums): void {
    const { ringBox, ringStart } = this.#own;
    const { featureBox, featureTree } = this.#other;
    const minX = ringBox[4 * ring]!;
    const minY = ringBox[4 * ring + 1]!;
    const maxX = ringBox[4 * ring + 2]!;
    const maxY = ringBox[4 * ring + 3]!;
    const found = this.#search.search(featureTree, minX, minY, maxX, maxY);
    for (let k = 0; k < found.length; k++) {
      const other = found[k]!;
      const box = 4 * other;
      if (featureBox[box]! > minX || featureBox[box + 1]! > minY) continue;
      if (featureBox[box + 2]! < maxX || featureBox[box + 3]! < maxY) continue;
      if (this.#meets(order, other)) continue;
      const count = this.#located(ring, other);
      if (count === 0) continue;
      this.#reset();
      this.#addWhole(ringStart[ring]!, ringStart[ring + 1]! - 1, count);
      if (count === 1) this.#emit(ring, other, result);
      else result.contradicted.push({ own: this.#own.ringFeature[ring]!, other });
    }
  }

  #meets(order: Uint32Array, other: number): boolean {
    const { events } = this.#at;
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (events.other[order[middle]!]! < other) low = middle + 1;
      else high = middle;
    }
    return low < order.length && events.other[order[low]!] === other;
  }

  #reset(): void {
    this.#sums.fill(0);
    this.#met = false;
  }

  #addWhole(fromEdge: number, toEdge: number, count: number): void {
    if (count === 0 || fromEdge >= toEdge) return;
    this.#met = true;
    const { xy } = this.#own;
    const { x: originX, y: originY } = this.#at.events.origin;
    for (let m = 0; m < this.#measures.length; m++) {
      const measure = this.#measures[m]!;
      let sum = 0;
      let x = xy[2 * fromEdge]! - originX;
      let y = xy[2 * fromEdge + 1]! - originY;
      for (let v = fromEdge + 1; v <= toEdge; v++) {
        const toX = xy[2 * v]! - originX;
        const toY = xy[2 * v + 1]! - originY;
        sum += measure.between(x, y, toX, toY);
        x = toX;
        y = toY;
      }
      this.#sums[m]! += count * sum;
    }
  }

  #addPart(x1: number, y1: number, x2: number, y2: number, count: number): void {
    if (count === 0 || (x1 === x2 && y1 === y2)) return;
    this.#met = true;
    for (let m = 0; m < this.#measures.length; m++) {
      this.#sums[m]! += count * this.#measures[m]!.between(x1, y1, x2, y2);
    }
  }

  #emit(ring: number, other: number, result: PairSums): void {
    if (!this.#met) return;
    const sign = this.#own.ringSign[ring]!;
    result.own.push(this.#own.ringFeature[ring]!);
    result.other.push(other);
    for (let m = 0; m < this.#measures.length; m++) {
      result.values.push(this.#measures[m]!.oriented ? sign * this.#sums[m]! : this.#sums[m]!);
    }
  }
}
