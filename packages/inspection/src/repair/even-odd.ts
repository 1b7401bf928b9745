import { type CoverageReport, evenOddFeature, type Polygons, vertexCount } from '@tuheng/geometry';
import { type LayerDraft, polygonsOfShape, shapeOf } from './layer-draft.ts';

/**
 * Makes features whose boundary meets itself valid by the even-odd rule, keeping their vertices: a bow-tie becomes two triangles, a ring
 * that touches itself becomes two, a spike that runs out and back on one line vanishes. The ground they cover, read by that rule, stays the
 * same.
 */
export function applyEvenOdd(
  draft: LayerDraft,
  { selfIntersections, selfTouches, spikes }: CoverageReport,
): void {
  const features = new Set([
    ...selfIntersections.map(({ feature }) => feature),
    ...selfTouches.filter(({ rings: [a, b] }) => a === b).map(({ feature }) => feature),
    ...spikes.filter(({ angle }) => angle === 0).map(({ feature }) => feature),
  ]);
  for (const feature of [...features].sort((a, b) => a - b)) {
    const before = draft.area(feature);
    const old = polygonsOfShape(draft.shape(feature));
    const shape = shapeOf(evenOddFeature(old, 0), 0);
    if (shape.length === 0) {
      // Rings that enclose nothing cannot be stored by all formats; the row stays, for a person to decide about.
      draft.setShape(feature, []);
      draft.refuse('even-odd', feature, '图形不包围任何面积，副本中留空；补画还是删除要由人决定。');
      continue;
    }
    // A spike of an angle too small to tell from none meets nothing: there was nothing to mend.
    if (vertexCount(polygonsOfShape(shape)) === vertexCount(old) && shape.length === featureParts(old))
      continue;
    draft.setShape(feature, shape);
    const areaMoved = Math.abs(draft.area(feature) - before);
    draft.edit('even-odd', feature, {
      areaMoved,
      message: `边界自相交或自相接，按奇偶规则修复为 ${shape.length} 个面，面积由 ${before.toFixed(2)} 变为 ${draft
        .area(feature)
        .toFixed(2)} m²。`,
    });
  }
}

function featureParts({ featureStart }: Polygons): number {
  return featureStart[1]!;
}
