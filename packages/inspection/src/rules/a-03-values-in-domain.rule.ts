import {
  type Domain,
  domainOf,
  isVerified,
  landUseClass,
  surveyClass,
  toScheme2023,
  zoneClasses,
} from '@tuheng/standard';
import { firstFew } from '../examples.ts';
import { filled, refused, relevantFields } from '../filled.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionRule, RuleFinding, RuleOutcome } from '../rule.ts';
import type { Severity } from '../rule-data.ts';
import { shown } from '../shown.ts';
import { eachLayer } from '../subjects.ts';
import { landUseScheme } from '../systematic/land-use-scheme.ts';
import { mergeOutcomes, tellFaults } from '../systematic/tell-faults.ts';

/** What the values of one field have to be. */
interface ValueCheck {
  readonly field: string;
  /** Of what list they are, in Chinese. */
  readonly list: string;
  readonly severity: Severity;
  readonly isKnown: (value: string) => boolean;
}

const zones = new Set(zoneClasses().map(({ code }) => code));

/**
 * values are of their code lists: YSDM that of the layer, DLBM and KCDLBM of the survey, YDYHFLDM of the edition of 2023, GHFQDM of
 * the planning zones, others of the list on record. A list that is not verified, and the numbers of zones, warn only. Empty values are
 * A-02's, WHLX is V-01's. A layer coded by the edition of 2020 is told once (`landUseScheme`), and only codes of neither edition besides.
 */
export const valuesInDomain: InspectionRule = {
  id: 'A-03',
  category: 'attributes',
  severity: 'error',
  title: '编码在值域内',
  description:
    '要素代码、地类编码、用地用海分类代码（2023 年版）、规划分区代码等在值域内；未核实的值域只作警告。整层按 2020 年版编码的报一次。',
  basis: [
    { document: '要素代码', source: 'standards.md §2.3 [GHBOX, ZJ2]', confidence: 'found' },
    { document: '三调工作分类', source: 'standards.md §4.3 [CCT]', confidence: 'found' },
    {
      document: '《国土空间调查、规划、用途管制用地用海分类指南》自然资发〔2023〕234号',
      source: 'standards.md §4.1, §4.2 [CCT]',
      confidence: 'found',
    },
    { document: '规划分区代码', source: 'standards.md §2.6', confidence: 'memory-medium' },
  ],
  parameters: [],
  requires: [],
  noSubject: '没有带编码字段的图层。',
  subjects: (context) => eachLayer(context, (layer) => checksOf(layer).length > 0),
  inspect({ layers: [layer] }) {
    const checks = checksOf(layer!).filter(({ field }) => layer!.hasField(field));
    if (checks.length === 0) return { findings: [], notRun: '没有值域已知的字段（见 A-01）。' };
    return mergeOutcomes([...scheme2020(layer!), ...checks.map((check) => outside(layer!, check))]);
  },
};

function checksOf(layer: InspectedLayer): ValueCheck[] {
  return relevantFields(layer).flatMap(({ name }): ValueCheck[] => {
    if (name === 'YSDM') return elementCode(layer);
    if (name === 'DLBM' || name === 'KCDLBM') {
      return [
        {
          field: name,
          list: '三调工作分类',
          severity: 'error',
          isKnown: (code) => surveyClass(code) !== undefined,
        },
      ];
    }
    if (name === 'YDYHFLDM') return [landUse(layer)];
    if (name === 'GHFQDM') {
      return [
        {
          field: name,
          list: '规划分区代码表（数字未核实）',
          severity: 'warning',
          isKnown: (code) => zones.has(code),
        },
      ];
    }
    const domain = domainOf(name);
    return domain?.entries ? [listed(domain)] : [];
  });
}

function elementCode({ spec }: InspectedLayer): ValueCheck[] {
  const { value } = spec.ysdm;
  if (value === null) return [];
  return [
    {
      field: 'YSDM',
      list: `${spec.title}的要素代码 ${value}${isVerified(spec.ysdm) ? '' : '（未核实）'}`,
      severity: isVerified(spec.ysdm) ? 'error' : 'warning',
      isKnown: (code) => code === value,
    },
  ];
}

function landUse(layer: InspectedLayer): ValueCheck {
  const { year } = landUseScheme(layer);
  return {
    field: 'YDYHFLDM',
    list: `用地用海分类（${year} 年版）`,
    severity: 'error',
    isKnown: (code) => landUseClass(code, year) !== undefined,
  };
}

function listed({ field, title, status, entries }: Domain): ValueCheck {
  const codes = new Set(entries!.map(({ code }) => code));
  return {
    field,
    list: `${title}的值域${status === '已核实' ? '' : '（未核实）'}`,
    severity: status === '已核实' ? 'error' : 'warning',
    isKnown: (code) => codes.has(code),
  };
}

function outside(layer: InspectedLayer, { field, list, severity, isKnown }: ValueCheck): RuleOutcome {
  return tellFaults({
    layer,
    attribute: field,
    ...refused(layer, field, isKnown),
    cause: 'codes.outside-domain',
    whole: `字段 ${field} 的值不是${list}`,
    message: (f) => `${field} ${shown(filled(layer, field, f)!)}不是${list}。`,
    suggestion: `核对并改正 ${field}。`,
    severity,
  });
}

function scheme2020(layer: InspectedLayer): RuleOutcome[] {
  const { year, only2020 } = landUseScheme(layer);
  if (year === 2023) return [];
  const suggestion = '按 2020 年版到 2023 年版的对照表转换代码和名称。';
  const find = (feature: number): RuleFinding => {
    const code = filled(layer, 'YDYHFLDM', feature)!;
    const name = landUseClass(code, 2020)!.name;
    return {
      layer,
      feature,
      attribute: 'YDYHFLDM',
      message: `${shown(code)} 是 2020 年版的${name}，2023 年版应为 ${toScheme2023(code) ?? '—'}。`,
      suggestion,
    };
  };
  return [
    {
      findings: [],
      systematic: [
        {
          cause: 'codes.scheme-2020',
          layer,
          attribute: 'YDYHFLDM',
          count: only2020.length,
          message: `整层按 2020 年版的用地用海分类编码：${only2020.length} 个要素的代码或名称只符合 2020 年版。`,
          suggestion,
          examples: firstFew(only2020).map(find),
        },
      ],
    },
  ];
}
