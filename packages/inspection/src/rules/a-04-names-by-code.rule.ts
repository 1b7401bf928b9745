import { domainOf, isVerified, landUseClass, type SchemeYear, surveyName, zoneClass } from '@tuheng/standard';
import { mostFrequent } from '../county-code.ts';
import { firstFew } from '../examples.ts';
import { filled, relevantFields } from '../filled.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionContext } from '../inspection-context.ts';
import { oncePerValue } from '../once-per-value.ts';
import type { InspectionRule, RuleFinding, RuleOutcome, SystematicFinding } from '../rule.ts';
import type { Severity } from '../rule-data.ts';
import { shown } from '../shown.ts';
import { eachLayer } from '../subjects.ts';
import { type Garbled, garbled } from '../systematic/garbled-text.ts';
import { landUseScheme } from '../systematic/land-use-scheme.ts';
import { mergeOutcomes, tellFaults } from '../systematic/tell-faults.ts';

/** The name a code stands for, and how sure it is. */
interface Named {
  readonly name: string;
  readonly severity: Severity;
}

interface Pair {
  readonly code: string;
  readonly name: string;
  readonly nameOf: (code: string) => Named | undefined;
}

const causes: Readonly<Record<Garbled['cause'], string>> = {
  'text.gbk-as-latin1': 'GBK 编码的文字按 Latin-1 读写，成为乱码',
  'text.utf8-as-latin1': 'UTF-8 编码的文字按 Latin-1 读写，成为乱码',
  'text.utf8-as-gbk': 'UTF-8 编码的文字按 GBK 读写，成为乱码',
};

/**
 * A-04: the name beside a code is that of the code. Land use by the edition the layer is coded in, survey classes, planning zones (whose
 * numbers are unverified: a warning), refinements and planting; the name of a region is the one most features of the database have for
 * its code. Blanks within names do not matter, codes of no list are A-03's, empty names nobody's. Text in the wrong encoding
 * (`garbled`) is one cause a field, in all text fields, and no wrong name besides.
 */
export const namesByCode: InspectionRule = {
  id: 'A-04',
  category: 'attributes',
  severity: 'error',
  title: '编码与名称一致',
  description: '名称与编码对应，同一行政区代码在数据库中只有一个名称，文字不是乱码。',
  basis: [
    { document: '三调工作分类', source: 'standards.md §4.3 [CCT]', confidence: 'found' },
    {
      document: '《国土空间调查、规划、用途管制用地用海分类指南》',
      source: 'standards.md §4.1, §4.2 [CCT]',
      confidence: 'found',
    },
    { document: '编码与名称对应检查', source: 'standards.md §3.4 A-04', confidence: 'derived' },
  ],
  parameters: [],
  requires: [],
  noSubject: '没有图层。',
  subjects: (context) => eachLayer(context),
  inspect({ layers: [layer] }, context) {
    const texts = textFields(layer!);
    if (texts.length === 0) return { findings: [], notRun: '没有名称字段。' };
    const pairs = pairsOf(layer!, context).filter(
      (pair) => texts.includes(pair.name) && layer!.hasField(pair.code),
    );
    return mergeOutcomes([
      ...texts.map((field) => wrongEncoding(layer!, field)),
      ...pairs.map((pair) => wrongNames(layer!, pair)),
    ]);
  },
};

/** Text fields of the standard that are not codes or numbers. */
function textFields(layer: InspectedLayer): string[] {
  return relevantFields(layer)
    .filter(({ name, type, codeKind }) => type === 'text' && !codeKind && !/(DM|BM|BH|BSM)$/.test(name))
    .map(({ name }) => name)
    .filter((name) => layer.hasField(name));
}

const known = (found: { readonly name: string } | undefined, severity: Severity): Named | undefined =>
  found && { name: found.name, severity };

function pairsOf(layer: InspectedLayer, context: InspectionContext): Pair[] {
  const listed = (code: string, name: string): Pair => {
    const entries = new Map(domainOf(code)?.entries?.map((entry) => [entry.code, entry]));
    // The long names of some values are ours: 火电工业用地 for 火电.
    return { code, name, nameOf: (value) => known(entries.get(value), 'warning') };
  };
  const regions = regionNames(layer, context);
  return [
    { code: 'YDYHFLDM', name: 'YDYHFLMC', nameOf: (code) => landUseName(code, landUseScheme(layer).year) },
    {
      code: 'DLBM',
      name: 'DLMC',
      nameOf: (code) => {
        const name = surveyName(code);
        return name === undefined ? undefined : { name, severity: 'error' };
      },
    },
    { code: 'GHFQDM', name: 'GHFQMC', nameOf: (code) => known(zoneClass(code), 'warning') },
    listed('TBXHDM', 'TBXHMC'),
    listed('ZZSXDM', 'ZZSXMC'),
    {
      code: 'XZQDM',
      name: 'XZQMC',
      nameOf: (code) => {
        const name = regions.get(code);
        return name === undefined ? undefined : { name, severity: 'error' };
      },
    },
  ];
}

