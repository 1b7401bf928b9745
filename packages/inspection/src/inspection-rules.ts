import type { InspectionRule } from './rule.ts';
import { noEmptyGeometry } from './rules/g-01-no-empty-geometry.rule.ts';
import { validRings } from './rules/g-02-valid-rings.rule.ts';
import { singlePart } from './rules/g-03-single-part.rule.ts';
import { noRepeatedPoints } from './rules/g-04-no-repeated-points.rule.ts';
import { noSharpAngle } from './rules/g-05-no-sharp-angle.rule.ts';
import { noTinyPolygon } from './rules/g-06-no-tiny-polygon.rule.ts';
import { noNarrowPolygon } from './rules/g-07-no-narrow-polygon.rule.ts';
import { noDuplicateGeometry } from './rules/g-08-no-duplicate-geometry.rule.ts';
import { coordinateSystem } from './rules/s-01-coordinate-system.rule.ts';
import { withinTheCounty } from './rules/s-02-within-the-county.rule.ts';
import { geometryType } from './rules/s-03-geometry-type.rule.ts';
import { noCurves } from './rules/s-04-no-curves.rule.ts';
import { noOverlap } from './rules/t-01-no-overlap.rule.ts';
import { noGap } from './rules/t-02-no-gap.rule.ts';
import { coversTheCounty } from './rules/t-03-covers-the-county.rule.ts';
import { linesApart } from './rules/t-04-lines-apart.rule.ts';
import { zonesFollowLines } from './rules/t-05-zones-follow-lines.rule.ts';
import { withinTheCentralCity } from './rules/t-06-within-the-central-city.rule.ts';
import { edgesMatchNeighbours } from './rules/t-07-edges-match-neighbours.rule.ts';
import { sharedVertices } from './rules/t-08-shared-vertices.rule.ts';

/** The book, in the order of running: what a rule requires comes before it. */
export const inspectionRules: readonly InspectionRule[] = [
  coordinateSystem,
  withinTheCounty,
  geometryType,
  noCurves,
  noEmptyGeometry,
  validRings,
  singlePart,
  noRepeatedPoints,
  noSharpAngle,
  noTinyPolygon,
  noNarrowPolygon,
  noDuplicateGeometry,
  noOverlap,
  noGap,
  coversTheCounty,
  linesApart,
  zonesFollowLines,
  withinTheCentralCity,
  edgesMatchNeighbours,
  sharedVertices,
];
