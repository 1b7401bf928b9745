import type { Provenance } from '../provenance.ts';
import type { RuleBookId, SetThreshold } from '../set-threshold.ts';
import { NATIONAL_BASE, type Profile } from './profile.ts';

/**
 * A parameter as the narrowest profile that sets it has it, the profile's name before the source; as it was, where none does.
 *
 * @param profiles from the widest to the narrowest
 */
export function underProfiles<
  P extends Provenance & { readonly name: string; readonly value: number | string | readonly string[] },
>(own: P, profiles: readonly Profile[], rule: string): P {
  const key = `${rule}.${own.name}`;
  const profile = profiles.findLast(({ parameters }) => parameters?.[key] !== undefined);
  if (!profile) return own;
  const { value, source, confidence = 'found' } = profile.parameters![key]!;
  return { ...own, value, source: `${profile.name}：${source}`, confidence };
}

/** Why a rule is switched off, and by whom; undefined where it is not. The narrowest profile that says anything of it wins. */
export function offReason(profiles: readonly Profile[], rule: string): string | undefined {
  const profile = profiles.findLast(({ rules }) => rules?.[rule] !== undefined);
  const setting = profile?.rules?.[rule];
  return setting?.off ? `${profile!.name}：${setting.reason}` : undefined;
}

/** Whose values a rule book carries: from the national base to the last profile, and the regions that set thresholds. */
export function setters(
  profiles: readonly Profile[],
  thresholds: readonly SetThreshold[],
  book: RuleBookId,
): string[] {
  const regions = thresholds.filter((one) => one.book === book).map(({ region }) => region.name);
  return [
    NATIONAL_BASE,
    ...profiles.map(({ name }) => name),
    ...new Set(regions.map((name) => `${name}设定的阈值`)),
  ];
}
