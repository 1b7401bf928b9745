export { DatasetError, type DatasetErrorCode, datasetErrorCodes } from './errors.ts';
export { defaultLimits, type Limits } from './limits.ts';
export type { OutputField, OutputLayer } from './output/output-layer.ts';
export type { ReadOptions } from './read-options.ts';
export { readPlan } from './read-plan.ts';
export { type OutputFormat, type WriteOptions, writeDataset } from './write-dataset.ts';
