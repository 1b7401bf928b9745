export { DatasetError, type DatasetErrorCode, datasetErrorCodes, datasetErrorText } from './errors.ts';
export { defaultLimits, type Limits } from './limits.ts';
export type { OutputField, OutputLayer } from './output/output-layer.ts';
export { planOf } from './plan-of.ts';
export { readDelivery } from './read-delivery.ts';
export type { ReadOptions } from './read-options.ts';
export { readPlan } from './read-plan.ts';
export { type WorkbookSheet, writeWorkbook } from './workbook/write-workbook.ts';
export { type OutputFormat, type WriteOptions, writeDataset } from './write-dataset.ts';
