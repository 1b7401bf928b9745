import { chainEnd, type EdgeLayer } from '../edges/edge-layer.ts';
import { TreeSearch } from '../edges/packed-tree.ts';
import { ray, rayInSector } from '../edges/sector.ts';
import { meeting, segmentMeeting } from '../edges/segments.ts';
import { Locator } from '../fragments/locate.ts';

/** Pairs of chains beyond which a pair of features is not looked at: the answer is no. */
const MOST = 1 << 22;

/**
 * Decides whether a feature of `inner` lies wholly in a feature of `outer`, and so plainly that their intersection on a grid is the
 * first feature rounded to it: their edges coincide exactly, meet at exactly common vertices, or keep `distance` (the grid's diagonal).
 * Exact where it says yes; where a pair is plain in no such way it says no.
 *
 * Without crossings, what an edge does at a common vertex it does up to the next: so the rays at common vertices decide, and for
 * rings without one a single point location.
 */
export class Containment {
  readonly #inner: EdgeLayer;
  readonly #outer: EdgeLayer;
  readonly #distance: number;
  readonly #inOuter: Locator;
  readonly #inInner: Locator;
  readonly #search = new TreeSearch();
  /** Vertex of `outer` at each vertex of `inner` that they share. */
  readonly #common = new Map<number, number>();

  constructor(inner: EdgeLayer, outer: EdgeLayer, distance: number) {
    this.#inner = inner;
    this.#outer = outer;
    this.#distance = distance;
    this.#inOuter = new Locator(outer, 'layer');
    this.#inInner = new Locator(inner, 'layer');
  }

