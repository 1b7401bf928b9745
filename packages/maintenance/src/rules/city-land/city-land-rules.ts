import type { Rule } from '../../rule.ts';

/** The rules of 中心城区用地, in the order of the report. */
export const cityLandRules: readonly Rule[] = [];
