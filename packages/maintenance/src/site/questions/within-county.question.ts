import { hectares } from '../../wording.ts';
import { oneMap } from '../documents.ts';
import { measureOf, missingLayer, type SiteQuestion } from '../site-question.ts';
import { noiseWords } from '../site-wording.ts';

/**
 * 用地是否在本县行政区内: the ground of the site outside the features of XZQ, m² ellipsoid. Any beyond noise fails: what is planned there is
 * for the neighbour's plan to say.
 */
export const withinCounty: SiteQuestion = {
  id: 'site.within-county',
  title: '用地位于本县行政区内',
  layers: ['XZQ'],
  basis: [oneMap],
  beyondPlan: true,
  judge(context) {
    const region = context.layer('XZQ');
    if (!region) return missingLayer('XZQ');
    const measure = measureOf(region);
    if (region.outside.pieces === 0) {
      return {
        outcome: 'pass',
        measure,
        explanation: `用地全部位于本县行政区内${noiseWords(region)}。`,
      };
    }
    const whole = region.touched === 0;
    return {
      outcome: 'fail',
      measure,
      explanation: whole
        ? '用地全部位于本县行政区外，应由所在县的规划判定。'
        : `用地有 ${hectares(region.outside.area)}（${region.outside.pieces} 处）位于本县行政区外，该部分应由所在县的规划判定。`,
    };
  },
};
