import type { Rule } from '../../rule.ts';
import { erChangeHasBasis } from './er-change-has-basis.rule.ts';
import { linesNoOverlap } from './lines-no-overlap.rule.ts';
import { pbfContiguity } from './pbf-contiguity.rule.ts';
import { pbfFragments } from './pbf-fragments.rule.ts';
import { pbfQuality } from './pbf-quality.rule.ts';
import { udbDevelopmentZoneInclusion } from './udb-development-zone-inclusion.rule.ts';
import { udbFragments } from './udb-fragments.rule.ts';
import { udbHoles } from './udb-holes.rule.ts';
import { udbShape } from './udb-shape.rule.ts';
import { udbTransferBalance } from './udb-transfer-balance.rule.ts';

/** The rules of the three control lines, in the order of the report. */
export const linesRules: readonly Rule[] = [
  udbTransferBalance,
  udbFragments,
  udbHoles,
  udbDevelopmentZoneInclusion,
  udbShape,
  pbfQuality,
  pbfContiguity,
  pbfFragments,
  erChangeHasBasis,
  linesNoOverlap,
];
