import { expansionAccountingDomain, quotaSourceDomain, reasonDomain } from '@tuheng/standard';
import { firstFew } from '../examples.ts';
import { filled } from '../filled.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionRule, RuleFinding, SystematicFinding } from '../rule.ts';
import { eachLayer } from '../subjects.ts';

const domains = [reasonDomain, quotaSourceDomain, expansionAccountingDomain];

/**
 * V-03: the reason of a change, the source of its quota and the way its expansion is counted are filled. Their code lists and when which
 * is required were not found (未核实), so each field with empty values is told once a layer, as a warning, and no value is judged.
 */
export const changeReasons: InspectionRule = {
  id: 'V-03',
  category: 'maintenance',
  severity: 'warning',
  title: '维护理由等已填写',
  description: '维护理由 WHLY、机动指标来源 JDZBLY、扩展倍数核算类型 KZBSHSLX 已填写；值域和填写条件未核实。',
  basis: [
    { document: '动态维护数据库', source: 'standards.md §2.2 [GHBOX]', confidence: 'found' },
    { document: '三个字段的值域', source: 'standards.md §11.3', confidence: 'none' },
  ],
  parameters: [],
  requires: [],
  noSubject: '没有维护层 WHC。',
  subjects: (context) => eachLayer(context, ({ delivered }) => delivered.part === 'change'),
  inspect({ layers: [layer] }) {
    const there = domains.filter(({ field }) => layer!.hasField(field));
    if (there.length === 0) return { findings: [], notRun: '没有这些字段（见 A-01）。' };
    return { findings: [], systematic: there.flatMap((domain) => empty(layer!, domain)) };
  },
};

function empty(
  layer: InspectedLayer,
  { field, title }: { readonly field: string; readonly title: string },
): SystematicFinding[] {
  const features: number[] = [];
  for (let f = 0; f < layer.count; f++) if (filled(layer, field, f) === null) features.push(f);
  if (features.length === 0) return [];
  const suggestion = `按主管部门的要求填写 ${field}；确不需要填写的说明理由。`;
  return [
    {
      cause: 'attribute.unverified-domain',
      layer,
      attribute: field,
      count: features.length,
      message: `${title} ${field} 有 ${features.length} 个图形没有填写（值域和填写条件未核实）。`,
      suggestion,
      examples: firstFew(features).map(
        (feature): RuleFinding => ({
          layer,
          feature,
          attribute: field,
          message: `${field} 没有填写。`,
          suggestion,
        }),
      ),
    },
  ];
}
