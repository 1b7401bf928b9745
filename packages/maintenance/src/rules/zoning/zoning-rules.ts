import type { Rule } from '../../rule.ts';
import { zoningCoverage } from './zoning-coverage.rule.ts';
import { zoningDominantFunction } from './zoning-dominant-function.rule.ts';
import { zoningFollowsLines } from './zoning-follows-lines.rule.ts';
import { zoningMineralEnergy } from './zoning-mineral-energy.rule.ts';
import { zoningTransitions } from './zoning-transitions.rule.ts';

/** The rules of 规划分区, in the order of the report. */
export const zoningRules: readonly Rule[] = [
  zoningCoverage,
  zoningDominantFunction,
  zoningTransitions,
  zoningFollowsLines,
  zoningMineralEnergy,
];
