export { squareMetresOf } from './area-units.ts';
export { areaValues, roundArea } from './area-values.ts';
export { normalizeAdcode } from './codes/adcode.ts';
export { type Domain, type DomainEntry, domainOf } from './codes/domains.ts';
export {
  type LandUseClass,
  landUseClass,
  landUseClasses,
  normalizeLandUseCode,
  type SchemeYear,
  toScheme2023,
} from './codes/land-use.ts';
export {
  type GroupedLandUse,
  isConstructionGroup,
  type LandUseGroup,
  landUseGroup,
} from './codes/land-use-groups.ts';
export {
  type BigClass,
  type Dispute,
  isConstruction,
  isCultivated,
  type SurveyClass,
  surveyClass,
  surveyClasses,
  surveyName,
} from './codes/survey.ts';
export {
  type ZoneClass,
  type ZoneFamily,
  zoneClass,
  zoneClasses,
  zoneColour,
  zoneFamily,
} from './codes/zoning.ts';
export type { CoordinateFaultCode } from './coordinates/coordinate-fault.ts';
export {
  chinaLatitudes,
  chinaLongitudes,
  chinaNorthings,
  type Extent,
  extentOf,
  plainEastings,
  prefixedEastings,
} from './coordinates/extent.ts';
export { findCoordinateFault } from './coordinates/find-coordinate-fault.ts';
export { allCrs, CGCS2000, type Crs, crsOf, zoneOf } from './crs.ts';
export type {
  DeclaredCrs,
  DeliveredDatabase,
  DeliveredField,
  DeliveredFile,
  DeliveredLayer,
  DeliveredLineLayer,
  DeliveredTable,
  Delivery,
  LayerPart,
  OtherLayer,
} from './delivery.ts';
export { type DeliveryName, parseDeliveryName } from './delivery-name.ts';
export { sha256 } from './digest.ts';
export type { CodeKind, FieldSpec, FieldType, UnverifiedPart } from './field.ts';
export { identifierOf, LAST_SERIAL, serialOf } from './identifier.ts';
export {
  type Column,
  type Layer,
  type LineLayer,
  type Note,
  type NumberColumn,
  numberAt,
  type Plan,
  type TextColumn,
  textAt,
} from './layer.ts';
export {
  type Aliases,
  allLayerSpecs,
  type DeliveredName,
  fieldsOf,
  layerSpec,
  resolveDeliveredLayer,
  resolveField,
  resolveLayer,
} from './layer-spec.ts';
export type { ChangeMode, FieldVariant, LayerSpec } from './layers/spec.ts';
export {
  type ChangeType,
  changeFields,
  changeTypes,
  expansionAccountingDomain,
  layerNames,
  quotaSourceDomain,
  reasonDomain,
} from './maintenance-fields.ts';
export {
  type FreeValue,
  type ParameterForm,
  parameterForm,
  settingFault,
} from './parameter-form.ts';
export type {
  AddedBasis,
  AddedMeasure,
  AddedRule,
  Condition,
  FieldValue,
  Ground,
  Quantity,
} from './profile/added-rule.ts';
export { addedRuleParameters } from './profile/added-rule-parameters.ts';
export { parseProfile, settableRulesOf, widerProfile } from './profile/parse-profile.ts';
export {
  type LoadedProfile,
  type Profile,
  ProfileError,
  type SettableRule,
} from './profile/profile.ts';
export { offReason, setters, underProfiles } from './profile/under-profiles.ts';
export { parseProjectList, type SheetPlace } from './projects/parse-project-list.ts';
export {
  type ProjectColumn,
  type ProjectColumnKey,
  projectColumns,
  projectTitle,
} from './projects/project-columns.ts';
export {
  operationWords,
  type ProjectLevel,
  type ProjectList,
  type ProjectOperation,
  type ProjectRow,
  type ProjectSiting,
  projectLevel,
  projectSiting,
} from './projects/project-list.ts';
export { ProjectListError } from './projects/project-list-error.ts';
export { projectsOfLayer } from './projects/projects-of-layer.ts';
export { type Confidence, isVerified, type Provenance } from './provenance.ts';
export {
  type RuleBookId,
  type SetThreshold,
  type ThresholdSetting,
  underThresholds,
} from './set-threshold.ts';
export type { Site, SiteFormat, SiteParcel } from './site.ts';
export {
  type ListKey,
  type NamedList,
  parseTargets,
  type Target,
  type TargetKey,
  TargetsError,
  type TargetsFile,
  targetRounding,
  targetValue,
} from './targets.ts';
export {
  analogues,
  officialThreshold,
  officialThresholds,
  type ProvincialThreshold,
  provincialThresholds,
  type Threshold,
  type ThresholdAnalogue,
} from './thresholds.ts';
export { defaultTolerance, type Tolerance, toleranceProvenance } from './tolerance.ts';
export { workingPlane } from './working-plane.ts';
