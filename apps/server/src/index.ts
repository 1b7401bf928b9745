export { type BasemapSettings, templateFault } from './basemap/basemap-template.ts';
export type { JobWork } from './jobs/job-work.ts';
export type { Services } from './services.ts';
export { defaultSettings, type ServerSettings } from './settings.ts';
export { type RunningServer, startServer } from './start-server.ts';
