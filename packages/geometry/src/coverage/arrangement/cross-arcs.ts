import { side } from '../../edges/side.ts';
import type { Arcs } from './arcs.ts';
import { CutArcs } from './cut-arcs.ts';
import type { Nodes } from './nodes.ts';
import type { Splits } from './split-arcs.ts';

/** Rounding of a crossing point bends an arc by less than its last digit, so a second round finds next to nothing and a third none. */
const ROUNDS = 12;

/**
 * Splits arcs where they cross or where an end lies on another, until they meet at nodes only; crossing points become nodes. Whether two
 * arcs cross is decided exactly; the point itself is rounded to the coordinates' last digit.
 *
 * @param given each arc once, from the smaller node to the larger; taken over
 */
export function crossArcs(nodes: Nodes, given: Arcs): Arcs {
  const arcs = new CutArcs(nodes, given);
  for (let round = 0; round < ROUNDS; round++) {
    const splits: Splits = { arc: [], node: [] };
    arcs.forEachMeeting((k, m) => cross(nodes, arcs.arcs, k, m, splits));
    if (splits.arc.length === 0) break;
    arcs.cut(splits);
  }
  return arcs.left();
}

function cross(nodes: Nodes, arcs: Arcs, k: number, m: number, splits: Splits): void {
  const { xy } = nodes;
  const a = arcs.from[k]!;
  const b = arcs.to[k]!;
  const c = arcs.from[m]!;
  const d = arcs.to[m]!;
  const ax = xy[2 * a]!;
  const ay = xy[2 * a + 1]!;
  const bx = xy[2 * b]!;
  const by = xy[2 * b + 1]!;
  const cx = xy[2 * c]!;
  const cy = xy[2 * c + 1]!;
  const dx = xy[2 * d]!;
  const dy = xy[2 * d + 1]!;
  const c0 = side(ax, ay, bx, by, cx, cy);
  const d0 = side(ax, ay, bx, by, dx, dy);
  if ((c0 > 0 && d0 > 0) || (c0 < 0 && d0 < 0)) return;
  const a0 = side(cx, cy, dx, dy, ax, ay);
  const b0 = side(cx, cy, dx, dy, bx, by);
  if ((a0 > 0 && b0 > 0) || (a0 < 0 && b0 < 0)) return;
  const add = (arc: number, node: number): void => {
    if (node === arcs.from[arc] || node === arcs.to[arc]) return;
    splits.arc.push(arc);
    splits.node.push(node);
  };
  if (c0 !== 0 && d0 !== 0 && a0 !== 0 && b0 !== 0) {
    const [x, y] = crossingPoint([ax, ay, bx, by], [cx, cy, dx, dy]);
    const node = nodes.add(x, y);
    add(k, node);
    add(m, node);
    return;
  }
  if (c0 === 0 && within(ax, ay, bx, by, cx, cy)) add(k, c);
  if (d0 === 0 && within(ax, ay, bx, by, dx, dy)) add(k, d);
  if (a0 === 0 && within(cx, cy, dx, dy, ax, ay)) add(m, a);
  if (b0 === 0 && within(cx, cy, dx, dy, bx, by)) add(m, b);
}

function within(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  return x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by);
}

type Segment = readonly [number, number, number, number];

/** Where two segments cross: the same to the last digit whichever comes first and however each of them is turned. */
function crossingPoint(one: Segment, other: Segment): [number, number] {
  const first = eastward(one);
  const second = eastward(other);
  const [[ax, ay, bx, by], [cx, cy, dx, dy]] = comesFirst(first, second) ? [first, second] : [second, first];
  const a = side(cx, cy, dx, dy, ax, ay);
  const b = side(cx, cy, dx, dy, bx, by);
  const t = a / (a - b);
  return [ax + t * (bx - ax), ay + t * (by - ay)];
}

function eastward(s: Segment): Segment {
  return s[0] < s[2] || (s[0] === s[2] && s[1] < s[3]) ? s : [s[2], s[3], s[0], s[1]];
}

function comesFirst(s: Segment, t: Segment): boolean {
  for (let i = 0; i < 4; i++) if (s[i] !== t[i]) return s[i]! < t[i]!;
  return true;
}
