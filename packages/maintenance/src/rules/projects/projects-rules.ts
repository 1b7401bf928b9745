import type { Rule } from '../../rule.ts';

/** The rules of 重点建设项目清单, in the order of the report. */
export const projectsRules: readonly Rule[] = [];
