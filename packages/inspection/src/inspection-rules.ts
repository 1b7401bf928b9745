import type { InspectionRule } from './rule.ts';
import { fields } from './rules/a-01-fields.rule.ts';
import { mandatoryFields } from './rules/a-02-mandatory-fields.rule.ts';
import { valuesInDomain } from './rules/a-03-values-in-domain.rule.ts';
import { namesByCode } from './rules/a-04-names-by-code.rule.ts';
import { uniqueIdentifiers } from './rules/a-05-unique-identifiers.rule.ts';
import { ellipsoidAreas } from './rules/a-06-ellipsoid-area.rule.ts';
import { deductionsAddUp } from './rules/a-07-deductions.rule.ts';
import { dates } from './rules/a-08-dates.rule.ts';
import { classAndAttributes } from './rules/a-09-class-and-attributes.rule.ts';
import { packageComplete } from './rules/c-01-package-complete.rule.ts';
import { names } from './rules/c-02-names.rule.ts';
import { requiredLayers } from './rules/c-03-required-layers.rule.ts';
import { layersNotEmpty } from './rules/c-04-layers-not-empty.rule.ts';
import { layersInThrees } from './rules/c-05-layers-in-threes.rule.ts';
import { noEmptyGeometry } from './rules/g-01-no-empty-geometry.rule.ts';
import { validRings } from './rules/g-02-valid-rings.rule.ts';
import { singlePart } from './rules/g-03-single-part.rule.ts';
import { noRepeatedPoints } from './rules/g-04-no-repeated-points.rule.ts';
import { noSharpAngle } from './rules/g-05-no-sharp-angle.rule.ts';
import { noTinyPolygon } from './rules/g-06-no-tiny-polygon.rule.ts';
import { noNarrowPolygon } from './rules/g-07-no-narrow-polygon.rule.ts';
import { noDuplicateGeometry } from './rules/g-08-no-duplicate-geometry.rule.ts';
import { targets } from './rules/k-02-targets.rule.ts';
import { tableSums } from './rules/k-03-table-sums.rule.ts';
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
import { changeTypesFit } from './rules/v-01-change-types.rule.ts';
import { changeNumbers } from './rules/v-02-change-numbers.rule.ts';
import { changeReasons } from './rules/v-03-change-reasons.rule.ts';
import { conservation } from './rules/v-04-conservation.rule.ts';
import { nothingElseChanged } from './rules/v-05-nothing-else-changed.rule.ts';

/** Grows with every change of a rule's meaning. */
export const inspectionRulesVersion = '2026.1';

/** The book, in the order of running: what a rule requires comes before it. */
export const inspectionRules: readonly InspectionRule[] = [
  packageComplete,
  names,
  requiredLayers,
  layersNotEmpty,
  layersInThrees,
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
  fields,
  mandatoryFields,
  valuesInDomain,
  namesByCode,
  uniqueIdentifiers,
  ellipsoidAreas,
  deductionsAddUp,
  dates,
  classAndAttributes,
  changeTypesFit,
  changeNumbers,
  changeReasons,
  conservation,
  nothingElseChanged,
  targets,
  tableSums,
];
