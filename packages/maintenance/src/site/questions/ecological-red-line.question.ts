import { redLineNotice, scheme } from '../../rules/documents.ts';
import { hectares } from '../../wording.ts';
import { limitedActivities } from '../limited-activities.ts';
import { coreArea } from '../limited-activity-chances.ts';
import { measureOf, missingLayer, type SiteQuestion } from '../site-question.ts';
import type { SiteActivity } from '../site-report.ts';
import { insideWords, noiseWords } from '../site-wording.ts';

/**
 * 是否占用生态保护红线: ground shared with STBHHX beyond noise. Any fails, unless the site claims to be one of the ten kinds of limited human
 * activity, which its record does not put into a core protected area: whether it is one is for people to find, so it is undetermined then.
 */
export const ecologicalRedLine: SiteQuestion = {
  id: 'site.ecological-red-line',
  title: '不占用生态保护红线',
  layers: ['STBHHX'],
  basis: [redLineNotice, scheme('三（一）2（3）')],
  judge(context) {
    const layer = context.layer('STBHHX');
    if (!layer) return missingLayer('STBHHX');
    const measure = measureOf(layer);
    if (layer.touched === 0) {
      return { outcome: 'pass', measure, explanation: `用地不占用生态保护红线${noiseWords(layer)}。` };
    }
    const names = [...new Set(layer.features.flatMap(({ name }) => name ?? []))].join('、');
    const taken = `用地占用生态保护红线${names ? `（${names}）` : ''} ${insideWords(layer)}${noiseWords(layer)}。`;
    const { limitedActivity } = context.purpose;
    const core = coreArea(layer);
    if (core > 0) {
      return {
        outcome: 'fail',
        measure,
        explanation:
          `${taken}其中 ${hectares(core)} 在自然保护地核心保护区，十类有限人为活动都不适用；` +
          '只有国家重大项目可凭省级不可避让论证意见依法报批。',
      };
    }
    if (limitedActivity === undefined) {
      return {
        outcome: 'fail',
        measure,
        explanation:
          `${taken}未说明属于允许的有限人为活动。` +
          `自然保护地核心保护区外允许的有限人为活动有十类，${chancesInWords(context.limitedActivities)}` +
          '不在其列的，只有国家重大项目可凭省级不可避让论证意见依法报批。',
      };
    }
    const claimed = context.limitedActivities.find(({ kind }) => kind === limitedActivity);
    return {
      outcome: 'undetermined',
      measure,
      explanation:
        `${taken}申报为有限人为活动第 ${limitedActivity} 类：${limitedActivities[limitedActivity - 1]}。` +
        '仅限自然保护地核心保护区外；涉及新增建设用地、用海用岛的，报批时须附省级人民政府认定意见。',
      reasons: [
        ...(claimed && !claimed.possible
          ? [`申报的第 ${limitedActivity} 类看来不适用：${claimed.reason}`]
          : []),
        '是否属于申报的有限人为活动类型须人工认定',
        '须核对用地在自然保护地核心保护区外',
        '涉及新增建设用地、用海用岛的，须有省级人民政府认定意见',
      ],
    };
  },
};

function chancesInWords(activities: readonly SiteActivity[]): string {
  const possible = activities.filter((activity) => activity.possible);
  const excluded = activities.filter((activity) => !activity.possible);
  const kinds = possible.map(({ kind, title }) => `（${kind}）${title}`).join('；');
  const reasons = excluded.map(({ kind, reason }) => `（${kind}）${reason}`).join('；');
  return `可能适用的有：${kinds}。${excluded.length > 0 ? `已排除的：${reasons}。` : ''}`;
}
