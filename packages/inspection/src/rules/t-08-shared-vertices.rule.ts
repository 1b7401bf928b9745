import { millimetres } from '../amount.ts';
import { FaultyCorners } from '../faulty-corners.ts';
import { rowsOf } from '../piece-finding.ts';
import type { InspectionRule, RuleFinding } from '../rule.ts';
import { eachLayer } from '../subjects.ts';

/**
 * T-08: where two features share a border, both have its vertices. A vertex of one on the edge of the other (within the run's `snap`,
 * metres), and vertices of neighbours that nearly meet, are found: the next edit moves one side and not the other, and a sliver opens.
 * Validators that ask only whether the ground is covered do not see it.
 *
 * At the corners of overlaps and gaps (T-01, T-02, T-03) vertices miss each other because of them: there nothing is found, but counted.
 */
export const sharedVertices: InspectionRule = {
  id: 'T-08',
  category: 'topology',
  severity: 'warning',
  title: '公共边节点一致',
  description:
    '相邻图斑的公共边上，两侧的节点一一对应：没有一侧缺少的节点（T 形节点），没有几乎重合的节点。只查覆盖的检查工具通常查不出。',
  basis: [{ document: '公共边节点检查', source: 'standards.md §3.4 T-01', confidence: 'derived' }],
  parameters: [],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'S-02', grain: 'feature' },
    { rule: 'G-02', grain: 'feature' },
  ],
  noSubject: '没有面图层。',
  subjects: (context) => eachLayer(context, ({ delivered }) => delivered.part === 'plan'),
  inspect({ layers: [layer] }, context) {
    const { tJunctions, nearVertices } = context.coverage(layer!);
    if (tJunctions.length === 0 && nearVertices.length === 0) return { findings: [] };
    const crossings = context.selfCrossings(layer!);
    const corners = new FaultyCorners(context, layer!);
    const findings: RuleFinding[] = [];
    let explained = 0;
    for (const { x, y, features, edgeFeature, distance } of tJunctions) {
      if (crossings.at(x, y) || corners.explain(x, y, [...features, edgeFeature])) {
        explained++;
        continue;
      }
      findings.push({
        layer: layer!,
        feature: edgeFeature,
        others: features.map((feature) => ({ layer: layer!, feature })),
        message: `公共边上缺少${rowsOf(layer!, features)}的节点，${
          distance > 0 ? `节点离边${millimetres(distance)}` : '节点正在边上'
        }。`,
        place: { kind: 'segments', segments: [[x, y, x, y]] },
        measure: { value: distance, unit: 'm' },
        suggestion: '在公共边上补上这个节点（tuheng inspect --fix）。',
      });
    }
    for (const { features, others, segment, distance } of nearVertices) {
      const all = [...features, ...others];
      if (crossings.at(segment[0], segment[1]) || corners.explain(segment[0], segment[1], all)) {
        explained++;
        continue;
      }
      findings.push({
        layer: layer!,
        feature: features[0]!,
        others: all.slice(1).map((feature) => ({ layer: layer!, feature })),
        message: `节点与${rowsOf(layer!, others)}的节点相差${millimetres(distance)}，应为同一点。`,
        place: { kind: 'segments', segments: [segment] },
        measure: { value: distance, unit: 'm' },
        suggestion: '把两个节点合为一点。',
      });
    }
    return {
      findings,
      ...(explained > 0 && {
        notRun: `${explained} 个节点在重叠、缝隙或自相交的边上，改正后再判。`,
      }),
    };
  },
};
