import { join } from 'node:path';
import { type Database, type JobKind, type JobQueue, openJobQueue } from '@tuheng/store';
import { Rights } from './access/rights.ts';
import { Exports } from './exports/exports.ts';
import { Metrics } from './health/metrics.ts';
import { HeldVersions } from './held-versions/held-versions.ts';
import { JobFiles } from './jobs/job-files.ts';
import type { JobWork } from './jobs/job-work.ts';
import type { ServerSettings } from './settings.ts';
import { Uploads } from './uploads/uploads.ts';

/** What the routes work with. */
export interface Services {
  readonly database: Database;
  readonly queue: JobQueue;
  readonly rights: Rights;
  readonly versions: HeldVersions;
  readonly metrics: Metrics;
  readonly uploads: Uploads;
  readonly exports: Exports;
  readonly jobs: JobFiles;
  /** Of jobs that this server does. */
  readonly kinds: ReadonlySet<JobKind>;
  readonly settings: ServerSettings;
}

export async function openServices(
  database: Database,
  settings: ServerSettings,
  handlers: JobWork['handlers'],
  onTrouble: (error: Error) => void,
): Promise<Services> {
  const uploads = new Uploads(join(settings.folder, 'uploads'), settings.uploads);
  const exports = new Exports(database, join(settings.folder, 'exports'));
  return {
    database,
    queue: await openJobQueue(database, { onTrouble }),
    rights: new Rights(database),
    versions: new HeldVersions(database, settings.memoryBytes),
    metrics: new Metrics(),
    uploads,
    exports,
    jobs: new JobFiles(join(settings.folder, 'jobs'), database, uploads, exports),
    kinds: new Set(Object.keys(handlers) as JobKind[]),
    settings,
  };
}
