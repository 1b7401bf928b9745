import type { MatrixRow } from '../review.ts';

/** A class on one side of a flow picture; lengths in pixels. */
export interface FlowNode {
  readonly side: 'from' | 'to';
  readonly code: string;
  /** m². */
  readonly area: number;
  readonly y: number;
  readonly height: number;
  /** Where the middle of its name goes: beside the node, but never nearer to another name than `NAME`. */
  readonly nameY: number;
}

/** Ground that goes from a class to a class. */
export interface FlowRibbon {
  readonly from: string;
  readonly to: string;
  readonly area: number;
  /** `d` of an SVG path, from the inner edge of the left node to that of the right one. */
  readonly path: string;
}

/** A Sankey picture of what became what, to be drawn as SVG. */
export interface FlowPicture {
  readonly width: number;
  readonly height: number;
  /** Left edges of the two columns of nodes, and how wide these are. */
  readonly left: number;
  readonly right: number;
  readonly nodeWidth: number;
  /** The classes before, then those after; each side from the largest down. */
  readonly nodes: readonly FlowNode[];
  /** Largest first, so that the small ones are drawn over the large. */
  readonly ribbons: readonly FlowRibbon[];
}

const NODE_WIDTH = 14;
const GAP = 6;
const MARGIN = 10;
/** A line of names, pixels. */
const NAME = 15;

/**
 * Lays a class matrix out as flows from the classes before to those after: as wide as their area, a class may stand on both sides and ground
 * never flows back. Rows of no area have no width and are left out. Undefined where nothing is left.
 *
 * @param height asked for; grows where there are more names than fit
 * @param names room for the names at either side, pixels
 */
export function flowPicture(
  rows: readonly MatrixRow[],
  width: number,
  height: number,
  names: number,
): FlowPicture | undefined {
  const flows = rows.filter(({ area }) => area > 0).sort((a, b) => b.area - a.area);
  if (flows.length === 0) return undefined;
  const before = totals(flows, 'from');
  const after = totals(flows, 'to');
  const most = Math.max(before.length, after.length);
  const tall = Math.max(height, most * NAME + 2 * MARGIN);
  const total = flows.reduce((sum, { area }) => sum + area, 0);
  const scale = (tall - 2 * MARGIN - (most - 1) * GAP) / total;
  const nodes = [...column('from', before, scale, tall), ...column('to', after, scale, tall)];
  const [left, right] = [names, width - names - NODE_WIDTH];
  return {
    ...{ width, height: tall, left, right, nodeWidth: NODE_WIDTH, nodes },
    ribbons: ribbons(flows, nodes, scale, left + NODE_WIDTH, right),
  };
}

function totals(rows: readonly MatrixRow[], side: 'from' | 'to'): [code: string, area: number][] {
  const areas = new Map<string, number>();
  for (const row of rows) areas.set(row[side], (areas.get(row[side]) ?? 0) + row.area);
  return [...areas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function column(
  side: 'from' | 'to',
  classes: readonly (readonly [string, number])[],
  scale: number,
  height: number,
): FlowNode[] {
  let y = MARGIN;
  const nodes = classes.map(([code, area]) => {
    const node = { side, code, area, y, height: area * scale };
    y += node.height + GAP;
    return node;
  });
  const middles = apart(
    nodes.map((node) => node.y + node.height / 2),
    height,
  );
  return nodes.map((node, k) => ({ ...node, nameY: middles[k]! }));
}

/** Moves names down until none is nearer than a line to the one above, then up again where they would leave the picture. */
function apart(wanted: readonly number[], height: number): number[] {
  const found = [...wanted];
  for (let k = 1; k < found.length; k++) found[k] = Math.max(found[k]!, found[k - 1]! + NAME);
  let lowest = height - MARGIN;
  for (let k = found.length - 1; k >= 0 && found[k]! > lowest; k--) {
    found[k] = lowest;
    lowest -= NAME;
  }
  return found;
}

function ribbons(
  flows: readonly MatrixRow[],
  nodes: readonly FlowNode[],
  scale: number,
  x0: number,
  x1: number,
): FlowRibbon[] {
  const key = (side: string, code: string): string => `${side}:${code}`;
  const byKey = new Map(nodes.map((node) => [key(node.side, node.code), node]));
  // A node gives out its ground in the order of the other column, so that ribbons of one node do not cross.
  const rank = new Map(nodes.map((node, k) => [key(node.side, node.code), k]));
  const starts = places(flows, 'from', (row) => rank.get(key('to', row.to))!, byKey, scale);
  const ends = places(flows, 'to', (row) => rank.get(key('from', row.from))!, byKey, scale);
  const middle = (x0 + x1) / 2;
  return flows.map((row) => {
    const thick = row.area * scale;
    const [a, b] = [starts.get(row)!, ends.get(row)!];
    const curve = (from: number, to: number): string => `${middle} ${round(from)} ${middle} ${round(to)}`;
    const path =
      `M${x0} ${round(a)}C${curve(a, b)} ${x1} ${round(b)}` +
      `L${x1} ${round(b + thick)}C${curve(b + thick, a + thick)} ${x0} ${round(a + thick)}Z`;
    return { from: row.from, to: row.to, area: row.area, path };
  });
}

/** Upper edge of every flow at the node it leaves or reaches. */
function places(
  flows: readonly MatrixRow[],
  side: 'from' | 'to',
  rank: (row: MatrixRow) => number,
  byKey: ReadonlyMap<string, FlowNode>,
  scale: number,
): Map<MatrixRow, number> {
  const next = new Map<string, number>();
  const found = new Map<MatrixRow, number>();
  for (const row of [...flows].sort((a, b) => rank(a) - rank(b))) {
    const node = `${side}:${row[side]}`;
    const y = next.get(node) ?? byKey.get(node)!.y;
    found.set(row, y);
    next.set(node, y + row.area * scale);
  }
  return found;
}

const round = (pixels: number): number => Math.round(pixels * 100) / 100;
