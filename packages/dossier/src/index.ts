export { renderReport } from './render-report.ts';
export type { MapChange, MapLayer, ReportMap } from './report-map.ts';
export { confidenceWords } from './words.ts';
