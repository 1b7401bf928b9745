import {
  type CoveragePiece,
  type CoverageReport,
  checkCoverage,
  groundGained,
  type Polygons,
} from '@tuheng/geometry';
import type { Tolerance } from '@tuheng/standard';
import Flatbush from 'flatbush';
import type { InspectionContext } from '../inspection-context.ts';
import { type LayerDraft, shapeOf } from './layer-draft.ts';

/** Rounds of taking back before all repairs of a layer's geometry are given up. */
const ROUNDS = 4;
const REASON = '修复会造成新的重叠、缝隙或自相交，已放弃。';

/**
 * Checks the repaired layer as a whole and takes back every repair that did harm: one of a feature that is still not valid, or beside a piece
 * of ground larger than the run's `overlapArea` (m²) that was no overlap, gap or land beyond the boundary before. New ground is told from old
 * exactly, not by boxes: the roads that a land cover leaves out are one gap as wide as the county. What was there before and was not told
 * (because it was smaller, or not enclosed) is no harm: repairs that moved less than `overlapArea` in all cannot have made a larger piece.
 *
 * Beside a piece, vertices of neighbours go first, which can move a border by the tolerance, then other repairs, the latest first; in the end
 * all of the layer.
 */
export function takeBackHarm(draft: LayerDraft, before: CoverageReport, context: InspectionContext): void {
  const { overlapArea, snap } = context.tolerance;
  const boundary = context.boundary(draft.layer);
  for (let round = 0; draft.touched.size > 0; round++) {
    const polygons = draft.inPlane();
    const after = checkCoverage(polygons, {
      snap,
      overlapArea,
      gapArea: overlapArea,
      ...(boundary && { boundary }),
    });
    const ground = [
      ...groundGained(before.gaps, after.gaps, overlapArea),
      ...groundGained(before.beyondBoundary, after.beyondBoundary, overlapArea),
      ...newOverlaps(before.overlaps, after.overlaps, overlapArea),
    ];
    const guilty = new Set(stillInvalid(draft, before, after));
    for (const f of guiltyOf(draft, ground, context.tolerance)) guilty.add(f);
    if (guilty.size === 0) return;
    const isLast = round === ROUNDS;
    for (const f of isLast ? draft.touched : guilty) draft.takeBack(f, isLast ? 'all' : 'latest', REASON);
  }
}

/** Touched features that meet themselves: in more places than before, or at all where they were to be mended. */
function stillInvalid(draft: LayerDraft, before: CoverageReport, after: CoverageReport): number[] {
  const [old, now] = [selfContactsOf(before), selfContactsOf(after)];
  return [...draft.touched].filter((f) => {
    const contacts = now.get(f) ?? 0;
    return contacts > (draft.has('even-odd', f) ? 0 : (old.get(f) ?? 0));
  });
}

/** By feature, the places that make it invalid by simple features. */
function selfContactsOf({ selfIntersections, selfTouches }: CoverageReport): Map<number, number> {
  const counts = new Map<number, number>();
  const add = (feature: number): void => {
    counts.set(feature, (counts.get(feature) ?? 0) + 1);
  };
  for (const { feature } of selfIntersections) add(feature);
  for (const { feature, rings } of selfTouches) if (rings[0] === rings[1]) add(feature);
  return counts;
}

/** Ground that a pair of features shares and did not share before. Pairs are compared one by one: their overlaps lie on each other. */
function newOverlaps(
  before: readonly CoveragePiece[],
  after: readonly CoveragePiece[],
  tolerance: number,
): CoveragePiece[] {
  const old = byPair(before);
  const found: CoveragePiece[] = [];
  for (const [pair, pieces] of byPair(after)) {
    for (const piece of groundGained(old.get(pair) ?? [], pieces, tolerance)) found.push(piece);
  }
  return found;
}

function byPair(pieces: readonly CoveragePiece[]): Map<string, CoveragePiece[]> {
  const pairs = new Map<string, CoveragePiece[]>();
  for (const piece of pieces) {
    const pair = piece.features.join();
    const list = pairs.get(pair);
    if (list) list.push(piece);
    else pairs.set(pair, [piece]);
  }
  return pairs;
}

/**
 * The features whose repair made a piece of ground: those of which an edge that came or went meets the piece's box within `snap`, if together
 * they moved enough; of these the ones that took a neighbour's vertex, where there are such.
 */
function guiltyOf(
  draft: LayerDraft,
  pieces: readonly CoveragePiece[],
  { snap, overlapArea }: Tolerance,
): Set<number> {
  const guilty = new Set<number>();
  for (const features of besides(draft, pieces, snap)) {
    if (features.reduce((sum, f) => sum + draft.areaMoved(f), 0) <= overlapArea) continue;
    const first = features.filter((f) => draft.has('t-junction', f));
    for (const f of first.length > 0 ? first : features) guilty.add(f);
  }
  return guilty;
}

/** For each piece the touched features beside it. */
function besides(draft: LayerDraft, pieces: readonly CoveragePiece[], snap: number): number[][] {
  if (pieces.length === 0) return [];
  const beside = pieces.map(() => new Set<number>());
  const boxes = new Flatbush(pieces.length);
  for (const { rings } of pieces) boxes.add(...boxOf(rings[0]!));
  boxes.finish();
  for (const f of draft.touched) {
    for (const edge of changedEdges(draft, f)) {
      const [minX, minY, maxX, maxY] = boxOf(edge);
      for (const piece of boxes.search(minX - snap, minY - snap, maxX + snap, maxY + snap)) {
        beside[piece]!.add(f);
      }
    }
  }
  return beside.map((features) => [...features]);
}

type Edge = readonly [x0: number, y0: number, x1: number, y1: number];

/** Edges of a feature that stand only before, or only after its repairs; in the plane. */
function changedEdges(draft: LayerDraft, f: number): Edge[] {
  const before = edgesOf(draft.layer.polygons, f);
  const after = edgesOf(draft.planeShape(f), 0);
  const only = (some: ReadonlyMap<string, Edge>, others: ReadonlyMap<string, Edge>): Edge[] =>
    [...some].filter(([key]) => !others.has(key)).map(([, edge]) => edge);
  return [...only(before, after), ...only(after, before)];
}

/** The edges of a feature, whichever way they run. */
function edgesOf(p: Polygons, f: number): Map<string, Edge> {
  const edges = new Map<string, Edge>();
  for (const ring of shapeOf(p, f).flat()) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [a, b] = [`${ring[i]},${ring[i + 1]}`, `${ring[i + 2]},${ring[i + 3]}`];
      const key = a < b ? `${a};${b}` : `${b};${a}`;
      edges.set(key, [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!]);
    }
  }
  return edges;
}

function boxOf(xy: ArrayLike<number>): [minX: number, minY: number, maxX: number, maxY: number] {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xy.length; i += 2) {
    minX = Math.min(minX, xy[i]!);
    minY = Math.min(minY, xy[i + 1]!);
    maxX = Math.max(maxX, xy[i]!);
    maxY = Math.max(maxY, xy[i + 1]!);
  }
  return [minX, minY, maxX, maxY];
}
