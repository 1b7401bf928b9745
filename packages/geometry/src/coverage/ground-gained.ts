import { Arcs } from './arrangement/arcs.ts';
import { addRing, arrange } from './arrangement/arrange.ts';
import { mergeArcs } from './arrangement/merge-arcs.ts';
import { Nodes } from './arrangement/nodes.ts';
import { traceRegions } from './arrangement/regions.ts';
import { sortPieces } from './pieces.ts';
import type { CoveragePiece } from './report.ts';

/**
 * Ground that `after` covers and `before` does not, one entry a connected piece larger than `tolerance`: what two coverage checks of one layer
 * say of the change between them, wherever the pieces begin and end. Their `features` are empty: ground has none.
 *
 * Edges of `before` count against those of `after`, so that borders which stayed vanish before anything is computed: the time goes with
 * the edges read, and n log n with those that changed.
 *
 * @param before pieces that do not lie on each other, as the gaps of a layer or the overlaps of one pair
 * @param after likewise
 * @param tolerance in the coordinates' unit squared
 */
export function groundGained(
  before: readonly Pick<CoveragePiece, 'rings'>[],
  after: readonly Pick<CoveragePiece, 'rings'>[],
  tolerance: number,
): CoveragePiece[] {
  const nodes = new Nodes();
  const edges = new Arcs();
  const add = (pieces: readonly Pick<CoveragePiece, 'rings'>[], sign: number): void => {
    for (const { rings } of pieces) {
      for (const ring of rings) addRing(nodes, edges, ring, 0, ring.length / 2, sign, 0, 0);
    }
  };
  add(after, 1);
  add(before, -1);
  const { arcs } = mergeArcs(edges);
  if (arcs.length === 0) return [];
  const { faces } = arrange(nodes, arcs);
  const gained = new Uint8Array(faces.count);
  for (let face = 0; face < gained.length; face++) gained[face] = faces.cover[2 * face]! > 0 ? 1 : 0;
  return sortPieces(
    traceRegions(faces, gained).map((region) => ({ region, features: [] })),
    tolerance,
  ).pieces;
}
