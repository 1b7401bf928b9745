export { normalizeAdcode } from './codes/adcode.ts';
export {
  type LandUseClass,
  landUseClass,
  landUseClasses,
  normalizeLandUseCode,
  type SchemeYear,
  toScheme2023,
} from './codes/land-use.ts';
export {
  type BigClass,
  isConstruction,
  isCultivated,
  type SurveyClass,
  surveyClass,
  surveyClasses,
  surveyName,
} from './codes/survey.ts';
export { type ZoneClass, type ZoneFamily, zoneClass, zoneClasses, zoneFamily } from './codes/zoning.ts';
export { allCrs, CGCS2000, type Crs, crsOf, zoneOf } from './crs.ts';
export { type DeliveryName, parseDeliveryName } from './delivery-name.ts';
export type { CodeKind, FieldSpec, FieldType } from './field.ts';
export {
  type Column,
  type Layer,
  type Note,
  type NumberColumn,
  numberAt,
  type Plan,
  type TextColumn,
  textAt,
} from './layer.ts';
export {
  allLayerSpecs,
  type ChangeMode,
  type LayerSpec,
  layerSpec,
  resolveField,
  resolveLayer,
} from './layer-spec.ts';
export {
  type CodeDomain,
  changeFields,
  changeTypes,
  expansionAccountingDomain,
  layerNames,
  quotaSourceDomain,
  reasonDomain,
} from './maintenance-fields.ts';
export { type Confidence, isVerified, type Provenance } from './provenance.ts';
export { analogues, officialThresholds, type Threshold } from './thresholds.ts';
