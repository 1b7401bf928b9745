import type { InspectionRule, RuleFinding } from '../rule.ts';
import { eachLayer } from '../subjects.ts';

/** G-08: no two features of a layer have the same shape (rings compared wherever they begin and however they run). */
export const noDuplicateGeometry: InspectionRule = {
  id: 'G-08',
  category: 'geometry',
  severity: 'error',
  title: '没有重复图形',
  description: '同一图层内没有两个要素的图形完全相同。',
  basis: [{ document: '图形重复检查', source: 'standards.md §3.4', confidence: 'derived' }],
  parameters: [],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'S-02', grain: 'feature' },
  ],
  noSubject: '没有面图层。',
  subjects: (context) => eachLayer(context),
  inspect({ layers: [layer] }, context) {
    const { polygons } = layer!;
    const findings: RuleFinding[] = [];
    for (const [first, ...copies] of context.coverage(layer!).duplicates) {
      for (const feature of copies) {
        findings.push({
          layer: layer!,
          feature,
          others: [{ layer: layer!, feature: first! }],
          message: `图形与第 ${layer!.row(first!)} 行相同。`,
          place: { kind: 'feature', polygons, feature },
          area: layer!.planeArea(feature),
          suggestion: '核对属性，删除多余的一个。',
        });
      }
    }
    return { findings };
  },
};
