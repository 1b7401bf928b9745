import type { Rule } from '../../rule.ts';

/** The rules of 城市四线, in the order of the report. */
export const cityLinesRules: readonly Rule[] = [];
