import { featureCount, type Polygons } from '@tuheng/geometry';
import { createRandom } from '../random.ts';
import { onGrid } from './coverage-generator.ts';

/** How many faults of each kind to plant, each in a parcel of its own. */
export interface FaultCounts {
  readonly gaps: number;
  readonly overlaps: number;
  /** A vertex on one side of a border that the neighbour lacks. */
  readonly junctions: number;
}

/** A border vertex moves by this much, metres: the fault is far above every tolerance and far below a parcel. */
const MOVE = 2;

/**
 * Plants faults in a generated coverage (one ring a parcel, counter-clockwise, starting at the lower left corner) by changing
 * one side of a lower border only. Parcels are picked from every second row and column, so that no two faults meet.
 */
export function plantFaults(
  layer: Polygons,
  columns: number,
  seed: number,
  { gaps, overlaps, junctions }: FaultCounts,
): Polygons {
  const sites = pickSites(layer, columns, seed, gaps + overlaps + junctions);
  const xy = Float64Array.from(layer.xy);
  for (const [k, f] of sites.slice(0, gaps + overlaps).entries()) {
    moveVertex(xy, layer.ringStart[f]! + 2, k < gaps ? MOVE : -MOVE);
  }
  const inserted = new Map(sites.slice(gaps + overlaps).map((f) => [f, junctionEdge(layer, f)]));
  return insertMiddles({ ...layer, xy }, inserted);
}

function pickSites(layer: Polygons, columns: number, seed: number, count: number): number[] {
  const rows = featureCount(layer) / columns;
  const inner: number[] = [];
  for (let j = 1; j < rows - 1; j += 2) for (let i = 1; i < columns - 1; i += 2) inner.push(j * columns + i);
  const fit = inner.filter((f) => junctionEdge(layer, f) >= 0);
  if (fit.length < count)
    throw new RangeError(`a coverage of ${columns} × ${rows} has no place for ${count} faults`);
  const random = createRandom(seed);
  return Array.from({ length: count }, () => fit.splice(Math.floor(random() * fit.length), 1)[0]!);
}

/** Moves a vertex to the left of the way its ring runs (inwards) by `metres`. */
function moveVertex(xy: Float64Array, v: number, metres: number): void {
  const dx = xy[2 * v + 2]! - xy[2 * v - 2]!;
  const dy = xy[2 * v + 3]! - xy[2 * v - 1]!;
  const length = Math.hypot(dx, dy);
  xy[2 * v] = onGrid(xy[2 * v]! - (metres * dy) / length);
  xy[2 * v + 1] = onGrid(xy[2 * v + 1]! + (metres * dx) / length);
}

/**
 * The first vertex of an edge of the lower border whose middle is on the grid, or −1: there a vertex can be inserted that lies on
 * the neighbour's edge and opens no gap.
 */
function junctionEdge({ xy, ringStart }: Polygons, f: number): number {
  const first = ringStart[f]!;
  const even = (a: number, b: number): boolean => (Math.round(a * 10_000) + Math.round(b * 10_000)) % 2 === 0;
  for (let v = first; v < first + 4; v++) {
    if (even(xy[2 * v]!, xy[2 * v + 2]!) && even(xy[2 * v + 1]!, xy[2 * v + 3]!)) return v;
  }
  return -1;
}

/** Inserts, into each ring named, the middle of the edge that starts at the vertex given. */
function insertMiddles(layer: Polygons, edges: ReadonlyMap<number, number>): Polygons {
  const vertices = [...edges.values()].sort((a, b) => a - b);
  const xy = new Float64Array(layer.xy.length + 2 * vertices.length);
  let from = 0;
  for (const [k, v] of vertices.entries()) {
    xy.set(layer.xy.subarray(from, 2 * v + 2), from + 2 * k);
    from = 2 * v + 2;
    xy[from + 2 * k] = onGrid((layer.xy[2 * v]! + layer.xy[2 * v + 2]!) / 2);
    xy[from + 2 * k + 1] = onGrid((layer.xy[2 * v + 1]! + layer.xy[2 * v + 3]!) / 2);
  }
  xy.set(layer.xy.subarray(from), from + 2 * vertices.length);
  let before = 0;
  const ringStart = layer.ringStart.map((start) => {
    while (before < vertices.length && vertices[before]! < start) before++;
    return start + before;
  });
  return { ...layer, xy, ringStart };
}
