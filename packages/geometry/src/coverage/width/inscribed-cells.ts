import type { PackedTree } from '../../edges/packed-tree.ts';
import { InsideDistance } from './inside-distance.ts';

/** The answer is no more than this share too small. */
const PRECISION = 0.01;

/**
 * Improves on `least` by cells, best first, until nothing better by more than the precision is left.
 *
 * @param tree an index over the boxes of the edges, where they are many
 */
export function searchCells(
  outer: Float64Array,
  edges: Float64Array,
  tree: PackedTree | undefined,
  least: number,
): number {
  const [minX, minY, maxX, maxY] = boxOf(outer);
  const size = Math.min(maxX - minX, maxY - minY);
  // A polygon of a few last digits: its circle is rounding.
  if (!(2 * least <= size)) return Math.max(0, size / 2);
  const border = new InsideDistance(edges, tree);
  let best = least;
  /** Half the side of the cells of this level; x and y of their centres, and within what distance of them some edge lies. */
  let half = size / 2;
  let cells: number[] = [];
  for (let x = minX + half; x < maxX + half; x += size) {
    for (let y = minY + half; y < maxY + half; y += size) cells.push(x, y, Infinity);
  }
  while (cells.length > 0 && half > 0) {
    const distances = new Float64Array(cells.length / 3);
    for (let c = 0; c < distances.length; c++) {
      distances[c] = border.at(cells[3 * c]!, cells[3 * c + 1]!, cells[3 * c + 2]!);
      best = Math.max(best, distances[c]!);
    }
    const finer: number[] = [];
    const quarter = half / 2;
    for (let c = 0; c < distances.length; c++) {
      if (!(distances[c]! + half * Math.SQRT2 > best * (1 + PRECISION))) continue;
      const x = cells[3 * c]!;
      const y = cells[3 * c + 1]!;
      const within = Math.abs(distances[c]!) + quarter * Math.SQRT2;
      finer.push(x - quarter, y - quarter, within, x + quarter, y - quarter, within);
      finer.push(x - quarter, y + quarter, within, x + quarter, y + quarter, within);
    }
    cells = finer;
    half = quarter;
  }
  return best;
}

/** Box of a ring, relative to its first vertex. */
function boxOf(ring: Float64Array): [number, number, number, number] {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let i = 0; i < ring.length; i += 2) {
    minX = Math.min(minX, ring[i]! - ring[0]!);
    maxX = Math.max(maxX, ring[i]! - ring[0]!);
    minY = Math.min(minY, ring[i + 1]! - ring[1]!);
    maxY = Math.max(maxY, ring[i + 1]! - ring[1]!);
  }
  return [minX, minY, maxX, maxY];
}
