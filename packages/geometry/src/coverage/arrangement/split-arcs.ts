import { Arcs } from './arcs.ts';
import type { Nodes } from './nodes.ts';

/** Where arcs are to be split: pairs of an arc and a node on it, in no order, possibly more than once. */
export interface Splits {
  readonly arc: number[];
  readonly node: number[];
}

/** The arcs split at the nodes given; the parts keep net and owner. Arcs without a split keep their order and come first. */
export function splitArcs(nodes: Nodes, arcs: Arcs, splits: Splits): Arcs {
  const split = new Uint8Array(arcs.length);
  for (const arc of splits.arc) split[arc] = 1;
  const out = new Arcs();
  for (let k = 0; k < arcs.length; k++) if (split[k] === 0) addPart(arcs, k, arcs.from[k]!, arcs.to[k]!, out);
  addParts(nodes, arcs, splits, out);
  return out;
}

/** Adds the parts of the arcs that are split to `out` (possibly `arcs`), by arc, then along it. */
export function addParts(nodes: Nodes, arcs: Arcs, splits: Splits, out: Arcs): void {
  const { xy } = nodes;
  const along = splits.arc.map((arc, k) => {
    const a = 2 * arcs.from[arc]!;
    const b = 2 * arcs.to[arc]!;
    const v = 2 * splits.node[k]!;
    return (xy[v]! - xy[a]!) * (xy[b]! - xy[a]!) + (xy[v + 1]! - xy[a + 1]!) * (xy[b + 1]! - xy[a + 1]!);
  });
  const order = [...along.keys()].sort(
    (i, j) => splits.arc[i]! - splits.arc[j]! || along[i]! - along[j]! || splits.node[i]! - splits.node[j]!,
  );
  for (let i = 0; i < order.length; ) {
    const k = splits.arc[order[i]!]!;
    let from = arcs.from[k]!;
    for (; i < order.length && splits.arc[order[i]!] === k; i++) {
      const to = splits.node[order[i]!]!;
      addPart(arcs, k, from, to, out);
      from = to;
    }
    addPart(arcs, k, from, arcs.to[k]!, out);
  }
}

function addPart(arcs: Arcs, k: number, from: number, to: number, out: Arcs): void {
  if (from !== to) out.add(from, to, arcs.net[2 * k]!, arcs.net[2 * k + 1]!, arcs.owner[k]!);
}
