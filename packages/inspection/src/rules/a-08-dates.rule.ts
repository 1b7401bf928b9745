import { isDay } from '../calendar.ts';
import { filled, refused, relevantFields } from '../filled.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionContext } from '../inspection-context.ts';
import type { InspectionRule } from '../rule.ts';
import { shown } from '../shown.ts';
import { eachLayer } from '../subjects.ts';
import { mergeOutcomes, tellFaults } from '../systematic/tell-faults.ts';

const YEAR = 'SJNF';

/**
 * dates are days of the calendar, written as eight digits (or as the file's own dates, which read as YYYY-MM-DD), the year of the
 * data SJNF is a year. Empty values are not judged.
 */
export const dates: InspectionRule = {
  id: 'A-08',
  category: 'attributes',
  severity: 'warning',
  title: '日期有效',
  description: '日期为 8 位数字且确有其日，数据年份 SJNF 是年份。',
  basis: [{ document: '日期与年份检查', source: 'standards.md §3.4 A-08 [GDA]', confidence: 'found' }],
  parameters: [
    {
      name: 'earliestYear',
      title: '数据年份下限',
      value: 1950,
      unit: '年',
      source: '未核实：只为排除不是年份的数',
      confidence: 'suggestion',
    },
    {
      name: 'latestYear',
      title: '数据年份上限',
      value: 2099,
      unit: '年',
      source: '未核实：只为排除不是年份的数',
      confidence: 'suggestion',
    },
  ],
  requires: [],
  noSubject: '没有带日期或年份字段的图层。',
  subjects: (context) =>
    eachLayer(context, (layer) =>
      relevantFields(layer).some(({ name, type }) => type === 'date' || name === YEAR),
    ),
  inspect({ layers: [layer] }, context) {
    const fields = relevantFields(layer!)
      .filter(({ name, type }) => (type === 'date' || name === YEAR) && layer!.hasField(name))
      .map(({ name }) => name);
    if (fields.length === 0) return { findings: [], notRun: '没有日期或年份字段（见 A-01）。' };
    return mergeOutcomes(fields.map((field) => judge(layer!, field, context)));
  },
};

function judge(layer: InspectedLayer, field: string, context: InspectionContext) {
  const isYear = field === YEAR;
  const earliest = context.number('A-08', 'earliestYear');
  const latest = context.number('A-08', 'latestYear');
  const isValid = (value: string): boolean =>
    isYear ? /^\d{4}$/.test(value) && Number(value) >= earliest && Number(value) <= latest : isDate(value);
  return tellFaults({
    layer,
    attribute: field,
    ...refused(layer, field, isValid),
    cause: 'dates.invalid',
    whole: `字段 ${field} 不是有效的${isYear ? '年份' : '日期'}`,
    message: (f) => `${field} ${shown(filled(layer, field, f)!)}不是有效的${isYear ? '年份' : '日期'}。`,
    suggestion: isYear ? '填写 4 位年份。' : '填写 8 位日期（年 4 位、月 2 位、日 2 位）。',
  });
}

function isDate(value: string): boolean {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(value) ?? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return parts !== null && isDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}
