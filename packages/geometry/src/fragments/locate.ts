import { chainEnd, type EdgeLayer } from '../edges/edge-layer.ts';
import { type PackedTree, packTree, TreeSearch } from '../edges/packed-tree.ts';
import { shiftedEdgeSide, shiftedVertexSide, side } from '../edges/side.ts';

/** Features of more chains than this get an index of their own when first asked. */
const LARGE = 64;

/**
 * Exact point location in the features of a layer, under the infinitesimal shift of side.ts: a point is never on a boundary.
 *
 * @param moved which of the two was shifted: the layer (`'layer'`) or the points asked about (`'points'`)
 */
export class Locator {
  readonly #layer: EdgeLayer;
  readonly #layerMoved: boolean;
  readonly #trees = new Map<number, PackedTree>();
  readonly #search = new TreeSearch();

  constructor(layer: EdgeLayer, moved: 'layer' | 'points') {
    this.#layer = layer;
    this.#layerMoved = moved === 'layer';
  }

  /** How often feature `f` winds around (x, y): 1 inside and 0 outside a valid one. */
  winding(f: number, x: number, y: number): number {
    const { featureRing, ringChain, chainBox } = this.#layer;
    const first = ringChain[featureRing[f]!]!;
    const last = ringChain[featureRing[f + 1]!]!;
    if (last - first > LARGE) {
      let sum = 0;
      const found = this.#search.search(this.#tree(f, first, last), x, y, Infinity, y);
      for (let k = 0; k < found.length; k++) sum += this.#windingOfChain(first + found[k]!, x, y);
      return sum;
    }
    let sum = 0;
    for (let c = first; c < last; c++) {
      const box = 4 * c;
      if (chainBox[box + 2]! < x || chainBox[box + 1]! > y || chainBox[box + 3]! < y) continue;
      sum += this.#windingOfChain(c, x, y);
    }
    return sum;
  }

  #tree(f: number, first: number, last: number): PackedTree {
    const made = this.#trees.get(f);
    if (made) return made;
    const tree = packTree(this.#layer.chainBox.subarray(4 * first, 4 * last));
    this.#trees.set(f, tree);
    return tree;
  }

  /** Crossings of a ray to the east with the edges of a chain: +1 upwards, −1 downwards, turned by the ring's sign. */
  #windingOfChain(c: number, x: number, y: number): number {
    const { xy, chainStart, chainRing, ringSign } = this.#layer;
    const end = chainEnd(this.#layer, c);
    const layerMoved = this.#layerMoved;
    let sum = 0;
    for (let k = chainStart[c]!; k < end; k++) {
      const rx = xy[2 * k]!;
      const ry = xy[2 * k + 1]!;
      const sx = xy[2 * k + 2]!;
      const sy = xy[2 * k + 3]!;
      const rAbove = layerMoved ? ry >= y : ry > y;
      const sAbove = layerMoved ? sy >= y : sy > y;
      if (rAbove === sAbove || (rx < x && sx < x)) continue;
      let turn = side(rx, ry, sx, sy, x, y);
      if (turn === 0)
        turn = layerMoved ? shiftedEdgeSide(sx - rx, sy - ry) : shiftedVertexSide(sx - rx, sy - ry);
      if (sAbove ? turn > 0 : turn < 0) sum += sAbove ? 1 : -1;
    }
    return sum * ringSign[chainRing[c]!]!;
  }
}
