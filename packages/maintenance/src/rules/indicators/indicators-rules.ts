import type { Rule } from '../../rule.ts';
import { cultivatedArea } from './cultivated-area.rule.ts';
import { erArea } from './er-area.rule.ts';
import { indicatorConstructionLand } from './indicator-construction-land.rule.ts';
import { pbfArea } from './pbf-area.rule.ts';
import { udbExpansionMultiple } from './udb-expansion-multiple.rule.ts';
import { udbTotal } from './udb-total.rule.ts';

/** The rules of 规划指标, in the order of the report. */
export const indicatorsRules: readonly Rule[] = [
  cultivatedArea,
  pbfArea,
  erArea,
  udbTotal,
  udbExpansionMultiple,
  indicatorConstructionLand,
];
