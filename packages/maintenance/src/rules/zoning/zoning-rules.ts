import type { Rule } from '../../rule.ts';
import { zoningFollowsLines } from './zoning-follows-lines.rule.ts';

/** The rules of 规划分区, in the order of the report. */
export const zoningRules: readonly Rule[] = [zoningFollowsLines];
