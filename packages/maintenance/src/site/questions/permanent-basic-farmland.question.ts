import { farmlandMeasures, scheme } from '../../rules/documents.ts';
import { landLaw } from '../documents.ts';
import { measureOf, missingLayer, type SiteQuestion } from '../site-question.ts';
import { insideWords, noiseWords } from '../site-wording.ts';

/**
 * 是否占用永久基本农田: ground shared with YJJBNTBHTB beyond noise. Any fails; cultivated land (01) takes nothing away from it and is not
 * asked. Only major projects on the state's list that cannot avoid it may take it, by a procedure of its own that this does not judge.
 */
export const permanentBasicFarmland: SiteQuestion = {
  id: 'site.permanent-basic-farmland',
  title: '不占用永久基本农田',
  layers: ['YJJBNTBHTB'],
  basis: [farmlandMeasures, landLaw, scheme('三（一）2（3）')],
  judge(context) {
    const layer = context.layer('YJJBNTBHTB');
    if (!layer) return missingLayer('YJJBNTBHTB');
    const measure = measureOf(layer);
    if (layer.touched === 0) {
      return { outcome: 'pass', measure, explanation: `用地不占用永久基本农田${noiseWords(layer)}。` };
    }
    if (context.purpose.class?.code.startsWith('01')) {
      return {
        outcome: 'notApplicable',
        measure,
        explanation: `用地含永久基本农田 ${insideWords(layer)}；用途为耕地，不属于占用${noiseWords(layer)}。`,
      };
    }
    return {
      outcome: 'fail',
      measure,
      explanation:
        `用地占用永久基本农田 ${insideWords(layer)}${noiseWords(layer)}。` +
        '确属难以避让的国家规定的重大建设项目，须依法报国务院批准农用地转用和土地征收，并补划数量、质量相当的永久基本农田。',
    };
  },
};
