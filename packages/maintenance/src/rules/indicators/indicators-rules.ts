import type { Rule } from '../../rule.ts';

/** The rules of 规划指标, in the order of the report. */
export const indicatorsRules: readonly Rule[] = [];
