import type { LayerDraft } from './layer-draft.ts';

/** Points of the smallest ring that can enclose anything: a triangle, closed. */
const LEAST_POINTS = 4;

/**
 * Takes out rings of fewer than three corners: by the even-odd rule they enclose nothing, and some formats cannot store them. A polygon
 * goes with its outer ring; a feature that has nothing else is left to `applyEvenOdd`.
 */
export function dropDegenerateRings(draft: LayerDraft): void {
  const { polygons } = draft.layer;
  const { featureStart, polygonStart, ringStart } = polygons;
  for (let f = 0; f < featureStart.length - 1; f++) {
    let short = 0;
    const from = polygonStart[featureStart[f]!]!;
    const to = polygonStart[featureStart[f + 1]!]!;
    for (let r = from; r < to; r++) if (ringStart[r + 1]! - ringStart[r]! < LEAST_POINTS) short++;
    if (short === 0 || short === to - from) continue;
    const isWhole = (ring: readonly number[]) => ring.length >= 2 * LEAST_POINTS;
    const shape = draft
      .shape(f)
      .filter(([outer]) => isWhole(outer!))
      .map((rings) => rings.filter(isWhole));
    draft.setShape(f, shape);
    draft.edit('even-odd', f, { message: `删去 ${short} 个不足三角形的环，它们不包围任何面积。` });
  }
}
