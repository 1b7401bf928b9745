import type { InspectionRule } from './rule.ts';
import { validRings } from './rules/g-02-valid-rings.rule.ts';
import { noSharpAngle } from './rules/g-05-no-sharp-angle.rule.ts';
import { noTinyPolygon } from './rules/g-06-no-tiny-polygon.rule.ts';
import { noNarrowPolygon } from './rules/g-07-no-narrow-polygon.rule.ts';

/** The book, in the order of running: what a rule requires comes before it. */
export const inspectionRules: readonly InspectionRule[] = [
  validRings,
  noSharpAngle,
  noTinyPolygon,
  noNarrowPolygon,
];
