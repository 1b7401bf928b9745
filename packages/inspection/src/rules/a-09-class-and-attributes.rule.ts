import { surveyClass } from '@tuheng/standard';
import { filled, relevantFields } from '../filled.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionContext } from '../inspection-context.ts';
import { oncePerValue } from '../once-per-value.ts';
import type { InspectionRule, RuleOutcome } from '../rule.ts';
import type { Severity } from '../rule-data.ts';
import { eachLayer } from '../subjects.ts';
import { mergeOutcomes, tellFaults } from '../systematic/tell-faults.ts';

/** What is wrong with a value beside a survey class. */
interface Contradiction {
  readonly message: string;
  readonly severity: Severity;
}

type Judge = (dlbm: string, value: string | null) => Contradiction | undefined;

/**
 * A-09: attributes of a parcel agree with its survey class DLBM. Classes of settlements have a CZCSXM; 0602 and 0603 have 204, 09 has
 * 205; a refinement TBXHDM stands only on its class; JKHF and GCHF (land that can be restored) do not stand on cultivated land. Codes
 * that are no survey class are A-03's.
 */
export const classAndAttributes: InspectionRule = {
  id: 'A-09',
  category: 'attributes',
  severity: 'error',
  title: '地类与属性逻辑一致',
  description: '城镇村属性码、图斑细化代码、种植属性代码与地类编码相符。',
  basis: [
    {
      document: '《国土变更调查县级数据库质量检查规则（试行）》逻辑一致性',
      source: 'standards.md §3.2 [BGDC]',
      confidence: 'found',
    },
  ],
  parameters: [
    {
      name: 'settlementClasses',
      title: '须填城镇村属性码的地类（代码开头）',
      value: ['05', '06', '07', '08', '09', '1004', '1005', '1201'],
      unit: '',
      source: 'standards.md §3.2 [BGDC]',
      confidence: 'found',
    },
    {
      name: 'fixedSettlement',
      title: '地类应有的城镇村属性码',
      value: ['0602=204', '0603=204', '09=205'],
      unit: '',
      source: 'standards.md §3.2 [BGDC]',
      confidence: 'found',
    },
    {
      name: 'cultivatedRefinements',
      title: '只用于耕地的图斑细化代码',
      value: ['HDGD=01', 'HQGD=01', 'LQGD=01', 'MQGD=01', 'SHGD=01', 'SMGD=01', 'YJGD=01'],
      unit: '',
      source: 'standards.md §3.2 [BGDC]：细化代码须与地类相符，HDGD 只用于 01',
      confidence: 'found',
    },
    {
      name: 'otherRefinements',
      title: '其他图斑细化代码所属的地类（按名称推定，只作警告）',
      value: [
        ...['LQYD=02', 'GCCD=04'],
        ...['HDGY=0601', 'GTGY=0601', 'MTGY=0601', 'SNGY=0601', 'BLGY=0601', 'DLGY=0601'],
      ],
      unit: '',
      source: 'standards.md §3.2 [BGDC]、§2.4.5：按代码的名称推定',
      confidence: 'derived',
    },
    {
      name: 'restorable',
      title: '不用于耕地的种植属性代码（只作警告）',
      value: ['JKHF', 'GCHF'],
      unit: '',
      source: 'standards.md §3.2',
      confidence: 'memory-medium',
    },
  ],
  requires: [],
  noSubject: '没有带地类编码的图层。',
  subjects: (context) =>
    eachLayer(context, (layer) => relevantFields(layer).some(({ name }) => name === 'DLBM')),
  inspect({ layers: [layer] }, context) {
    if (!layer!.hasField('DLBM')) return { findings: [], notRun: '没有 DLBM 字段（见 A-01）。' };
    const judges: readonly (readonly [field: string, judge: Judge])[] = [
      ['CZCSXM', settlement(context)],
      ['TBXHDM', refinement(context)],
      ['ZZSXDM', planting(context)],
    ];
    const there = judges.filter(([field]) => layer!.hasField(field));
    if (there.length === 0) return { findings: [], notRun: '没有与地类相关的属性字段（见 A-01）。' };
    return mergeOutcomes(there.map(([field, judge]) => contradictions(layer!, field, judge)));
  },
};

const pairsOf = (list: readonly string[]): (readonly [string, string])[] =>
  list.map((text) => {
    const [key = '', value = ''] = text.split('=');
    return [key, value];
  });

function settlement(context: InspectionContext): Judge {
  const classes = context.list('A-09', 'settlementClasses');
  const fixed = pairsOf(context.list('A-09', 'fixedSettlement'));
  return (dlbm, value) => {
    const wanted = fixed.find(([prefix]) => dlbm.startsWith(prefix))?.[1];
    if (wanted !== undefined && value !== wanted) {
      return {
        message: `地类 ${dlbm} 的城镇村属性码应为 ${wanted}，${value === null ? '没有填写' : `却是 ${value}`}。`,
        severity: 'error',
      };
    }
    const isMissing = value === null && classes.some((prefix) => dlbm.startsWith(prefix));
    return isMissing ? { message: `地类 ${dlbm} 没有填写城镇村属性码。`, severity: 'error' } : undefined;
  };
}

function refinement(context: InspectionContext): Judge {
  const classes = new Map<string, readonly [prefix: string, severity: Severity]>();
  for (const [list, severity] of [
    ['cultivatedRefinements', 'error'],
    ['otherRefinements', 'warning'],
  ] as const) {
    for (const [code, prefix] of pairsOf(context.list('A-09', list))) classes.set(code, [prefix, severity]);
  }
  return (dlbm, value) => {
    const [prefix, severity] = classes.get(value ?? '') ?? [];
    if (prefix === undefined || severity === undefined || dlbm.startsWith(prefix)) return undefined;
    return { message: `图斑细化代码 ${value} 只用于地类 ${prefix}，图斑的地类是 ${dlbm}。`, severity };
  };
}

function planting(context: InspectionContext): Judge {
  const restorable = context.list('A-09', 'restorable');
  return (dlbm, value) =>
    value !== null && restorable.includes(value) && dlbm.startsWith('01')
      ? { message: `种植属性代码 ${value} 不用于耕地，图斑的地类是 ${dlbm}。`, severity: 'warning' }
      : undefined;
}

function contradictions(layer: InspectedLayer, field: string, judge: Judge): RuleOutcome {
  const judgeClass = oncePerValue((dlbm: string) =>
    surveyClass(dlbm) ? oncePerValue((value: string | null) => judge(dlbm, value)) : undefined,
  );
  const found = (f: number): Contradiction | undefined => {
    const dlbm = filled(layer, 'DLBM', f);
    return dlbm === null ? undefined : judgeClass(dlbm)?.(filled(layer, field, f));
  };
  const features: number[] = [];
  let isError = false;
  for (let f = 0; f < layer.count; f++) {
    const contradiction = found(f);
    if (!contradiction) continue;
    features.push(f);
    isError ||= contradiction.severity === 'error';
  }
  return tellFaults({
    layer,
    attribute: field,
    features,
    judged: layer.count,
    cause: 'attribute.contradicts-class',
    whole: `字段 ${field} 与地类编码不符`,
    message: (f) => found(f)!.message,
    suggestion: `核对地类编码 DLBM 和 ${field}。`,
    severity: isError ? 'error' : 'warning',
    more: (f) => ({ severity: found(f)!.severity }),
  });
}
