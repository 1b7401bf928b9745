import { amount } from '../amount.ts';
import { NearPoints } from '../near-points.ts';
import type { InspectionRule, RuleFinding } from '../rule.ts';
import { eachLayer } from '../subjects.ts';

/**
 * G-05 尖锐角: no interior corner of a ring is sharper than `sharpAngle` (degrees between its two edges). A spike is a corner to either
 * side whose two edges run back on each other within the run's `snap` (metres). Corners at repeated points are G-04's, a boundary that
 * encloses nothing is G-01's.
 */
export const noSharpAngle: InspectionRule = {
  id: 'G-05',
  category: 'geometry',
  severity: 'warning',
  title: '没有尖锐角',
  description: '环上相邻两边的夹角不小于尖锐角限值；两边往返重合的毛刺同样列出。',
  basis: [{ document: '尖锐角检查工具', source: 'standards.md §3.3 [GHBOX, QGC]', confidence: 'found' }],
  parameters: [
    {
      name: 'sharpAngle',
      title: '尖锐角限值',
      value: 10,
      unit: '°',
      source: 'standards.md §3.3 [GHBOX, QGC]',
      confidence: 'found',
    },
  ],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'S-02', grain: 'feature' },
  ],
  noSubject: '没有面图层。',
  subjects: (context) => eachLayer(context),
  inspect({ layers: [layer] }, context) {
    const { sharpAngles, spikes, repeatedPoints } = context.coverage(layer!);
    const groundless = context.faulty('G-01', layer!);
    const repeated = new NearPoints(context.tolerance.snap);
    for (const { segment } of repeatedPoints) repeated.add(segment[0], segment[1]);
    const found = (
      corners: typeof spikes,
      message: (angle: number) => string,
      suggestion: string,
    ): RuleFinding[] =>
      corners
        .filter(({ feature, x, y }) => !groundless.has(feature) && !repeated.has(x, y))
        .map(({ feature, x, y, angle }) => ({
          layer: layer!,
          feature,
          message: message(angle),
          place: { kind: 'segments', segments: [[x, y, x, y]] },
          measure: { value: angle, unit: '°' },
          suggestion,
        }));
    return {
      findings: [
        ...found(spikes, () => '边界往返重合，形成毛刺。', '删除毛刺的顶点。'),
        ...found(
          sharpAngles,
          (angle) => `夹角${amount(angle, 2, '')}°，是尖锐角。`,
          '核对边界是否数字化有误；确有依据的说明理由。',
        ),
      ],
    };
  },
};
