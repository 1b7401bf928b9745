import { parseDeliveryName } from '@tuheng/standard';
import { countyCodeOf } from '../county-code.ts';
import { filled } from '../filled.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionContext } from '../inspection-context.ts';
import type { InspectionRule, RuleOutcome, Subject } from '../rule.ts';
import { shown } from '../shown.ts';
import { mergeOutcomes, tellFaults } from '../systematic/tell-faults.ts';

/** Where a BSM stands first. */
interface Owner {
  readonly layer: InspectedLayer;
  readonly feature: number;
}

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
    const judged = layers.filter((layer) => layer.hasField('BSM'));
    if (judged.length === 0) return { findings: [], notRun: '图层没有 BSM 字段（见 A-01）。' };
    const name = parseDeliveryName(database!.name);
    const county = countyCodeOf(database!, context.layers) ?? name?.adcode;
    const digits = name?.level === '市级' ? 4 : 6;
    const owners = new Map<string, Owner>();
    return mergeOutcomes(
      judged.map((layer) => identifiersOf(layer, context, owners, county?.slice(0, digits))),
    );
  },
};

function identifiersOf(
  layer: InspectedLayer,
  context: InspectionContext,
  owners: Map<string, Owner>,
  county: string | undefined,
): RuleOutcome {
  const length = context.number('A-05', 'length');
  const isChange = layer.delivered.part === 'change';
  const wrong = {
    length: [] as number[],
    form: [] as number[],
    prefix: [] as number[],
    repeated: [] as number[],
  };
  const first = new Map<number, Owner>();
  let judged = 0;
  for (let f = 0; f < layer.count; f++) {
    const bsm = filled(layer, 'BSM', f);
    if (bsm === null) continue;
    judged++;
    const owner = owners.get(bsm);
    if (!owner) owners.set(bsm, { layer, feature: f });
    if (bsm.length !== length) wrong.length.push(f);
    else if (isChange && !/^\d{6}0{4}\d{8}$/.test(bsm)) wrong.form.push(f);
    else if (county !== undefined && !bsm.startsWith(county) && !hasOwnPrefix(layer, f, bsm))
      wrong.prefix.push(f);
    else if (owner) {
      wrong.repeated.push(f);
      first.set(f, owner);
    }
  }
  const tell = (
    features: readonly number[],
    cause: string,
    whole: string,
    message: (bsm: string, f: number) => string,
  ): RuleOutcome =>
    tellFaults({
      layer,
      attribute: 'BSM',
      features,
      judged,
      cause,
      whole,
      message: (f) => message(shown(filled(layer, 'BSM', f)!), f),
      suggestion: '重新编号（tuheng inspect --fix）。',
      more: (f) => (first.has(f) ? { others: [first.get(f)!] } : {}),
    });
  return mergeOutcomes([
    tell(
      wrong.length,
      'bsm.length',
      `标识码不是 ${length} 个字符`,
      (bsm) => `标识码 ${bsm} 不是 ${length} 个字符。`,
    ),
    tell(
      wrong.form,
      'bsm.form',
      '标识码不是行政区代码 + 0000 + 8 位序号',
      (bsm) => `标识码 ${bsm} 不是行政区代码 + 0000 + 8 位序号。`,
    ),
    tell(
      wrong.prefix,
      'bsm.prefix',
      `标识码不以行政区代码 ${county ?? ''} 开头`,
      (bsm) => `标识码 ${bsm} 不以行政区代码 ${county ?? ''} 开头。`,
    ),
    tell(wrong.repeated, 'bsm.repeated', '标识码与别的要素重复', (bsm, f) => {
      const { layer: other, feature } = first.get(f)!;
      return `标识码 ${bsm} 与 ${other.code} 第 ${other.row(feature)} 行重复。`;
    }),
  ]);
}

/** The plan of a city holds features of several counties. */
function hasOwnPrefix(layer: InspectedLayer, f: number, bsm: string): boolean {
  const code = layer.text('XZQDM', f)?.slice(0, 6);
  return code !== undefined && code.length === 6 && bsm.startsWith(code);
}
