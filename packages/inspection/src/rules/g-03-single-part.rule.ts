import type { InspectionRule, RuleFinding } from '../rule.ts';
import { eachLayer } from '../subjects.ts';

/** G-03: a feature is one polygon (with its holes), not several. */
export const singlePart: InspectionRule = {
  id: 'G-03',
  category: 'geometry',
  severity: 'error',
  title: '没有多部件',
  description: '一个要素只有一个面（可以有内环），没有多部件。',
  basis: [
    { document: '三调数据库质检：多部件', source: 'standards.md §3.4 [BGDC, QGC]', confidence: 'found' },
  ],
  parameters: [],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'S-02', grain: 'feature' },
  ],
  noSubject: '没有面图层。',
  subjects: (context) => eachLayer(context),
  inspect({ layers: [layer] }) {
    const findings: RuleFinding[] = [];
    const { polygons } = layer!;
    for (let f = 0; f < layer!.count; f++) {
      const parts = polygons.featureStart[f + 1]! - polygons.featureStart[f]!;
      if (parts < 2) continue;
      findings.push({
        layer: layer!,
        feature: f,
        message: `要素有 ${parts} 个部件。`,
        place: { kind: 'feature', polygons, feature: f },
        measure: { value: parts, unit: '个' },
        suggestion: '拆成单部件，各编标识码，重算面积。',
      });
    }
    return { findings };
  },
};
