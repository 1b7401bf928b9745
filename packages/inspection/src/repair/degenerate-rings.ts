import type { Polygons } from '@tuheng/geometry';
import type { LayerDraft } from './layer-draft.ts';

/** Corners of the smallest ring that can enclose anything. */
const LEAST_CORNERS = 3;

/**
 * Takes out rings of fewer than three corners, points that repeat not counted: by the even-odd rule they enclose nothing, and some formats
 * cannot store them. A polygon goes with its outer ring; a feature that has nothing else is left to `applyEvenOdd`.
 */
export function dropDegenerateRings(draft: LayerDraft): void {
  const { polygons } = draft.layer;
  const { featureStart, polygonStart } = polygons;
  for (let f = 0; f < featureStart.length - 1; f++) {
    let short = 0;
    const from = polygonStart[featureStart[f]!]!;
    const to = polygonStart[featureStart[f + 1]!]!;
    for (let r = from; r < to; r++) if (!hasCorners(polygons, r)) short++;
    if (short === 0 || short === to - from) continue;
    let ring = from;
    const shape = draft
      .shape(f)
      .map((rings) => rings.map((points) => ({ points, isWhole: hasCorners(polygons, ring++) })))
      .filter(([outer]) => outer!.isWhole)
      .map((rings) => rings.filter(({ isWhole }) => isWhole).map(({ points }) => points));
    if (shape.length === 0) continue;
    draft.repair('even-odd', f, shape, [{ message: `删去 ${short} 个不足三角形的环，它们不包围任何面积。` }]);
  }
}

/** Whether a ring has three points that differ from the one before. */
function hasCorners({ xy, ringStart }: Polygons, ring: number): boolean {
  let corners = 0;
  for (let v = ringStart[ring]! + 1; v < ringStart[ring + 1]! && corners < LEAST_CORNERS; v++) {
    if (xy[2 * v] !== xy[2 * v - 2] || xy[2 * v + 1] !== xy[2 * v - 1]) corners++;
  }
  return corners === LEAST_CORNERS;
}
