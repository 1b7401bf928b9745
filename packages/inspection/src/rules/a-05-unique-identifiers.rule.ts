import { filled } from '../filled.ts';
import { type IdentifierFaults, identifierFaults, identifierPrefix } from '../identifier-faults.ts';
import type { InspectionRule, RuleOutcome, Subject } from '../rule.ts';
import { shown } from '../shown.ts';
import { mergeOutcomes, tellFaults } from '../systematic/tell-faults.ts';

/**
 * BSM is unique in the whole database, has 18 characters, and begins with the county's code (that of most features' XZQDM, or of
 * the database's name) or the feature's own; in WHC four zeros and eight digits follow. Of a BSM that repeats, all but the first feature
 * are found, each with the first. One finding a feature: length before form before repetition. Empty ones are A-02's.
 */
export const uniqueIdentifiers: InspectionRule = {
  id: 'A-05',
  category: 'attributes',
  severity: 'error',
  title: '标识码唯一',
  description:
    '标识码 BSM 在整个数据库中唯一，18 个字符，以行政区代码开头；维护层为行政区代码 + 0000 + 8 位序号。',
  basis: [
    {
      document: '《国土变更调查县级数据库质量检查规则（试行）》编号唯一性',
      source: 'standards.md §3.2 [BGDC]',
      confidence: 'found',
    },
    { document: '维护层标识码', source: 'standards.md §2.2 [GHBOX]', confidence: 'found' },
  ],
  parameters: [
    {
      name: 'length',
      title: '标识码长度',
      value: 18,
      unit: '字符',
      source: 'standards.md §2.2 [GHBOX]、§2.4 [SQL3X]',
      confidence: 'found',
    },
  ],
  requires: [],
  noSubject: '没有图层。',
  subjects: (context) =>
    context.delivery.databases
      .map(
        (database): Subject => ({
          name: database.name,
          database,
          layers: context.layers.filter((layer) => layer.database === database),
        }),
      )
      .filter(({ layers }) => layers.length > 0),
  inspect({ database, layers }, context) {
    const faults = identifierFaults(database!, layers, context);
    if (faults.length === 0) return { findings: [], notRun: '图层没有 BSM 字段（见 A-01）。' };
    const length = context.number('A-05', 'length');
    const prefix = identifierPrefix(database!, context) ?? '';
    return mergeOutcomes(faults.map((ofLayer) => outcomeOf(ofLayer, length, prefix)));
  },
};

const renumber = '重新编号（tuheng inspect --fix）。';

function outcomeOf(faults: IdentifierFaults, length: number, prefix: string): RuleOutcome {
  const { layer, judged, repeated } = faults;
  const tell = (
    features: readonly number[],
    cause: string,
    whole: string,
    message: (bsm: string, f: number) => string,
    suggestion = renumber,
  ): RuleOutcome =>
    tellFaults({
      layer,
      attribute: 'BSM',
      features,
      judged,
      cause,
      whole,
      message: (f) => message(shown(filled(layer, 'BSM', f)!), f),
      suggestion,
      more: (f) => (repeated.has(f) ? { others: [repeated.get(f)!] } : {}),
    });
  return mergeOutcomes([
    tell(
      faults.length,
      'bsm.length',
      `标识码不是 ${length} 个字符`,
      (bsm) => `标识码 ${bsm} 不是 ${length} 个字符。`,
    ),
    tell(
      faults.form,
      'bsm.form',
      '标识码不是行政区代码 + 0000 + 8 位序号',
      (bsm) => `标识码 ${bsm} 不是行政区代码 + 0000 + 8 位序号。`,
    ),
    tell(
      faults.prefix,
      'bsm.prefix',
      `标识码不以行政区代码 ${prefix} 开头`,
      (bsm) => `标识码 ${bsm} 不以行政区代码 ${prefix} 开头。`,
      faults.isOfAnotherRegion
        ? '核对图层是否属于本县、行政区代码是否变更；确是编号有误的重新编号。'
        : renumber,
    ),
    tell([...repeated.keys()], 'bsm.repeated', '标识码与别的要素重复', (bsm, f) => {
      const { layer: other, feature } = repeated.get(f)!;
      return `标识码 ${bsm} 与 ${other.code} 第 ${other.row(feature)} 行重复。`;
    }),
  ]);
}
