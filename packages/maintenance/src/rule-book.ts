import type { Rule } from './rule.ts';
import { cultivatedArea } from './rules/cultivated-area.rule.ts';
import { erArea } from './rules/er-area.rule.ts';
import { erChangeHasBasis } from './rules/er-change-has-basis.rule.ts';
import { linesNoOverlap } from './rules/lines-no-overlap.rule.ts';
import { pbfArea } from './rules/pbf-area.rule.ts';
import { pbfContiguity } from './rules/pbf-contiguity.rule.ts';
import { pbfFragments } from './rules/pbf-fragments.rule.ts';
import { pbfQuality } from './rules/pbf-quality.rule.ts';
import { udbDevelopmentZoneInclusion } from './rules/udb-development-zone-inclusion.rule.ts';
import { udbExpansionMultiple } from './rules/udb-expansion-multiple.rule.ts';
import { udbFragments } from './rules/udb-fragments.rule.ts';
import { udbHoles } from './rules/udb-holes.rule.ts';
import { udbShape } from './rules/udb-shape.rule.ts';
import { udbTotal } from './rules/udb-total.rule.ts';
import { udbTransferBalance } from './rules/udb-transfer-balance.rule.ts';
import { zoningFollowsLines } from './rules/zoning-follows-lines.rule.ts';

/** The rules of the three control lines, in the order of the report. */
export const ruleBook: readonly Rule[] = [
  udbTotal,
  udbExpansionMultiple,
  udbTransferBalance,
  udbFragments,
  udbHoles,
  udbDevelopmentZoneInclusion,
  udbShape,
  pbfArea,
  pbfQuality,
  pbfContiguity,
  pbfFragments,
  erArea,
  erChangeHasBasis,
  cultivatedArea,
  linesNoOverlap,
  zoningFollowsLines,
];
