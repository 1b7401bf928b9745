import { type Database, type JobQueue, openJobQueue } from '@tuheng/store';
import { Rights } from './access/rights.ts';
import { Metrics } from './health/metrics.ts';
import { HeldVersions } from './held-versions/held-versions.ts';
import type { ServerSettings } from './settings.ts';

/** What the routes work with. */
export interface Services {
  readonly database: Database;
  readonly queue: JobQueue;
  readonly rights: Rights;
  readonly versions: HeldVersions;
  readonly metrics: Metrics;
  readonly settings: ServerSettings;
}

export async function openServices(
  database: Database,
  settings: ServerSettings,
  onTrouble: (error: Error) => void,
): Promise<Services> {
  return {
    database,
    queue: await openJobQueue(database, { onTrouble }),
    rights: new Rights(database),
    versions: new HeldVersions(database, settings.memoryBytes),
    metrics: new Metrics(),
    settings,
  };
}
