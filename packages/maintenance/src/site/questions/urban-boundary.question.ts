import type { LandUseGroup } from '@tuheng/standard';
import { boundaryMeasures, scheme } from '../../rules/documents.ts';
import { hectares, percent } from '../../wording.ts';
import { purposeWords } from '../resolve-purpose.ts';
import {
  measureOf,
  missingLayer,
  type SiteContext,
  type SiteJudgement,
  type SiteQuestion,
} from '../site-question.ts';

/** What construction outside the boundary has to show, by group of its class. */
const toShow: Readonly<Partial<Record<LandUseGroup, string>>> = {
  town: '城镇建设用地在边界外的，须说明属于有特定选址要求的独立城镇建设用地（边界外不得建设新城新区、开发区、非农产业园区）',
  townOrVillage: '用途分类城镇、村庄通用，须说明是城镇建设用地还是村庄建设用地',
  infrastructure: '区域基础设施在边界外单独选址的，须列入重点建设项目清单',
  otherConstruction: '在边界外单独选址的，须列入重点建设项目清单',
};

/**
 * 城镇建设是否在城镇开发边界内: ground of the site outside CZKFBJ beyond noise. Nothing outside passes; land that is no construction, or of a
 * village, is not asked. Town construction outside is undetermined until it says whether it needs a place of its own, and fails where it
 * says that it does not.
 */
export const urbanBoundary: SiteQuestion = {
  id: 'site.urban-boundary',
  title: '城镇建设用地位于城镇开发边界内',
  layers: ['CZKFBJ'],
  basis: [boundaryMeasures, scheme('三（一）2（1）'), scheme('二（三）3 重点建设项目清单')],
  judge(context) {
    const layer = context.layer('CZKFBJ');
    if (!layer) return missingLayer('CZKFBJ');
    const { group, construction } = context.purpose;
    const measure = measureOf(layer);
    const where = `用地在城镇开发边界内 ${hectares(layer.inside.area)}（${percent(layer.inside.share)}），边界外 ${hectares(layer.outside.area)}（${percent(layer.outside.share)}）`;
    if (construction === false || group === 'village') {
      return {
        outcome: 'notApplicable',
        measure,
        explanation: `${where}；用途 ${purposeWords(context.purpose)} 不是城镇建设用地，本条不适用。`,
      };
    }
    if (layer.outside.pieces === 0) {
      return { outcome: 'pass', measure, explanation: '用地全部位于城镇开发边界内。' };
    }
    return outside(context, where, measure);
  },
};

function outside({ purpose }: SiteContext, where: string, measure: SiteJudgement['measure']): SiteJudgement {
  if (purpose.group === 'town' && purpose.independentSiting === false) {
    return {
      outcome: 'fail',
      measure,
      explanation: `${where}；用途 ${purposeWords(purpose)} 为城镇建设用地，又不属于有特定选址要求的独立城镇建设用地，不应在边界外。`,
    };
  }
  if (purpose.group === 'town' && purpose.independentSiting) {
    return {
      outcome: 'undetermined',
      measure,
      explanation: `${where}；申报为有特定选址要求的独立城镇建设用地，新增城镇建设用地计入扩展倍数。`,
      reasons: ['是否确有特定选址要求须人工认定', '计入扩展倍数后是否突破上限须另行核算'],
    };
  }
  const reason =
    purpose.group === undefined
      ? '未提供能够判断是否城镇建设的用途分类'
      : (toShow[purpose.group] ?? '用途分类不能判断是否城镇建设');
  return { outcome: 'undetermined', measure, explanation: `${where}；${reason}。`, reasons: [reason] };
}
