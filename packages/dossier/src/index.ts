export { type FindingLayer, findingLayers } from './finding-layers.ts';
export { findingSheets, type Sheet } from './finding-sheets.ts';
export { Html, html } from './html.ts';
export type { GroundLayer, InspectionMap } from './inspection/inspection-map.ts';
export { renderInspectionReport } from './inspection/render-inspection-report.ts';
export { renderReport } from './render-report.ts';
export type { MapChange, MapLayer, ReportMap } from './report-map.ts';
export { confidenceWords } from './words.ts';
