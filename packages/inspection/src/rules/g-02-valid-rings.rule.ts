import type { InspectionRule, RuleFinding } from '../rule.ts';
import { eachLayer } from '../subjects.ts';

/**
 * G-02: rings do not cross themselves or each other, run the way the format wants, and are closed. Crossings come from the coverage
 * check (exact predicates); a crossing is told once for each place, with the stretch where the boundary meets itself.
 */
export const validRings: InspectionRule = {
  id: 'G-02',
  category: 'geometry',
  severity: 'error',
  title: '环有效',
  description: '面的边界不自相交，环的方向符合格式规定，环闭合。',
  basis: [{ document: 'QGIS 几何检查插件', source: 'standards.md §3.4 [QGC]', confidence: 'found' }],
  parameters: [],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'S-02', grain: 'feature' },
  ],
  noSubject: '没有面图层。',
  subjects: (context) => eachLayer(context),
  inspect({ layers: [layer] }, context) {
    const { selfIntersections, wrongOrientation, openRings } = context.coverage(layer!);
    const findings: RuleFinding[] = [
      ...selfIntersections.map(({ feature, segment }) => ({
        layer: layer!,
        feature,
        message: '边界自相交。',
        place: { kind: 'segments' as const, segments: [segment] },
        suggestion: '在相交处拆开或按奇偶规则修复（tuheng inspect --fix）。',
      })),
      ...wrongOrientation.map(({ feature, x, y }) => ({
        layer: layer!,
        feature,
        message: '环的方向不对。',
        place: { kind: 'segments' as const, segments: [[x, y, x, y] as const] },
        suggestion: '反转环的方向（tuheng inspect --fix）。',
      })),
      ...openRings.map(({ feature, x, y }) => ({
        layer: layer!,
        feature,
        message: '环没有闭合。',
        place: { kind: 'segments' as const, segments: [[x, y, x, y] as const] },
        suggestion: '补上与起点相同的终点（tuheng inspect --fix）。',
      })),
    ];
    return { findings };
  },
};
