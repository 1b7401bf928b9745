import {
  type Profile,
  type SetThreshold,
  type TargetsFile,
  underProfiles,
  underThresholds,
} from '@tuheng/standard';
import type { Parameter } from './review.ts';

/** All that is set over the rules of a review. */
export interface RuleSettings {
  /** From the widest to the narrowest. */
  readonly profiles?: readonly Profile[] | undefined;
  /** Of the plan. */
  readonly targets?: TargetsFile | undefined;
  /** Of regions, on a server. */
  readonly thresholds?: readonly SetThreshold[] | undefined;
}

/**
 * A parameter as a region set it, or else the targets file, which verifies it, or else the narrowest profile that speaks of it, or else the
 * rule's own.
 */
export function effectiveParameter(
  own: Parameter,
  rule: string,
  { profiles = [], targets, thresholds = [] }: RuleSettings,
): Parameter {
  const ofProfiles = underProfiles(own, profiles, rule);
  const set = targets?.parameters?.[`${rule}.${own.name}`];
  const ofPlan: Parameter = set ? { ...ofProfiles, ...set, confidence: 'found' } : ofProfiles;
  return underThresholds(ofPlan, thresholds, 'review', rule);
}