  /** @param i feature of `inner`, without edges that touch or nearly touch each other (`tooFine`) */
  holds(i: number, j: number): boolean {
    const box = 4 * i;
    const { featureBox } = this.#inner;
    const d = this.#distance;
    const found = this.#search
      .search(
        this.#outer.chainTree,
        featureBox[box]! - d,
        featureBox[box + 1]! - d,
        featureBox[box + 2]! + d,
        featureBox[box + 3]! + d,
      )
      .filter((c) => this.#outer.ringFeature[this.#outer.chainRing[c]!] === j);
    if (!this.#findCommon(i, found)) return false;
    for (const [v, w] of this.#common) if (!this.#sectorHeld(v, w)) return false;
    return this.#ringsHeld(i, j) && this.#nothingHeld(i, found);
  }

  /** Finds the vertices in common; false where edges meet in any other way. */
  #findCommon(i: number, found: readonly number[]): boolean {
    const { chainBox, featureRing, ringChain } = this.#inner;
    const outerBox = this.#outer.chainBox;
    const d = this.#distance;
    this.#common.clear();
    const first = ringChain[featureRing[i]!]!;
    const last = ringChain[featureRing[i + 1]!]!;
    if ((last - first) * found.length > MOST) return false;
    for (let c = first; c < last; c++) {
      const p = 4 * c;
      for (const e of found) {
        const q = 4 * e;
        if (chainBox[p]! - d > outerBox[q + 2]! || chainBox[p + 2]! + d < outerBox[q]!) continue;
        if (chainBox[p + 1]! - d > outerBox[q + 3]! || chainBox[p + 3]! + d < outerBox[q + 1]!) continue;
        if (!this.#compareChains(c, e)) return false;
      }
    }
    return true;
  }

  #compareChains(c: number, d: number): boolean {
    const a = this.#inner;
    const b = this.#outer;
    const square = this.#distance * this.#distance;
    const endC = chainEnd(a, c);
    const endD = chainEnd(b, d);
    for (let e = a.chainStart[c]!; e < endC; e++) {
      const px = a.xy[2 * e]!;
      const py = a.xy[2 * e + 1]!;
      const qx = a.xy[2 * e + 2]!;
      const qy = a.xy[2 * e + 3]!;
      for (let f = b.chainStart[d]!; f < endD; f++) {
        const rx = b.xy[2 * f]!;
        const ry = b.xy[2 * f + 1]!;
        const sx = b.xy[2 * f + 2]!;
        const sy = b.xy[2 * f + 3]!;
        const how = segmentMeeting(square, px, py, qx, qy, rx, ry, sx, sy);
        if (how === meeting.apart) continue;
        if (how === meeting.near) return false;
        if (px === rx && py === ry && !this.#addCommon(e, c, f, d)) return false;
        if (px === sx && py === sy && !this.#addCommon(e, c, f + 1, d)) return false;
        if (qx === rx && qy === ry && !this.#addCommon(e + 1, c, f, d)) return false;
        if (qx === sx && qy === sy && !this.#addCommon(e + 1, c, f + 1, d)) return false;
      }
    }
    return true;
  }

  /** False where the outer feature has two vertices there: it touches itself. */
  #addCommon(v: number, c: number, w: number, d: number): boolean {
    const inner = opened(this.#inner, v, this.#inner.chainRing[c]!);
    const outer = opened(this.#outer, w, this.#outer.chainRing[d]!);
    const known = this.#common.get(inner);
    this.#common.set(inner, outer);
    return known === undefined || known === outer;
  }

  /** Whether around a common vertex the ground of the inner feature is ground of the outer one. */
  #sectorHeld(v: number, w: number): boolean {
    const { xy } = this.#inner;
    const [ao, ai] = neighbours(this.#inner, v);
    const [bo, bi] = neighbours(this.#outer, w);
    const b = this.#outer.xy;
    const x = xy[2 * v]!;
    const y = xy[2 * v + 1]!;
    const [aox, aoy, aix, aiy] = [xy[2 * ao]!, xy[2 * ao + 1]!, xy[2 * ai]!, xy[2 * ai + 1]!];
    const [box, boy, bix, biy] = [b[2 * bo]!, b[2 * bo + 1]!, b[2 * bi]!, b[2 * bi + 1]!];
    // The same edge must run the same way: out with out, in with in.
    const outSame = aox === box && aoy === boy;
    const inSame = aix === bix && aiy === biy;
    return (
      (outSame || rayInSector(x, y, box, boy, bix, biy, aox, aoy) === ray.inside) &&
      (inSame || rayInSector(x, y, box, boy, bix, biy, aix, aiy) === ray.inside) &&
      (outSame || rayInSector(x, y, aox, aoy, aix, aiy, box, boy) === ray.outside) &&
      (inSame || rayInSector(x, y, aox, aoy, aix, aiy, bix, biy) === ray.outside)
    );
  }

  /** Whether the rings of the inner feature without a common vertex lie in the outer one. */
  #ringsHeld(i: number, j: number): boolean {
    const { featureRing, ringStart, xy } = this.#inner;
    const met = new Set([...this.#common.keys()].map((v) => ringOf(this.#inner, v)));
    for (let r = featureRing[i]!; r < featureRing[i + 1]!; r++) {
      if (met.has(r)) continue;
      const v = ringStart[r]!;
      if (this.#inOuter.winding(j, xy[2 * v]!, xy[2 * v + 1]!) !== 1) return false;
    }
    return true;
  }

  /** Whether no ring of the outer feature without a common vertex lies in the inner one. */
  #nothingHeld(i: number, found: readonly number[]): boolean {
    const { chainRing, ringBox, ringStart, xy } = this.#outer;
    const { featureBox } = this.#inner;
    const met = new Set([...this.#common.values()].map((w) => ringOf(this.#outer, w)));
    for (const c of found) {
      const r = chainRing[c]!;
      if (met.has(r)) continue;
      met.add(r);
      if (featureBox[4 * i]! > ringBox[4 * r]! || featureBox[4 * i + 1]! > ringBox[4 * r + 1]!) continue;
      if (featureBox[4 * i + 2]! < ringBox[4 * r + 2]! || featureBox[4 * i + 3]! < ringBox[4 * r + 3]!)
        continue;
      const v = ringStart[r]!;
      if (this.#inInner.winding(i, xy[2 * v]!, xy[2 * v + 1]!) !== 0) return false;
    }
    return true;
  }
}

/** The vertex itself, or the first of its ring where it closes it. */
function opened({ ringStart }: EdgeLayer, v: number, ring: number): number {
  return v === ringStart[ring + 1]! - 1 ? ringStart[ring]! : v;
}

/** Ring of a vertex. */
function ringOf({ ringStart }: EdgeLayer, v: number): number {
  let low = 0;
  let high = ringStart.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (ringStart[middle]! <= v) low = middle;
    else high = middle;
  }
  return low;
}

/** The vertices after and before `v`, with the ground to the left. */
function neighbours(layer: EdgeLayer, v: number): [number, number] {
  const ring = ringOf(layer, v);
  const before = v === layer.ringStart[ring] ? layer.ringStart[ring + 1]! - 2 : v - 1;
  return layer.ringSign[ring]! > 0 ? [v + 1, before] : [before, v + 1];
}
