import {
  isConstructionGroup,
  type LandUseClass,
  type LandUseGroup,
  landUseClass,
  landUseGroup,
  normalizeLandUseCode,
} from '@tuheng/standard';
import { limitedActivities } from './limited-activities.ts';
import { SiteError } from './site-error.ts';
import type { SitePurpose } from './site-report.ts';

/** A purpose with what its class is counted as. */
export interface ResolvedPurpose extends SitePurpose {
  readonly class: LandUseClass | undefined;
  /** With `settlement` applied; undefined where there is no class, or one that spans several groups. */
  readonly group: LandUseGroup | undefined;
  /** Undefined where it cannot be told. */
  readonly construction: boolean | undefined;
}

/** Classes of level 1 that span several groups, all of them construction. */
const CONSTRUCTION = ['10', '12', '13'];

/**
 * @throws SiteError `site.unknown-land-use` for a code that its edition does not have, `site.unknown-activity` for a kind that is not 1 … 10
 */
export function resolvePurpose(purpose: SitePurpose): ResolvedPurpose {
  const { landUse, settlement, limitedActivity } = purpose;
  if (limitedActivity !== undefined && limitedActivities[limitedActivity - 1] === undefined) {
    throw new SiteError(
      'site.unknown-activity',
      `有限人为活动类型 ${limitedActivity} 不存在：应为 1 至 ${limitedActivities.length} 的整数。`,
    );
  }
  if (landUse === undefined)
    return { ...purpose, class: undefined, group: undefined, construction: undefined };
  const code = normalizeLandUseCode(landUse.code);
  const own = landUseClass(code, landUse.year);
  if (!own) {
    throw new SiteError(
      'site.unknown-land-use',
      `用地用海分类（${landUse.year} 年版）中没有代码 ${landUse.code}。请核对代码和版本。`,
    );
  }
  const counted = landUseGroup(code, landUse.year)?.group;
  const group = counted === 'townOrVillage' && settlement ? settlement : counted;
  const construction =
    group === undefined ? CONSTRUCTION.includes(code) || undefined : isConstructionGroup(group);
  return { ...purpose, class: own, group, construction };
}

/** The purpose for a sentence: `0701 城镇住宅用地（2023 年版）`. */
export function purposeWords({ class: own }: ResolvedPurpose): string {
  return own ? `${own.code} ${own.name}（${own.year} 年版）` : '（未提供）';
}
