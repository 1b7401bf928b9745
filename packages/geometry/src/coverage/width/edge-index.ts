import { type PackedTree, packTree } from '../../edges/packed-tree.ts';

/** Above this many edges an index pays. */
const FEW = 60;

/** An index over the boxes of edges, four numbers each: x, y of the ends; undefined where asking all of them is faster. */
export function indexEdges(edges: Float64Array): PackedTree | undefined {
  if (edges.length <= 4 * FEW) return undefined;
  const boxes = new Float64Array(edges.length);
  for (let k = 0; k < edges.length; k += 4) {
    boxes[k] = Math.min(edges[k]!, edges[k + 2]!);
    boxes[k + 1] = Math.min(edges[k + 1]!, edges[k + 3]!);
    boxes[k + 2] = Math.max(edges[k]!, edges[k + 2]!);
    boxes[k + 3] = Math.max(edges[k + 1]!, edges[k + 3]!);
  }
  return packTree(boxes);
}
