export type { MaintenanceLayer } from './data-faults/draft.ts';
export {
  type FaultyDelivery,
  type PlantedDataFault,
  plantDataFaults,
  type StoredDataFault,
} from './data-faults/plant-data-faults.ts';
export { type FaultyReferences, plantReferenceFaults } from './data-faults/reference-faults.ts';
export { DemonstrationError, type FaultId, faultIds, type PlantedFault } from './faults/fault.ts';
export { type CountyOptions, type DemonstrationCounty, generateCounty } from './generate-county.ts';
export { COUNTY_CODE } from './plan/attributes.ts';
export type { CountyTarget, CountyTargetKey, CountyTargets } from './targets.ts';
