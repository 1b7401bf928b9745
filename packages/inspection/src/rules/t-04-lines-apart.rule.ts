import { planeArea } from '@tuheng/geometry';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionContext } from '../inspection-context.ts';
import { noiseHint, sortByNoise } from '../noise.ts';
import type { InspectionRule, RuleFinding, Subject } from '../rule.ts';

const pairs = [
  ['STBHHX', 'YJJBNTBHTB'],
  ['STBHHX', 'CZKFBJ'],
  ['YJJBNTBHTB', 'CZKFBJ'],
] as const;

/**
 * T-04 三线不交叉重叠: what two of the three control lines of a database share. Every piece of more than the run's `overlapArea` (m²) is
 * a finding with its outline, but for noise (smaller than `sliverArea`, m², or of a mean width 2A/P below `sliverWidth`, metres), which lines
 * drawn twice leave: it is counted in one hint. Self-intersecting features are read by the even-odd rule.
 */
export const linesApart: InspectionRule = {
  id: 'T-04',
  category: 'topology',
  severity: 'error',
  title: '三条控制线不交叉重叠',
  description:
    '生态保护红线、永久基本农田、城镇开发边界两两不重叠；面积超过容差的每一块列出，小于碎片容差的只计数。',
  basis: [
    {
      document: '三条控制线不交叉、不重叠、不冲突',
      source: 'standards.md §3.4 T-04',
      confidence: 'memory-high',
    },
  ],
  parameters: [],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'S-02', grain: 'feature' },
    { rule: 'G-02', grain: 'feature' },
  ],
  noSubject: '没有两条以上的控制线（STBHHX、YJJBNTBHTB、CZKFBJ）。',
  subjects: (context) =>
    context.delivery.databases.flatMap((database) => {
      const line = (code: string) =>
        context.layersOf('plan').find((layer) => layer.database === database && layer.code === code);
      return pairs.flatMap(([a, b]): Subject[] => {
        const layers = [line(a), line(b)].filter((layer) => layer !== undefined);
        return layers.length === 2 ? [{ name: `${a}∩${b}`, database, layers }] : [];
      });
    }),
  inspect({ layers: [a, b] }, context) {
    return { findings: shared(context, a!, b!) };
  },
};

function shared(context: InspectionContext, a: InspectedLayer, b: InspectedLayer): RuleFinding[] {
  const cut = context.overlay.intersect(context.sound(a), context.soundIn(b, a.plane));
  const { real, noise } = sortByNoise(cut, context.tolerance);
  return [
    ...real.map((k) => {
      const area = planeArea(cut.polygons, k);
      const other = cut.right[k]!;
      return {
        layer: a,
        feature: cut.left[k]!,
        others: [{ layer: b, feature: other }],
        message: `${a.spec.title}与${b.spec.title}（第 ${b.row(other)} 行）重叠 ${area.toFixed(2)} m²。`,
        place: { kind: 'feature' as const, polygons: cut.polygons, feature: k },
        area,
        suggestion: '按调整规则确定这块地归哪条线，从另一条线中调出。',
      };
    }),
    ...noiseHint(a, `${a.spec.title}与${b.spec.title}重叠`, noise),
  ];
}
