import type { Rule } from '../../rule.ts';

/** The rules of 维护性质, in the order of the report. */
export const natureRules: readonly Rule[] = [];
