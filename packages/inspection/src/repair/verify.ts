import { type CoveragePiece, type CoverageReport, checkCoverage } from '@tuheng/geometry';
import type { InspectionContext } from '../inspection-context.ts';
import type { LayerDraft } from './layer-draft.ts';

/** Rounds of taking back before all repairs of a layer's geometry are given up. */
const ROUNDS = 4;

/**
 * Checks the repaired layer as a whole and takes back every repair with a part in an overlap, a gap or a self-intersection that was not
 * there before. What counts is larger than the run's `overlapArea`.
 */
export function takeBackHarm(draft: LayerDraft, before: CoverageReport, context: InspectionContext): void {
  const { overlapArea, snap } = context.tolerance;
  const boundary = context.boundary(draft.layer);
  for (let round = 0; draft.touched.size > 0; round++) {
    const after = checkCoverage(draft.inPlane(), {
      snap,
      overlapArea,
      gapArea: overlapArea,
      ...(boundary && { boundary }),
    });
    const harmed = [
      ...newPieces(before.overlaps, after.overlaps, overlapArea),
      ...newPieces(before.gaps, after.gaps, overlapArea),
    ].flatMap(({ features }) => features);
    const crossing = new Set(before.selfIntersections.map(({ feature }) => feature));
    for (const { feature } of after.selfIntersections) if (!crossing.has(feature)) harmed.push(feature);
    const guilty = round < ROUNDS ? harmed.filter((f) => draft.touched.has(f)) : [...draft.touched];
    if (harmed.length === 0) return;
    // Harm without a touched feature in it is none of ours; it can only be told in another way than before.
    if (guilty.length === 0) return;
    for (const f of new Set(guilty)) draft.takeBack(f, '修复会造成新的重叠、缝隙或自相交，已放弃。');
  }
}

/** Pieces larger than what was there before at their place. */
function newPieces(
  before: readonly CoveragePiece[],
  after: readonly CoveragePiece[],
  tolerance: number,
): CoveragePiece[] {
  const boxes = before.map((piece) => ({ piece, box: boxOf(piece) })).sort((a, b) => a.box[0] - b.box[0]);
  return after.filter((piece) => {
    const [minX, minY, maxX, maxY] = boxOf(piece);
    let known = 0;
    for (const { piece: old, box } of boxes) {
      if (box[0] > maxX) break;
      if (box[2] >= minX && box[1] <= maxY && box[3] >= minY) known += old.area;
    }
    return piece.area > known + tolerance;
  });
}

function boxOf({ rings }: CoveragePiece): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const ring = rings[0]!;
  for (let i = 0; i < ring.length; i += 2) {
    box[0] = Math.min(box[0], ring[i]!);
    box[1] = Math.min(box[1], ring[i + 1]!);
    box[2] = Math.max(box[2], ring[i]!);
    box[3] = Math.max(box[3], ring[i + 1]!);
  }
  return box;
}
