import { TreeSearch } from '../../edges/packed-tree.ts';
import { side } from '../../edges/side.ts';
import { type Arcs, indexArcs } from './arcs.ts';
import type { Nodes } from './nodes.ts';

/**
 * Calls `visit` for every node and arc of which the node is not an end, but lies on the arc, exactly (distance 0, decided by the exact
 * predicate) or no further from it than `tolerance`, in the coordinates' unit.
 */
export function vertexContacts(
  nodes: Nodes,
  arcs: Arcs,
  tolerance: number,
  visit: (node: number, arc: number, distance: number) => void,
): void {
  const { xy } = nodes;
  const tree = indexArcs(nodes, arcs);
  const search = new TreeSearch();
  for (let v = 0; v < nodes.length; v++) {
    const x = xy[2 * v]!;
    const y = xy[2 * v + 1]!;
    const found = search.search(tree, x - tolerance, y - tolerance, x + tolerance, y + tolerance);
    for (let i = 0; i < found.length; i++) {
      const k = found[i]!;
      const a = arcs.from[k]!;
      const b = arcs.to[k]!;
      if (a === v || b === v) continue;
      const distance = distanceTo(xy[2 * a]!, xy[2 * a + 1]!, xy[2 * b]!, xy[2 * b + 1]!, x, y);
      if (distance <= tolerance) visit(v, k, distance);
    }
  }
}

/** Distance of (x, y) from the segment a–b: 0 only where it lies exactly on it. */
function distanceTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
  const inBox =
    x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by);
  if (inBox && side(ax, ay, bx, by, x, y) === 0) return 0;
  const dx = bx - ax;
  const dy = by - ay;
  const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.max(Number.MIN_VALUE, Math.hypot(x - ax - t * dx, y - ay - t * dy));
}
