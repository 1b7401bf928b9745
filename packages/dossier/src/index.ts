export { type FindingLayer, findingLayers } from './finding-layers.ts';
export { findingSheets, type Sheet } from './finding-sheets.ts';
export { renderReport } from './render-report.ts';
export type { MapChange, MapLayer, ReportMap } from './report-map.ts';
export { confidenceWords } from './words.ts';
