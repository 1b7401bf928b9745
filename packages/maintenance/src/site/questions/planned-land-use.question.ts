import { landUseClass, type SchemeYear, toScheme2023 } from '@tuheng/standard';
import { scheme } from '../../rules/documents.ts';
import { hectares } from '../../wording.ts';
import { landUseGuide } from '../documents.ts';
import { purposeWords } from '../resolve-purpose.ts';
import { measureOf, missingLayer, type SiteQuestion } from '../site-question.ts';
import type { SiteClass, SiteLayer } from '../site-report.ts';
import { classWords, noiseWords, unclassed } from '../site-wording.ts';

/** The central city's layer is the finer one. */
const LAYERS = ['ZXCQGHYDYH', 'GHYDYH'] as const;
/** 留白用地: what it will be is open. */
const RESERVED = '16';

type Fit = 'same' | 'other' | 'open';

/**
 * 是否与规划用地用海一致: the classes planned under the site against the class it is to be, both in the numbers of 2023. The same class, or a
 * finer one under the planned, is consistent; any other fails; a planned class finer than the site's, reserved land (16), and a number
 * that the two editions use differently while the plan's edition is unknown, leave it open.
 */
export const plannedLandUse: SiteQuestion = {
  id: 'site.planned-land-use',
  title: '与规划用地用海一致',
  layers: LAYERS,
  basis: [landUseGuide, scheme('三（一）2（4）')],
  judge(context) {
    const present = LAYERS.flatMap((code) => context.layer(code) ?? []);
    if (present.length === 0) return missingLayer(...LAYERS);
    const layer = present.find(({ touched }) => touched > 0);
    if (!layer) {
      return {
        outcome: 'notApplicable',
        measure: measureOf(present[0]!),
        explanation: `用地不在${present.map(({ title }) => title).join('、')}范围内，本条不适用。`,
      };
    }
    const measure = measureOf(layer);
    const where = `${layer.title}：${classWords(layer)}${noiseWords(layer)}`;
    const wanted = context.purpose.class;
    if (!wanted) {
      const reasons = ['未提供用途分类'];
      return {
        outcome: 'undetermined',
        measure,
        explanation: `${where}；未提供用途分类，未作判定。`,
        reasons,
      };
    }
    const code = inNumbersOf2023(wanted.code, wanted.year)!;
    const area = areaByFit(layer, code, context.landUseYear);
    const outside =
      layer.outside.pieces > 0 ? [`用地有 ${hectares(layer.outside.area)} 不在${layer.title}范围内`] : [];
    if (area.other > 0) {
      return {
        outcome: 'fail',
        measure,
        explanation: `${where}。用途 ${purposeWords(context.purpose)} 与规划不一致的有 ${hectares(area.other)}。`,
      };
    }
    const reasons = [
      ...(area.open > 0 ? [`有 ${hectares(area.open)} 的规划分类不能与用途分类直接比较，或为留白用地`] : []),
      ...outside,
    ];
    return reasons.length > 0
      ? { outcome: 'undetermined', measure, explanation: `${where}；${reasons.join('；')}。`, reasons }
      : {
          outcome: 'pass',
          measure,
          explanation: `${where}；用途 ${purposeWords(context.purpose)} 与规划一致。`,
        };
  },
};

function areaByFit(layer: SiteLayer, wanted: string, year: SchemeYear | undefined): Record<Fit, number> {
  const areas: Record<Fit, number> = { same: 0, other: 0, open: 0 };
  for (const total of layer.classes) areas[fitOf(total.class, wanted, year)] += total.area;
  areas.open += unclassed(layer);
  return areas;
}

function fitOf({ code }: SiteClass, wanted: string, year: SchemeYear | undefined): Fit {
  const planned = year === undefined ? sameInBoth(code) : inNumbersOf2023(code, year);
  if (planned === undefined || planned === RESERVED) return 'open';
  if (wanted.startsWith(planned)) return 'same';
  return planned.startsWith(wanted) ? 'open' : 'other';
}

function inNumbersOf2023(code: string, year: SchemeYear): string | undefined {
  if (year === 2020) return toScheme2023(code);
  return landUseClass(code, 2023)?.code;
}

/** The code, where both editions mean the same by it. */
function sameInBoth(code: string): string | undefined {
  const known = landUseClass(code, 2023);
  return known && toScheme2023(code) === code && landUseClass(code, 2020)?.name === known.name
    ? code
    : undefined;
}
