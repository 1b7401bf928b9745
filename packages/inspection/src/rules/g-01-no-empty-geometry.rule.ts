import type { InspectionRule, RuleFinding } from '../rule.ts';
import { eachLayer } from '../subjects.ts';

/** G-01: every row has a polygon with ground in it; a row without one, or whose rings enclose nothing, is found. */
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
  inspect({ layers: [layer] }) {
    const findings: RuleFinding[] = [];
    const { featureStart } = layer!.polygons;
    for (let f = 0; f < layer!.count; f++) {
      if (layer!.stray.has(f)) continue;
      const isEmpty = featureStart[f] === featureStart[f + 1];
      if (!isEmpty && layer!.planeArea(f) !== 0) continue;
      findings.push({
        layer: layer!,
        feature: f,
        message: isEmpty ? '要素没有图形。' : '图形的面积为零。',
        suggestion: '补上图形，或删除这一行。',
      });
    }
    return { findings };
  },
};
