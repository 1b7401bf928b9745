import { isConstruction, toScheme2023 } from '@tuheng/standard';
import { hectares } from '../wording.ts';
import { limitedActivities } from './limited-activities.ts';
import { purposeWords, type ResolvedPurpose } from './resolve-purpose.ts';
import type { SiteActivity, SiteLayer } from './site-report.ts';

/** What is known of a site that stands in the red line. */
export interface KnownOfSite {
  readonly purpose: ResolvedPurpose;
  readonly redLine: SiteLayer;
  /** DLTB, where the plan has it. */
  readonly survey: SiteLayer | undefined;
  readonly shape: SiteShape;
}

/** A site as a strip: `length` half its boundary, `width` its area by that, plane metres. */
export interface SiteShape {
  readonly length: number;
  readonly width: number;
}

/** A strip is at least so many times as long as it is wide. This project's measure: it is told, and excludes nothing. */
const STRIP = 10;

/**
 * Level-1 classes of 2023 whose words and the words of a kind exclude each other, and what the kind would be instead. This project's reading of an abridged
 * text (limited-activities.ts): it narrows what people look at, and lets nothing pass.
 */
const otherUses: readonly (readonly [kind: number, uses: readonly string[], instead: string])[] = [
  [1, ['07', '09', '10', '11'], '管护、科研、监测、防灾、国防等活动的必要设施'],
  [3, ['07', '09', '10', '11', '12', '13'], '考古、古生物、标本采集和文物保护'],
  [5, ['07', '10', '11'], '参观旅游、科普宣教的配套服务和公共设施'],
  [
    6,
    ['01', '02', '03', '04', '07', '08', '09', '10', '11', '14', '15'],
    '线性基础设施、通讯、防洪、供水设施或航道',
  ],
  [8, ['07', '09', '10', '11'], '生态修复'],
  [9, ['07', '09', '10', '11', '14'], '边界通视道或界务工程'],
];

/**
 * Which of the ten kinds of limited human activity a site in the red line could be (自然资发〔2022〕142号): all that nothing known excludes, each excluded one with
 * the reason. Whether a kind that could apply does is for people, and for the province where new construction land is taken.
 */
export function limitedActivityChances(known: KnownOfSite): SiteActivity[] {
  const core = coreArea(known.redLine);
  return limitedActivities.map((title, i): SiteActivity => {
    const kind = i + 1;
    const excluded =
      core > 0
        ? `图层记载有 ${hectares(core)} 在自然保护地核心保护区，有限人为活动仅限核心保护区外`
        : excludedByUse(kind, known);
    return excluded === undefined
      ? { kind, title, possible: true, reason: whyPossible(kind, known) }
      : { kind, title, possible: false, reason: excluded };
  });
}

/** Ground of the site in core protected areas by the red line's own record (ZRBHDFQ), m². */
export function coreArea({ features }: SiteLayer): number {
  return features.filter(({ part }) => part?.includes('核心')).reduce((sum, { area }) => sum + area, 0);
}

function excludedByUse(kind: number, { purpose, survey }: KnownOfSite): string | undefined {
  if (!purpose.class) return undefined;
  const words = purposeWords(purpose);
  if (kind === 2 && purpose.construction === true && survey && built(survey) === 0) {
    return `用途 ${words} 是建设用地，现状没有建设用地，超出现有建设用地规模`;
  }
  if (kind === 4 && purpose.construction === true) return `用途 ${words} 是建设用地，不是林木抚育采伐`;
  if (kind === 7 && purpose.construction === true && !useOf(purpose)?.startsWith('10')) {
    return `用途 ${words} 不是工矿用地，不属于矿产资源勘查开采`;
  }
  const use = useOf(purpose)?.slice(0, 2);
  const other = otherUses.find(([own, uses]) => own === kind && use !== undefined && uses.includes(use));
  return other && `用途 ${words} 不是${other[2]}`;
}

/** The class in the numbers of 2023. */
function useOf({ class: own }: ResolvedPurpose): string | undefined {
  return own && (own.year === 2020 ? toScheme2023(own.code) : own.code);
}

function built({ classes }: SiteLayer): number {
  return classes.filter((total) => isConstruction(total.class.code)).reduce((sum, { area }) => sum + area, 0);
}

function whyPossible(kind: number, { purpose, shape }: KnownOfSite): string {
  const open = purpose.class ? '已知情况不能排除' : '未提供用途，不能排除';
  if (kind !== 6) return open;
  const { length, width } = shape;
  const strip = length >= STRIP * width;
  const figures = `长约 ${length.toFixed(0)} m、平均宽 ${width.toFixed(0)} m`;
  return strip
    ? `${open}；用地呈带状（${figures}）`
    : `${open}；用地不呈带状（${figures}），通讯、防洪、供水设施不限于带状`;
}
