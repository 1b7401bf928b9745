import type { Rule } from './rule.ts';
import { cityLandRules } from './rules/city-land/city-land-rules.ts';
import { cityLinesRules } from './rules/city-lines/city-lines-rules.ts';
import { indicatorsRules } from './rules/indicators/indicators-rules.ts';
import { linesRules } from './rules/lines/lines-rules.ts';
import { natureRules } from './rules/nature/nature-rules.ts';
import { projectsRules } from './rules/projects/projects-rules.ts';
import { zoningRules } from './rules/zoning/zoning-rules.ts';

/** All rules, chapter by chapter in the order of the report; those of 维护性质 read the verdicts of all before them. */
export const ruleBook: readonly Rule[] = [
  ...linesRules,
  ...zoningRules,
  ...cityLandRules,
  ...cityLinesRules,
  ...projectsRules,
  ...indicatorsRules,
  ...natureRules,
];
