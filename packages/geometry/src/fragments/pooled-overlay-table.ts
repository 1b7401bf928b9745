import { featureBoxes } from '../box.ts';
import { type PackedTree, packTree, TreeSearch } from '../edges/packed-tree.ts';
import { featureCount, type Polygons, sharePolygons } from '../polygons.ts';
import type { WorkerPool } from '../pool/worker-pool.ts';
import { addUp } from './merge-sums.ts';
import type { OverlayPart } from './overlay-part.ts';
import { originAmid, type PairTable, settleTable, type TableOptions } from './overlay-table.ts';
import type { KernelSums } from './pair-sums.ts';

/** Vertices of a part: few enough for a part to stay in a core's cache through all passes, many enough that borders cost little. */
const PART = 120_000;

/**
 * `overlayTable` by several workers. Features of `a` are partitioned by place: each belongs to the part that holds its reference
 * point, the centre of its box on a Hilbert curve, so that no pair is met twice. A pair's number is a sum over its own two
 * boundaries in their own order, which is why any partition, and one worker or many, give the same bits.
 */
export async function pooledOverlayTable(
  a: Polygons,
  b: Polygons,
  options: TableOptions,
  pool: WorkerPool,
): Promise<PairTable> {
  const boxesA = featureBoxes(a);
  const treeB = packTree(featureBoxes(b));
  const origin = originAmid(boxesA);
  const shared = { a: sharePolygons(a), b: a === b ? sharePolygons(a) : sharePolygons(b) };
  const parts = partition(packTree(boxesA), a, Math.max(pool.size, Math.ceil(a.xy.length / 2 / PART))).map(
    (featuresA): OverlayPart => ({
      ...shared,
      featuresA,
      featuresB: meeting(featuresA, boxesA, treeB),
      measures: options.measures,
      origin,
      sound: options.sound === true,
    }),
  );
  const sums = await pool.run('overlayPart', parts);
  return settleTable(
    concat(sums, options.measures.length, featureCount(a), featureCount(b)),
    options,
    origin,
  );
}

/** Features along the curve in up to `parts` runs of about as many vertices; ascending within a run. */
function partition(tree: PackedTree, p: Polygons, parts: number): Uint32Array[] {
  const vertices = (f: number): number =>
    p.ringStart[p.polygonStart[p.featureStart[f + 1]!]!]! - p.ringStart[p.polygonStart[p.featureStart[f]!]!]!;
  const share = p.xy.length / 2 / parts;
  const runs: Uint32Array[] = [];
  let first = 0;
  let weight = 0;
  for (let k = 0; k < tree.items.length; k++) {
    weight += vertices(tree.items[k]!);
    if (weight < share && k + 1 < tree.items.length) continue;
    runs.push(tree.items.slice(first, k + 1).sort());
    first = k + 1;
    weight = 0;
  }
  return runs;
}

/** Features whose box meets the box around some others, ascending. */
function meeting(features: Uint32Array, boxes: Float64Array, tree: PackedTree): Uint32Array {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const f of features) {
    west = Math.min(west, boxes[4 * f]!);
    south = Math.min(south, boxes[4 * f + 1]!);
    east = Math.max(east, boxes[4 * f + 2]!);
    north = Math.max(north, boxes[4 * f + 3]!);
  }
  return Uint32Array.from(new TreeSearch().search(tree, west, south, east, north)).sort();
}

function concat(
  parts: readonly KernelSums[],
  measures: number,
  featuresA: number,
  featuresB: number,
): KernelSums {
  const rows = {
    left: join(
      parts.map((part) => part.rows.left),
      Uint32Array,
    ),
    right: join(
      parts.map((part) => part.rows.right),
      Uint32Array,
    ),
    values: Array.from({ length: measures }, (_, m) =>
      join(
        parts.map((part) => part.rows.values[m]!),
        Float64Array,
      ),
    ),
  };
  return {
    rows: addUp(rows, featuresA, featuresB),
    doubtful: join(
      parts.map((part) => part.doubtful),
      Uint32Array,
    ),
  };
}

function join<T extends Uint32Array | Float64Array>(parts: readonly T[], type: new (length: number) => T): T {
  const out = new type(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