function landUseName(code: string, year: SchemeYear): Named | undefined {
  const found = landUseClass(code, year);
  return known(found, found && isVerified(found) ? 'error' : 'warning');
}

const regionsOf = new WeakMap<object, ReadonlyMap<string, string>>();

/** The name most features of the database have for a region's code. */
function regionNames({ database }: InspectedLayer, context: InspectionContext): ReadonlyMap<string, string> {
  const before = regionsOf.get(database);
  if (before) return before;
  const counts = new Map<string, Map<string, number>>();
  const isGarbled = oncePerValue((name: string) => garbled(name) !== undefined);
  for (const layer of context.layers) {
    if (layer.database !== database || !layer.hasField('XZQDM') || !layer.hasField('XZQMC')) continue;
    for (let f = 0; f < layer.count; f++) {
      const code = filled(layer, 'XZQDM', f);
      const name = filled(layer, 'XZQMC', f);
      if (code === null || name === null || isGarbled(name)) continue;
      const names = counts.get(code) ?? new Map<string, number>();
      counts.set(code, names.set(name, (names.get(name) ?? 0) + 1));
    }
  }
  const names = new Map([...counts].map(([code, of]) => [code, mostFrequent(of)!]));
  regionsOf.set(database, names);
  return names;
}

const bare = (name: string): string => name.replace(/\s+/g, '');

function wrongNames(layer: InspectedLayer, pair: Pair): RuleOutcome {
  const nameOf = oncePerValue(pair.nameOf);
  // Kept by code, then by name: few of either, many rows.
  const judgeCode = oncePerValue((code: string) => {
    const named = nameOf(code);
    return oncePerValue((name: string) => {
      if (!named || garbled(name)) return 'unknown';
      return bare(name) === bare(named.name) ? 'right' : 'wrong';
    });
  });
  const features: number[] = [];
  let judged = 0;
  let severity: Severity = 'warning';
  for (let f = 0; f < layer.count; f++) {
    const code = filled(layer, pair.code, f);
    const name = filled(layer, pair.name, f);
    if (code === null || name === null) continue;
    const verdict = judgeCode(code)(name);
    if (verdict !== 'unknown') judged++;
    if (verdict !== 'wrong') continue;
    features.push(f);
    if (nameOf(code)!.severity === 'error') severity = 'error';
  }
  const at = (f: number) => ({ code: filled(layer, pair.code, f)!, name: filled(layer, pair.name, f)! });
  return tellFaults({
    layer,
    attribute: pair.name,
    features,
    judged,
    cause: 'names.other-than-code',
    whole: `字段 ${pair.name} 与 ${pair.code} 不符`,
    message: (f) =>
      `${pair.code} 是 ${at(f).code}（${nameOf(at(f).code)!.name}），${pair.name} 却是${shown(at(f).name)}。`,
    suggestion: `核对 ${pair.code}；编码无误的，按编码改正名称（tuheng inspect --fix）。`,
    severity,
    more: (f) => ({ severity: nameOf(at(f).code)!.severity }),
  });
}

function wrongEncoding(layer: InspectedLayer, field: string): RuleOutcome {
  const judge = oncePerValue(garbled);
  const found = new Map<Garbled['cause'], number[]>();
  for (let f = 0; f < layer.count; f++) {
    const text = layer.text(field, f);
    // Most texts are Chinese or ASCII, most of them repeat.
    const cause = text === null || text === '' ? undefined : judge(text)?.cause;
    if (!cause) continue;
    const features = found.get(cause);
    if (features) features.push(f);
    else found.set(cause, [f]);
  }
  return {
    findings: [],
    systematic: [...found].map(([cause, features]): SystematicFinding => {
      const suggestion = '以正确的编码重新导入或导出。';
      return {
        cause,
        layer,
        attribute: field,
        count: features.length,
        message: `字段 ${field} 的文字是乱码：${causes[cause]}（${features.length} 个要素）。`,
        suggestion,
        examples: firstFew(features).map((feature): RuleFinding => {
          const text = layer.text(field, feature)!;
          return {
            layer,
            feature,
            attribute: field,
            message: `${shown(text)}应为${shown(garbled(text)!.meant)}。`,
            suggestion,
          };
        }),
      };
    }),
  };
}
