import { layerSpec, type TargetKey, targetRounding, targetValue } from '@tuheng/standard';
import { amount } from '../amount.ts';
import type { InspectionRule, RuleOutcome, Subject } from '../rule.ts';

const judged: readonly {
  readonly key: TargetKey;
  readonly layer: string;
  readonly title: string;
  readonly atLeast: boolean;
}[] = [
  { key: 'cultivatedLand', layer: 'GDBHMB', title: '耕地保有量', atLeast: true },
  { key: 'permanentBasicFarmland', layer: 'YJJBNTBHTB', title: '永久基本农田保护面积', atLeast: true },
  { key: 'ecologicalRedLine', layer: 'STBHHX', title: '生态保护红线面积', atLeast: true },
  { key: 'urbanBoundary', layer: 'CZKFBJ', title: '城镇开发边界规模', atLeast: false },
];

const hectares = (area: number): string => `${(area / 10_000).toFixed(2)} 公顷`;

/**
 * K-02: the ellipsoid areas of a plan database's layers, summed (m²), keep the plan's targets: cultivated land, permanent basic farmland
 * and the red line are not below, the urban boundary is not above. Slack is half of the target's last printed decimal and 0.01 m² a
 * feature. Land that overlaps counts twice in a sum, so a layer with overlaps (T-01) cannot pass.
 */
export const targets: InspectionRule = {
  id: 'K-02',
  category: 'figures',
  severity: 'error',
  title: '面积符合指标',
  description: '耕地、永久基本农田、生态保护红线的面积不小于指标，城镇开发边界的面积不大于指标。',
  basis: [
    { document: '图数一致检查', source: 'standards.md §3.2, §3.4 K-02', confidence: 'found' },
    {
      document: '国务院关于《黑龙江省国土空间规划（2021—2035年）》的批复',
      source: 'standards.md §5.1 [LR5]',
      confidence: 'found',
    },
  ],
  parameters: [],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'S-02', grain: 'feature' },
    { rule: 'G-02', grain: 'feature' },
    { rule: 'T-01', grain: 'feature' },
  ],
  noSubject: '没有提供目标值文件，或没有规划数据库。',
  subjects: (context) => {
    const { targets: all } = context.targets ?? {};
    const plan = context.layersOf('plan');
    if (!all || plan.length === 0) return [];
    return judged
      .filter(({ key }) => all[key] !== undefined)
      .flatMap(({ layer: code, title }): Subject[] => {
        const layers = plan.filter((layer) => layer.code === code);
        if (layers.length === 0) return [{ name: `${code} ${title}`, layers: [] }];
        return layers.map((layer) => ({
          name: `${code} ${title}`,
          database: layer.database,
          layers: [layer],
        }));
      });
  },
  inspect({ name, layers: [layer] }, context): RuleOutcome {
    const { key, title, atLeast, layer: code } = judged.find((one) => name === `${one.layer} ${one.title}`)!;
    if (!layer) return { findings: [], notRun: `没有${layerSpec(code)!.title}图层 ${code}，无从核对。` };
    if (!layer.crs) return { findings: [], notRun: '坐标系不明，不能计算面积。' };
    const target = context.targets!.targets![key]!;
    let area = 0;
    for (let f = 0; f < layer.count; f++) area += layer.ellipsoidArea(f);
    const slack = targetRounding(target) + context.tolerance.areaPerFeature * layer.count;
    const missing = atLeast ? targetValue(target) - area : area - targetValue(target);
    if (missing <= slack) return { findings: [] };
    return {
      findings: [
        {
          layer,
          message:
            `${layer.spec.title}共 ${hectares(area)}，${atLeast ? '小于' : '大于'}${title} ${hectares(targetValue(target))}` +
            `（${target.source}），相差${amount(missing / 10_000, 2, '公顷')}。`,
          measure: { value: missing, unit: 'm²' },
          suggestion: '核对图层范围，或核对指标。',
        },
      ],
    };
  },
};
