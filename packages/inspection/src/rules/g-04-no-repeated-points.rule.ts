import { millimetres } from '../amount.ts';
import type { InspectionRule } from '../rule.ts';
import { eachLayer } from '../subjects.ts';

/** G-04: no two consecutive vertices of a ring are nearer than the run's `snap` (metres). */
export const noRepeatedPoints: InspectionRule = {
  id: 'G-04',
  category: 'geometry',
  severity: 'error',
  title: '没有重复节点',
  description: '环上相邻两个节点的距离不小于容差（同点距离）。',
  basis: [{ document: 'QGIS 几何检查插件', source: 'standards.md §3.3 [QGC]', confidence: 'found' }],
  parameters: [],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'S-02', grain: 'feature' },
  ],
  noSubject: '没有面图层。',
  subjects: (context) => eachLayer(context),
  inspect({ layers: [layer] }, context) {
    return {
      findings: context.coverage(layer!).repeatedPoints.map(({ feature, segment }) => {
        const length = Math.hypot(segment[2] - segment[0], segment[3] - segment[1]);
        return {
          layer: layer!,
          feature,
          message: length === 0 ? '相邻两个节点重合。' : `相邻两个节点相差${millimetres(length)}。`,
          place: { kind: 'segments' as const, segments: [segment] },
          measure: { value: length, unit: 'm' },
          suggestion: '删除多余的节点（tuheng inspect --fix 处理完全重合的）。',
        };
      }),
    };
  },
};
