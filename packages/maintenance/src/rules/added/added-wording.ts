import { type AddedRule, type Condition, type Ground, layerSpec } from '@tuheng/standard';
import { decimal, hectares } from '../../wording.ts';
import { MOST_PATCHES } from './added-evidence.ts';
import { conditionsOf } from './condition.ts';

/** 规划用地用海（GHYDYH）中 YDYHFLDM 以 03 开头的图斑，在城镇开发边界（CZKFBJ）内的部分. */
export function subjectText({ layer, where, within, outside }: AddedRule): string {
  return [
    groundText({ layer, ...(where && { where }) }),
    within && `在${groundText(within)}范围内的部分`,
    outside && `在${groundText(outside)}范围外的部分`,
  ]
    .filter(Boolean)
    .join('，');
}

/** What is measured, in a few words. */
export function measureText({ measure }: AddedRule): string {
  if (measure === 'area') return '面积';
  if (measure === 'patches') return '连片地块数';
  if (measure === 'largestPatch') return '最大连片面积';
  if (measure === 'count') return '图斑数';
  if ('meanOf' in measure) return `${measure.meanOf} 按面积加权的平均值`;
  if ('sumOf' in measure) return `${measure.sumOf} 合计`;
  return measure.shareOf === 'layer'
    ? '占全图层面积的比例'
    : measure.shareOf === 'within'
      ? '占该范围内同图层面积的比例'
      : '占所选图斑全部面积的比例';
}

/** The figure in the words of the measure. */
export function figureText(value: number, unit: string): string {
  if (unit === 'm²') return hectares(value);
  if (unit === '个') return `${value} 个`;
  return `${decimal(value, unit === '%' ? 2 : 4).replace(/(\.\d\d)0+$/, '$1')}${unit === '%' ? '%' : unit && ` ${unit}`}`;
}

/** How the figure is computed and judged, for those who check it by hand. */
export function algorithmOf(form: AddedRule): string {
  return [
    `对象：${subjectText(form)}。`,
    `数值：${measureText(form)}，${howMeasured(form)}。`,
    howCompared(form),
    '备案库和维护后数据库分别计算；限值与备案库有关而备案库缺少图层或字段，或维护后数据库缺少图层或字段的，为证据不足。',
    '条件所用字段、求值的字段有未填的图斑不计入，此时可以判定不通过，不能判定通过。',
    notApplicableText(form),
    `不通过时，证据为造成差别的地块；没有变化而本来就不符合的，列出所选范围（最大的 ${MOST_PATCHES} 块以内）。`,
  ].join('');
}

function howMeasured({ measure, within, outside }: AddedRule): string {
  const restricted = within || outside ? '（扣除噪声后仍有部分在范围内的图斑）' : '';
  if (measure === 'area') return '所选部分融合后的椭球面积';
  if (measure === 'patches') return '所选部分融合后的单一连通地块个数，不计噪声';
  if (measure === 'largestPatch') return '所选部分融合后最大的单一连通地块的椭球面积';
  if (measure === 'count') return `所选图斑的个数${restricted}`;
  if ('meanOf' in measure) return 'Σ（字段值 × 所选部分的椭球面积）÷ Σ 所选部分的椭球面积';
  if ('sumOf' in measure) return `所选图斑字段值之和${restricted}，不按面积分摊`;
  return '两者都为融合后的椭球面积';
}

function howCompared({ compare, limit, tolerance }: AddedRule): string {
  if (compare === 'unchanged')
    return '判定：所选部分在维护前后是同一范围，既没有减少的地块，也没有增加的地块（扣除噪声），为通过。';
  const words = { notLess: '不低于', notMore: '不超过', equals: '等于' }[compare];
  const against = limit === 'filed' ? '备案库的同一数值' : `限值（参数 limit，${limit.value} ${limit.unit}）`;
  const slack = tolerance
    ? `允许相差 ${tolerance.value} ${tolerance.unit}（参数 tolerance）`
    : '只允许取位造成的差别';
  return `判定：维护后${words}${against}为通过，${slack}。`;
}

function notApplicableText({ layer, limit }: AddedRule): string {
  const title = `${layerSpec(layer)!.title}图层（${layer}）`;
  return limit === 'filed'
    ? `两版数据库都没有${title}的，不适用。`
    : `两版数据库都没有${title}的，是否达到限值不明，为证据不足；目标值文件声明本县没有的，不适用。`;
}

function groundText({ layer, where }: Ground): string {
  const title = `${layerSpec(layer)!.title}（${layer}）`;
  const conditions = conditionsOf(where).map(conditionText);
  return conditions.length > 0
    ? `${title}中 ${conditions.join('，且 ').replaceAll('且 不', '且不')}的图斑`
    : title;
}

function conditionText(condition: Condition): string {
  if ('not' in condition) return `不符合“${conditionText(condition.not)}”`;
  const { field } = condition;
  if ('equals' in condition) return `${field} 为“${condition.equals}”`;
  if ('in' in condition) return `${field} 为 ${condition.in.join('、')} 之一`;
  if ('startsWith' in condition) return `${field} 以 ${condition.startsWith.join('、')} 开头`;
  return `${field} 在 ${condition.between[0]} 到 ${condition.between[1]} 之间`;
}
