import type { InspectionRule } from '../rule.ts';
import { eachLayer } from '../subjects.ts';

/** S-04: no outline has arcs or Bézier curves; readers densify them in different ways, so areas would differ. */
export const noCurves: InspectionRule = {
  id: 'S-04',
  category: 'spatial-reference',
  severity: 'error',
  title: '没有弧段和曲线',
  description: '边界全部由直线段组成，没有圆弧和贝塞尔曲线。',
  basis: [{ document: '弧段检查工具', source: 'standards.md §3.3 [GHBOX]', confidence: 'found' }],
  parameters: [],
  requires: [],
  noSubject: '没有面图层。',
  subjects: (context) => eachLayer(context),
  inspect({ layers: [layer] }) {
    return {
      findings: Array.from(layer!.delivered.curved, (feature) => ({
        layer: layer!,
        feature,
        message: '边界含圆弧或曲线。',
        ...(layer!.crs && { place: { kind: 'feature' as const, polygons: layer!.polygons, feature } }),
        suggestion: '按规定的弦高化为折线后重新导出。',
      })),
    };
  },
};
