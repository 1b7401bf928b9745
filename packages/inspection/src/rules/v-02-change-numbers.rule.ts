import { isDay } from '../calendar.ts';
import { filled } from '../filled.ts';
import type { InspectionRule, RuleOutcome } from '../rule.ts';
import { shown } from '../shown.ts';
import { eachLayer } from '../subjects.ts';
import { mergeOutcomes, tellFaults } from '../systematic/tell-faults.ts';

/**
 * V-02: WHBH is a day (yyyymmdd) and a serial of six digits, unique within the layer. Of a number that repeats, all but the first piece
 * are found, each with the first. Empty ones are A-02's.
 */
export const changeNumbers: InspectionRule = {
  id: 'V-02',
  category: 'maintenance',
  severity: 'error',
  title: '维护编号正确',
  description: '维护编号 WHBH 为 8 位日期加 6 位序号，在图层内唯一。',
  basis: [{ document: '动态维护数据库', source: 'standards.md §2.2 [GHBOX]', confidence: 'found' }],
  parameters: [],
  requires: [],
  noSubject: '没有维护层 WHC。',
  subjects: (context) => eachLayer(context, ({ delivered }) => delivered.part === 'change'),
  inspect({ layers: [layer] }): RuleOutcome {
    if (!layer!.hasField('WHBH')) return { findings: [], notRun: '没有 WHBH 字段（见 A-01）。' };
    const firsts = new Map<string, number>();
    const malformed: number[] = [];
    const repeated: number[] = [];
    let judged = 0;
    for (let f = 0; f < layer!.count; f++) {
      const number = filled(layer!, 'WHBH', f);
      if (number === null) continue;
      judged++;
      const isRepeated = firsts.has(number);
      if (!isRepeated) firsts.set(number, f);
      if (!isChangeNumber(number)) malformed.push(f);
      else if (isRepeated) repeated.push(f);
    }
    const of = (f: number) => filled(layer!, 'WHBH', f)!;
    const first = (f: number) => firsts.get(of(f))!;
    const about = { layer: layer!, attribute: 'WHBH', judged, suggestion: '重新编号。' };
    return mergeOutcomes([
      tellFaults({
        ...about,
        features: malformed,
        cause: 'whbh.form',
        whole: '维护编号不是 8 位日期加 6 位序号',
        message: (f) => `维护编号 ${shown(of(f))}不是 8 位日期加 6 位序号。`,
      }),
      tellFaults({
        ...about,
        features: repeated,
        cause: 'whbh.repeated',
        whole: '维护编号重复',
        message: (f) => `维护编号 ${of(f)} 与第 ${layer!.row(first(f))} 行重复。`,
        more: (f) => ({ others: [{ layer: layer!, feature: first(f) }] }),
      }),
    ]);
  },
};

function isChangeNumber(text: string): boolean {
  const parts = /^(\d{4})(\d{2})(\d{2})\d{6}$/.exec(text);
  return parts !== null && isDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}
