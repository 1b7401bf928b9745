import { planeArea, selectFeatures } from '@tuheng/geometry';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionContext } from '../inspection-context.ts';
import type { InspectionRule, RuleFinding } from '../rule.ts';
import { eachLayer } from '../subjects.ts';

/**
 * G-01: every row has a polygon with ground in it; a row without one, or whose rings enclose nothing, is found. A bow-tie whose halves
 * cancel encloses ground by the even-odd rule, and is G-02's; a row of points or lines is S-03's, one without coordinates S-02's.
 */
export const noEmptyGeometry: InspectionRule = {
  id: 'G-01',
  category: 'geometry',
  severity: 'error',
  title: '没有空图形',
  description: '每个要素都有图形，图形的面积大于零。',
  basis: [{ document: 'QGIS 几何检查插件', source: 'standards.md §3.4 [QGC]', confidence: 'found' }],
  parameters: [],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'S-02', grain: 'feature' },
  ],
  noSubject: '没有面图层。',
  subjects: (context) => eachLayer(context),
  inspect({ layers: [layer] }, context) {
    const findings: RuleFinding[] = [];
    const { featureStart } = layer!.polygons;
    const foreign = new Set(layer!.delivered.foreign);
    const groundless = groundlessOf(layer!, context);
    for (let f = 0; f < layer!.count; f++) {
      const isEmpty = featureStart[f] === featureStart[f + 1];
      if ((!isEmpty && !groundless.has(f)) || layer!.stray.has(f) || foreign.has(f)) continue;
      findings.push({
        layer: layer!,
        feature: f,
        ...(!isEmpty && { place: { kind: 'feature' as const, polygons: layer!.polygons, feature: f } }),
        message: isEmpty ? '要素没有图形。' : '图形的面积为零。',
        suggestion: '补上图形，或删除这一行。',
      });
    }
    return { findings };
  },
};

/** Features with rings that enclose nothing. */
function groundlessOf(layer: InspectedLayer, context: InspectionContext): ReadonlySet<number> {
  const rows: number[] = [];
  for (let f = 0; f < layer.count; f++) if (layer.planeArea(f) === 0) rows.push(f);
  if (rows.length === 0) return new Set();
  // Signed areas may cancel: only the even-odd rule tells.
  const tangled = new Set(context.coverage(layer).tangled);
  const readable = rows.filter((f) => !tangled.has(f));
  const { polygons } = context.overlay.repair(selectFeatures(layer.polygons, readable));
  return new Set(readable.filter((_, i) => planeArea(polygons, i) === 0));
}
