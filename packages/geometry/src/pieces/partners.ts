import type { EdgeLayer } from '../edges/edge-layer.ts';
import { planeAreaMeasure } from '../fragments/fragment-measure.ts';
import { overlayTable } from '../fragments/overlay-table.ts';
import type { Polygons } from '../polygons.ts';
import { planeArea } from '../ring.ts';
import { Containment } from './lies-within.ts';
import { tooFine } from './too-fine.ts';

/** What the shared ground of a pair is, as bits: the whole left feature, the whole right feature; 0 where it must be built. */
export const shared = { part: 0, wholeLeft: 1, wholeRight: 2 } as const;

/** Pairs of features that share ground: those of left feature `f` are `start[f] … start[f+1]−1`, by right feature. */
export interface Partners {
  readonly start: Uint32Array;
  readonly right: Uint32Array;
  /** Bits of `shared` for each pair. */
  readonly extent: Uint8Array;
}

/** Shared area relative to a feature's own from which it is worth asking whether it lies within the other. */
const NEARLY = 1 - 1e-6;

export interface PartnerOptions {
  /** Of the grid. */
  readonly diagonal: number;
  /** Builds what a pair shares where the table cannot tell. */
  readonly hand: (left: number, right: number) => Polygons;
  /** True where both layers are known to hold valid polygons only. */
  readonly sound: boolean;
}

/**
 * Finds the pairs that share ground, and of these the ones that need no building: one feature, of a single part, lies in the other so plainly
 * that on the grid the piece is that feature, rounded.
 *
 */
export function partnersOf(a: EdgeLayer, b: EdgeLayer, { diagonal, hand, sound }: PartnerOptions): Partners {
  const handed = new Set<string>();
  const table = overlayTable(a, b, {
    measures: [planeAreaMeasure],
    sound,
    hand: (left, right) => {
      handed.add(`${left} ${right}`);
      return hand(left, right);
    },
  });
  const areas = table.values[0]!;
  const inB = new PlainFeatures(a, b, diagonal);
  const inA = new PlainFeatures(b, a, diagonal);
  const start = new Uint32Array(a.featureRing.length);
  const extent = new Uint8Array(areas.length);
  for (let k = 0; k < areas.length; k++) {
    const i = table.left[k]!;
    const j = table.right[k]!;
    start[i + 1]!++;
    if (handed.size > 0 && handed.has(`${i} ${j}`)) continue;
    if (inB.liesWithin(i, j, areas[k]!)) extent[k]! |= shared.wholeLeft;
    if (inA.liesWithin(j, i, areas[k]!)) extent[k]! |= shared.wholeRight;
  }
  for (let f = 1; f < start.length; f++) start[f]! += start[f - 1]!;
  return { start, right: table.right, extent };
}

/** The same pairs seen from the other layer, which has `features` features. */
export function turnedAround(pairs: Partners, features: number): Partners {
  const start = new Uint32Array(features + 1);
  for (const g of pairs.right) start[g + 1]!++;
  for (let g = 0; g < features; g++) start[g + 1]! += start[g]!;
  const at = start.slice(0, features);
  const right = new Uint32Array(pairs.right.length);
  const extent = new Uint8Array(pairs.right.length);
  for (let f = 0; f + 1 < pairs.start.length; f++) {
    for (let k = pairs.start[f]!; k < pairs.start[f + 1]!; k++) {
      const to = at[pairs.right[k]!]!++;
      right[to] = f;
      const left = pairs.extent[k]! & shared.wholeLeft ? shared.wholeRight : 0;
      extent[to] = left | (pairs.extent[k]! & shared.wholeRight ? shared.wholeLeft : 0);
    }
  }
  return { start, right, extent };
}

/** Asks for the features of one layer whether they lie within features of another; what concerns one feature alone is asked once. */
class PlainFeatures {
  readonly #inner: EdgeLayer;
  readonly #diagonal: number;
  readonly #containment: Containment;
  readonly #area: Float64Array;
  /** 0 not asked yet, 1 plain, 2 not: several parts, or too fine for the grid. */
  readonly #plain: Uint8Array;

  constructor(inner: EdgeLayer, outer: EdgeLayer, diagonal: number) {
    const features = inner.featureRing.length - 1;
    this.#inner = inner;
    this.#diagonal = diagonal;
    this.#containment = new Containment(inner, outer, diagonal);
    this.#area = new Float64Array(features).fill(Number.NaN);
    this.#plain = new Uint8Array(features);
  }

  liesWithin(i: number, j: number, shared: number): boolean {
    if (Number.isNaN(this.#area[i]!)) this.#area[i] = planeArea(this.#inner.polygons, i);
    if (!(shared >= this.#area[i]! * NEARLY)) return false;
    if (this.#plain[i] === 0) {
      const { featureStart } = this.#inner.polygons;
      const single = featureStart[i + 1]! - featureStart[i]! === 1;
      this.#plain[i] = single && !tooFine(this.#inner, i, this.#diagonal) ? 1 : 2;
    }
    return this.#plain[i] === 1 && this.#containment.holds(i, j);
  }
}
