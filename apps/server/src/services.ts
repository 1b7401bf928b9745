import { join } from 'node:path';
import { type Database, type JobKind, type JobQueue, openJobQueue } from '@tuheng/store';
import { createTilePool } from '@tuheng/tiles/node-pool';
import { Rights } from './access/rights.ts';
import { Backups } from './backups/backups.ts';
import { VersionChanges } from './comparison/version-changes.ts';
import { SiteJudge } from './compliance/site-judge.ts';
import { Desks } from './desk/desks.ts';
import { Exports } from './exports/exports.ts';
import { WrittenFiles } from './exports/written-files.ts';
import { Metrics } from './health/metrics.ts';
import { HeldLayers } from './held-versions/held-layers.ts';
import { HeldVersions } from './held-versions/held-versions.ts';
import { JobFiles } from './jobs/job-files.ts';
import type { JobWork } from './jobs/job-work.ts';
import { HitMemory } from './layer-query/hit-memory.ts';
import { Verifications } from './ledger/verifications.ts';
import type { ServerSettings } from './settings.ts';
import { Statistics } from './statistics/statistics.ts';
import { TileDisk } from './tiles/tile-disk.ts';
import { TileService } from './tiles/tile-service.ts';
import { Uploads } from './uploads/uploads.ts';

/** Bytes of the queries whose hits are remembered. */
const HITS = 64 * 1024 ** 2;

/** What the routes work with. */
export interface Services {
  readonly database: Database;
  readonly queue: JobQueue;
  readonly rights: Rights;
  readonly layers: HeldLayers;
  readonly versions: HeldVersions;
  readonly hits: HitMemory;
  readonly statistics: Statistics;
  readonly changes: VersionChanges;
  readonly tiles: TileService;
  readonly sites: SiteJudge;
  readonly metrics: Metrics;
  readonly uploads: Uploads;
  /** Exports and selections. */
  readonly files: WrittenFiles;
  readonly exports: Exports;
  readonly jobs: JobFiles;
  readonly desks: Desks;
  readonly backups: Backups;
  readonly verifications: Verifications;
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
  const { folder, memoryBytes, tileThreads, tileDiskBytes } = settings;
  const metrics = new Metrics();
  const layers = new HeldLayers(memoryBytes);
  const versions = new HeldVersions(database, layers);
  const disk = new TileDisk(join(folder, 'tiles'), tileDiskBytes);
  const uploads = new Uploads(join(folder, 'uploads'), settings.uploads);
  const files = new WrittenFiles(join(folder, 'exports'));
  const exports = new Exports(database, files);
  const jobs = new JobFiles(join(folder, 'jobs'), database, uploads, exports);
  return {
    database,
    layers,
    queue: await openJobQueue(database, { onTrouble }),
    rights: new Rights(database),
    versions,
    hits: new HitMemory(HITS),
    statistics: new Statistics(),
    changes: new VersionChanges(database, versions),
    tiles: new TileService(
      { layers, startPool: () => createTilePool(tileThreads), disk, metrics },
      memoryBytes,
    ),
    sites: new SiteJudge(versions),
    metrics,
    uploads,
    files,
    exports,
    jobs,
    desks: new Desks(database, jobs, versions),
    backups: new Backups(database, join(folder, 'backups')),
    verifications: new Verifications(database),
    kinds: new Set([...(Object.keys(handlers) as JobKind[]), 'tiles']),
    settings,
  };
}

/** Lets go of everything but the database. */
export async function closeServices({ queue, tiles, sites, statistics }: Services): Promise<void> {
  tiles.close();
  await sites.close();
  await statistics.close();
  await queue.close();
}
