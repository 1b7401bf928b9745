import { type BigClass, surveyClass } from '@tuheng/standard';
import { hectares } from '../../wording.ts';
import { landLaw, surveyClasses } from '../documents.ts';
import { purposeWords } from '../resolve-purpose.ts';
import { measureOf, missingLayer, type SiteQuestion } from '../site-question.ts';
import type { SiteLayer } from '../site-report.ts';
import { noiseWords, unclassed } from '../site-wording.ts';

/**
 * 是否涉及农用地转用: the site's ground by the three big classes of the survey (DLTB), m² ellipsoid. Construction on ground without 农用地 passes;
 * with it, the approval of its conversion has to be shown, which no plan holds. Land that is not to be built on is not asked. A class
 * that sources put into different big classes counts as 农用地, and is named.
 */
export const landConversion: SiteQuestion = {
  id: 'site.land-conversion',
  title: '不涉及农用地转用',
  layers: ['DLTB'],
  basis: [landLaw, surveyClasses],
  judge(context) {
    const layer = context.layer('DLTB');
    if (!layer) return missingLayer('DLTB');
    const measure = measureOf(layer);
    const { areas, unknown, disputed, cultivated } = byBigClass(layer);
    const figures = (['农用地', '建设用地', '未利用地'] as const)
      .map(
        (name) =>
          `${name} ${hectares(areas[name])}${name === '农用地' ? `（其中耕地 ${hectares(cultivated)}）` : ''}`,
      )
      .join('，');
    const where = `用地现状为${figures}${noiseWords(layer)}`;
    if (context.purpose.construction === false) {
      return {
        outcome: 'notApplicable',
        measure,
        explanation: `${where}；用途 ${purposeWords(context.purpose)} 不是建设用地，本条不适用。`,
      };
    }
    const reasons = [
      ...(areas.农用地 > 0 ? [`涉及农用地 ${hectares(areas.农用地)}，建设须依法办理农用地转用审批`] : []),
      ...(disputed.length > 0 ? [`${disputed.join('、')}的三大类归属各资料不一致，这里按农用地计`] : []),
      ...(unknown > 0 ? [`有 ${hectares(unknown)} 的地类编码不在三调工作分类中`] : []),
      ...(layer.outside.pieces > 0 ? [`用地有 ${hectares(layer.outside.area)} 没有现状地类`] : []),
    ];
    return reasons.length > 0
      ? { outcome: 'undetermined', measure, explanation: `${where}；${reasons.join('；')}。`, reasons }
      : { outcome: 'pass', measure, explanation: `${where}；不涉及农用地转用。` };
  },
};

function byBigClass(layer: SiteLayer) {
  const areas: Record<BigClass, number> = { 农用地: 0, 建设用地: 0, 未利用地: 0 };
  const disputed = new Set<string>();
  let unknown = unclassed(layer);
  let cultivated = 0;
  for (const { class: own, area } of layer.classes) {
    const known = surveyClass(own.code);
    if (!known) {
      unknown += area;
      continue;
    }
    if (known.disputed) disputed.add(`${known.code} ${known.name}`);
    areas[known.disputed ? '农用地' : known.bigClass] += area;
    if (known.code.startsWith('01')) cultivated += area;
  }
  return { areas, unknown, cultivated, disputed: [...disputed].sort() };
}
