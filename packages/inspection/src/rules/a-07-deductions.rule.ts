import { amount } from '../amount.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionContext } from '../inspection-context.ts';
import type { InspectionRule, RuleOutcome } from '../rule.ts';
import type { Severity } from '../rule-data.ts';
import { eachLayer } from '../subjects.ts';
import { tellFaults } from '../systematic/tell-faults.ts';

/** The fields of the identity in a layer. */
interface Deduction {
  readonly gross: string;
  readonly net: string;
  readonly severity: Severity;
}

const parcels: Deduction = { gross: 'TBMJ', net: 'TBDLMJ', severity: 'error' };
/** By analogy: the sources state the identity for DLTB only. */
const farmland: Deduction = { gross: 'YJJBNTTBMJ', net: 'YJJBNTMJ', severity: 'warning' };

const deductions: Readonly<Record<string, Deduction>> = {
  DLTB: parcels,
  GDBHMB: parcels,
  YJJBNTBHTB: farmland,
};

/** Beyond what the digits of a number can show. */
const EPSILON = 1e-6;

/**
 * A-07: the net area is the gross area less the deduction, and the deduction the gross area by the share KCXS, each within 0.01 m². An
 * empty deduction or share counts as none; a row without a gross or a net area is A-02's. One finding a feature, of the field KCMJ where
 * the deduction is wrong, else of the net area.
 */
export const deductionsAddUp: InspectionRule = {
  id: 'A-07',
  category: 'attributes',
  severity: 'error',
  title: '扣除面积一致',
  description:
    '图斑地类面积 = 图斑面积 − 扣除面积，扣除面积 = 图斑面积 × 扣除系数；永久基本农田图斑按同样的关系类推，只作警告。',
  basis: [
    { document: 'TBDLMJ = TBMJ − KCMJ', source: 'standards.md §3.3 [GDA]', confidence: 'found' },
    { document: 'KCMJ = TBMJ × KCXS', source: 'standards.md §2.4.5', confidence: 'memory-high' },
  ],
  parameters: [
    {
      name: 'tolerance',
      title: '容差',
      value: 0.01,
      unit: 'm²',
      source: 'standards.md §3.3 [GDA]',
      confidence: 'found',
    },
  ],
  requires: [],
  noSubject: '没有带扣除面积的图层（DLTB、GDBHMB、YJJBNTBHTB）。',
  subjects: (context) =>
    eachLayer(context, ({ spec, delivered }) => spec.code in deductions && delivered.part !== 'change'),
  inspect({ layers: [layer] }, context) {
    const deduction = deductions[layer!.spec.code]!;
    const { gross, net } = deduction;
    const hasSum = layer!.hasField(gross) && layer!.hasField(net) && layer!.hasField('KCMJ');
    const hasShare = layer!.hasField(gross) && layer!.hasField('KCMJ') && layer!.hasField('KCXS');
    if (!hasSum && !hasShare) return { findings: [], notRun: '缺少面积或扣除字段（见 A-01）。' };
    return judge(layer!, deduction, { hasSum, hasShare }, context);
  },
};

function judge(
  layer: InspectedLayer,
  { gross, net, severity }: Deduction,
  { hasSum, hasShare }: { readonly hasSum: boolean; readonly hasShare: boolean },
  context: InspectionContext,
): RuleOutcome {
  const tolerance = context.number('A-07', 'tolerance') + EPSILON;
  const differences = (f: number): { readonly share: number; readonly sum: number } => {
    const area = layer.number(gross, f);
    const deducted = layer.number('KCMJ', f) || 0;
    const off = {
      share: deducted - area * (layer.number('KCXS', f) || 0),
      sum: layer.number(net, f) - (area - deducted),
    };
    return {
      share: hasShare && Math.abs(off.share) > tolerance ? off.share : 0,
      sum: hasSum && Math.abs(off.sum) > tolerance ? off.sum : 0,
    };
  };
  const features: number[] = [];
  let judged = 0;
  for (let f = 0; f < layer.count; f++) {
    if (Number.isNaN(layer.number(gross, f))) continue;
    judged++;
    const { share, sum } = differences(f);
    if (share !== 0 || sum !== 0) features.push(f);
  }
  return tellFaults({
    layer,
    attribute: 'KCMJ',
    features,
    judged,
    cause: 'area.deduction',
    whole: `${net}、${gross}、KCMJ、KCXS 不一致`,
    message: (f) => {
      const { share, sum } = differences(f);
      return [
        ...(share === 0 ? [] : [`KCMJ 与 ${gross} × KCXS 相差${amount(Math.abs(share), 2, 'm²')}`]),
        ...(sum === 0 ? [] : [`${net} 与 ${gross} − KCMJ 相差${amount(Math.abs(sum), 2, 'm²')}`]),
      ]
        .join('，')
        .concat('。');
    },
    suggestion: '核对扣除系数，按图斑面积重算扣除面积和净面积。',
    severity,
    more: (f) => {
      const { share, sum } = differences(f);
      return {
        attribute: share === 0 ? net : 'KCMJ',
        measure: { value: share === 0 ? sum : share, unit: 'm²' },
      };
    },
  });
}
