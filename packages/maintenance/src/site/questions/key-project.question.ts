import { scheme } from '../../rules/documents.ts';
import { hectares } from '../../wording.ts';
import { measureOf, type SiteJudgement, type SiteQuestion } from '../site-question.ts';
import type { SiteLayer } from '../site-report.ts';
import { insideWords, noiseWords } from '../site-wording.ts';

const LAYER = 'ZDJSXM';
const NO_LAYER = '规划数据库没有重点建设项目图层（ZDJSXM，图层代码为本项目暂定），清单是附表，须人工核对';

/**
 * 是否列入重点建设项目清单: the site against the ground of the projects that the plan lists. No source names a layer for them; who gives one under
 * the name of this project means it. Only what is sited by itself or outside the boundary has to be listed, and ground in the layer
 * may be drawn roughly: a site apart from it is for people.
 */
export const keyProject: SiteQuestion = {
  id: 'site.key-project',
  title: '列入重点建设项目清单',
  layers: [LAYER],
  basis: [scheme('二（三）3 重点建设项目清单')],
  judge(context) {
    const { purpose } = context;
    const layer = context.layer(LAYER);
    const measure = layer ? measureOf(layer) : ({ inside: null, outside: null, unit: 'm²' } as const);
    if (purpose.construction === false) {
      return { outcome: 'notApplicable', measure, explanation: '用途不是建设用地，本条不适用。' };
    }
    if (!layer)
      return { outcome: 'undetermined', measure, explanation: `${NO_LAYER}。`, reasons: [NO_LAYER] };
    if (layer.touched > 0) return listed(layer, measure);
    if (context.layer('CZKFBJ')?.outside.pieces === 0 || purpose.group === 'village') {
      return {
        outcome: 'notApplicable',
        measure,
        explanation:
          '用地位于城镇开发边界内，或用于村庄建设，不属于须列入清单的单独选址和边界外独立城镇建设用地项目。',
      };
    }
    const reason = '用地不在清单中任何项目的范围内，须核对是否列入清单（图上范围可能是示意）';
    return { outcome: 'undetermined', measure, explanation: `${reason}。`, reasons: [reason] };
  },
};

function listed(layer: SiteLayer, measure: SiteJudgement['measure']): SiteJudgement {
  const names = [...new Set(layer.features.flatMap(({ name }) => name ?? []))].join('、');
  const where = `用地位于清单项目${names ? `“${names}”` : ''}范围内 ${insideWords(layer)}${noiseWords(layer)}`;
  if (layer.outside.pieces === 0) {
    return { outcome: 'pass', measure, explanation: `${where}，全部在清单项目范围内。` };
  }
  const reason = `用地有 ${hectares(layer.outside.area)} 在清单项目范围外`;
  return {
    outcome: 'undetermined',
    measure,
    explanation: `${where}；${reason}，须核对。`,
    reasons: [reason],
  };
}
