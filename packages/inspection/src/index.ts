export { type LayerDoubt, layerDoubts } from './data-doubts.ts';
export { deductions, EffectiveRules } from './effective-rules.ts';
export { type InspectionOutcome, type InspectionRequest, inspectDelivery } from './inspect-delivery.ts';
export { InspectedLayer } from './inspected-layer.ts';
export type * from './inspection.ts';
export { InspectionContext, type References } from './inspection-context.ts';
export { inspectionRules, inspectionRulesVersion } from './inspection-rules.ts';
export { repairDelivery } from './repair/repair-delivery.ts';
export type {
  DeliveryRepair,
  RefusedRepair,
  RepairEdit,
  RepairedLayer,
  RepairKind,
  RepairLog,
} from './repair/repair-log.ts';
export type * from './rule.ts';
export type * from './rule-data.ts';
export { categoryTitles } from './summary.ts';
