import { chainEnd, type EdgeLayer } from '../edges/edge-layer.ts';
import { TreeSearch } from '../edges/packed-tree.ts';
import { segmentsWithin } from '../edges/segments.ts';
import { Locator } from '../fragments/locate.ts';
import { DisjointSets } from './disjoint-sets.ts';
import { numberPoints } from './number-points.ts';

/**
 * Groups of features that can be reached from each other over gaps of at most `distance` (coordinate unit, ≥ 0); features that overlap
 * have no gap. A group number per feature, numbered from 0 in order of first appearance.
 *
 * Shared vertices join nearly all of a coverage. Pairs still apart are compared edge by edge, from the feature of fewer edges, and
 * a part without any edge near the other feature is looked for inside it. Pairs that are joined already are never looked at.
 */
export function clusters(layer: EdgeLayer, distance: number): Uint32Array {
  const sets = new DisjointSets(layer.featureRing.length - 1);
  joinSharedVertices(layer, sets);
  const near = new NearFeatures(layer, distance, sets);
  for (let f = 0; f + 1 < layer.featureRing.length; f++) near.joinFrom(f);
  return sets.numbers();
}

function joinSharedVertices(layer: EdgeLayer, sets: DisjointSets): void {
  const { xy, ringStart, ringFeature } = layer;
  const { id, count } = numberPoints(xy);
  const ownerOf = new Int32Array(count).fill(-1);
  for (let r = 0; r < ringFeature.length; r++) {
    const f = ringFeature[r]!;
    for (let v = ringStart[r]!; v < ringStart[r + 1]!; v++) {
      const owner = ownerOf[id[v]!]!;
      if (owner < 0) ownerOf[id[v]!] = f;
      else if (owner !== f) sets.join(owner, f);
    }
  }
}

class NearFeatures {
  readonly #layer: EdgeLayer;
  readonly #distance: number;
  readonly #sets: DisjointSets;
  readonly #locator: Locator;
  readonly #search = new TreeSearch();
  readonly #chainSearch = new TreeSearch();

  constructor(layer: EdgeLayer, distance: number, sets: DisjointSets) {
    this.#layer = layer;
    this.#distance = distance;
    this.#sets = sets;
    this.#locator = new Locator(layer, 'layer');
  }

  /** Joins feature `f` with the features of more edges (then of higher number) that it reaches. */
  joinFrom(f: number): void {
    const { featureRing, featureTree, featureBox, ringChain } = this.#layer;
    const near = this.#around(this.#search, featureTree, featureBox, f);
    if (!near.some((g) => this.#pending(f, g))) return;
    const last = ringChain[featureRing[f + 1]!]!;
    for (let c = ringChain[featureRing[f]!]!; c < last; c++) this.#joinFromChain(f, c);
    for (const g of near) {
      if (this.#pending(f, g) && (this.#holdsPart(g, f) || this.#holdsPart(f, g))) this.#sets.join(f, g);
    }
  }

  /** Whether the pair is this one's turn and still apart. */
  #pending(f: number, g: number): boolean {
    const more = this.#chains(g) - this.#chains(f);
    return (more > 0 || (more === 0 && g > f)) && this.#sets.find(f) !== this.#sets.find(g);
  }

  #chains(f: number): number {
    const { ringChain, featureRing } = this.#layer;
    return ringChain[featureRing[f + 1]!]! - ringChain[featureRing[f]!]!;
  }

  #joinFromChain(f: number, c: number): void {
    const { chainTree, chainBox, chainRing, ringFeature } = this.#layer;
    const found = this.#around(this.#chainSearch, chainTree, chainBox, c);
    for (let k = 0; k < found.length; k++) {
      const g = ringFeature[chainRing[found[k]!]!]!;
      if (this.#pending(f, g) && this.#chainsWithin(c, found[k]!)) this.#sets.join(f, g);
    }
  }

  #around(search: TreeSearch, tree: EdgeLayer['chainTree'], boxes: Float64Array, i: number): number[] {
    const d = this.#distance;
    const [minX, minY] = [boxes[4 * i]! - d, boxes[4 * i + 1]! - d];
    return search.search(tree, minX, minY, boxes[4 * i + 2]! + d, boxes[4 * i + 3]! + d);
  }

  #chainsWithin(c: number, d: number): boolean {
    const { xy, chainStart } = this.#layer;
    const square = this.#distance * this.#distance;
    const endC = chainEnd(this.#layer, c);
    const endD = chainEnd(this.#layer, d);
    for (let e = chainStart[c]!; e < endC; e++) {
      const px = xy[2 * e]!;
      const py = xy[2 * e + 1]!;
      const qx = xy[2 * e + 2]!;
      const qy = xy[2 * e + 3]!;
      for (let f = chainStart[d]!; f < endD; f++) {
        const rx = xy[2 * f]!;
        const ry = xy[2 * f + 1]!;
        const sx = xy[2 * f + 2]!;
        const sy = xy[2 * f + 3]!;
        if (segmentsWithin(square, px, py, qx, qy, rx, ry, sx, sy)) return true;
      }
    }
    return false;
  }

  /** Whether a part of feature `g` lies inside feature `f`, given that their boundaries do not meet. */
  #holdsPart(f: number, g: number): boolean {
    const { featureBox, polygons, ringBox, ringStart, xy } = this.#layer;
    const box = 4 * f;
    for (let p = polygons.featureStart[g]!; p < polygons.featureStart[g + 1]!; p++) {
      const shell = polygons.polygonStart[p]!;
      const part = 4 * shell;
      if (featureBox[box]! > ringBox[part]! || featureBox[box + 2]! < ringBox[part + 2]!) continue;
      if (featureBox[box + 1]! > ringBox[part + 1]! || featureBox[box + 3]! < ringBox[part + 3]!) continue;
      const v = 2 * ringStart[shell]!;
      if (this.#locator.winding(f, xy[v]!, xy[v + 1]!) !== 0) return true;
    }
    return false;
  }
}
