import { layerSpec, textAt } from '@tuheng/standard';
import { linePairs } from '../../line-pairs.ts';
import type { Evidence } from '../../review.ts';
import { missing, type Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import { hectares } from '../../wording.ts';
import { optimisationStandard, scheme, threeLines } from '../documents.ts';

/**
 * 三条控制线不交叉不重叠: the area each pair of lines shares, before and after. Pieces below the tolerance are counted as
 * noise and named; any other shared ground after the maintenance fails, also when it was there before.
 */
export const linesNoOverlap: Rule = {
  id: 'lines.no-overlap',
  title: '三条控制线不交叉不重叠',
  chapter: 'lines',
  algorithm:
    '维护后三条控制线两两求交，扣除小于容差的缝隙后，任一重叠大于“重叠不计”面积即不通过，备案时已有的重叠也不例外。',
  layers: ['CZKFBJ', 'STBHHX', 'YJJBNTBHTB'],
  basis: [threeLines, scheme('三（一）2（3）'), optimisationStandard],
  parameters: [],
  judge(context) {
    const sentences: string[] = [];
    const absent: string[] = [];
    const details = [];
    const evidence: Evidence[] = [];
    let before = 0;
    let after = 0;
    for (const { a, b } of linePairs) {
      const names = `${layerSpec(a)?.title ?? a}∩${layerSpec(b)?.title ?? b}`;
      const filed = context.overlap('filed', a, b);
      const maintained = context.overlap('maintained', a, b);
      if (!maintained) {
        absent.push(names);
        continue;
      }
      const old = filed ? context.measure.total(filed.real.polygons).area : 0;
      const now = context.measure.total(maintained.real.polygons).area;
      const noise = context.measure.total(maintained.noise.polygons);
      before += old;
      after += now;
      details.push({
        label: names,
        measure: { before: filed ? old : null, after: now, limit: 0, unit: 'm²' },
      });
      sentences.push(
        `${names} 重叠 ${hectares(old)} → ${hectares(now)}（${maintained.real.left.length} 处）` +
          `${noise.pieces > 0 ? `，另有小于容差的缝隙 ${noise.pieces} 处、${hectares(noise.area)}` : ''}`,
      );
      evidence.push(...overlapEvidence(context, a, b, names));
    }
    if (details.length === 0) return missing('m²', `缺少图层，无法比较${absent.join('、')}`);
    const fails = evidence.some((piece) => piece.area > context.tolerance.overlapArea);
    return {
      outcome: fails ? 'fail' : absent.length > 0 ? 'undetermined' : 'pass',
      ...(absent.length > 0 && !fails ? { reasons: [`缺少图层，未比较${absent.join('、')}`] } : {}),
      measure: { before, after, limit: 0, unit: 'm²' },
      explanation: `${sentences.join('；')}。${fails ? '三线之间存在重叠' : '三线之间没有超出容差的重叠'}。`,
      details,
      evidence,
    };
  },
};

function overlapEvidence(context: RuleContext, a: string, b: string, names: string): Evidence[] {
  const { real } = context.overlap('maintained', a, b)!;
  const first = context.layer('maintained', a)!.layer;
  const second = context.layer('maintained', b)!.layer;
  return [...real.left.keys()].map((k) =>
    context.evidence(real.polygons, k, {
      code: a,
      side: 'maintained',
      label: `${names}，对方图斑 ${textAt(second, 'BSM', real.right[k]!) ?? '（无标识码）'}`,
      owner: first,
      row: real.left[k]!,
    }),
  );
}
