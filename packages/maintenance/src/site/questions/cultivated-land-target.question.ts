import { scheme } from '../../rules/documents.ts';
import { landLaw } from '../documents.ts';
import { purposeWords } from '../resolve-purpose.ts';
import { measureOf, missingLayer, type SiteQuestion } from '../site-question.ts';
import { insideWords, noiseWords } from '../site-wording.ts';

/**
 * 是否占用耕地保护目标: ground shared with GDBHMB beyond noise. None passes; any is undetermined, since whether the county's target still holds
 * is a sum over the county. Cultivated land (01) takes nothing away from it.
 */
export const cultivatedLandTarget: SiteQuestion = {
  id: 'site.cultivated-land-target',
  title: '不占用耕地保护目标',
  layers: ['GDBHMB'],
  basis: [landLaw, scheme('三（一）2（3）')],
  judge(context) {
    const layer = context.layer('GDBHMB');
    if (!layer) return missingLayer('GDBHMB');
    const measure = measureOf(layer);
    if (layer.touched === 0) {
      return { outcome: 'pass', measure, explanation: `用地不占用耕地保护目标${noiseWords(layer)}。` };
    }
    if (context.purpose.class?.code.startsWith('01')) {
      return {
        outcome: 'notApplicable',
        measure,
        explanation: `用地含耕地保护目标 ${insideWords(layer)}；用途 ${purposeWords(context.purpose)} 仍为耕地，不属于占用。`,
      };
    }
    return {
      outcome: 'undetermined',
      measure,
      explanation: `用地占用耕地保护目标 ${insideWords(layer)}${noiseWords(layer)}。须落实占补，并核对占用后耕地保护目标不突破。`,
      reasons: ['占用后全县耕地保护目标是否突破须另行核算'],
    };
  },
};
