import { join } from 'node:path';
import { type Database, type JobQueue, openJobQueue } from '@tuheng/store';
import { createTilePool } from '@tuheng/tiles/node-pool';
import { Rights } from './access/rights.ts';
import { SiteJudge } from './compliance/site-judge.ts';
import { Metrics } from './health/metrics.ts';
import { HeldVersions } from './held-versions/held-versions.ts';
import type { ServerSettings } from './settings.ts';
import { TileDisk } from './tiles/tile-disk.ts';
import { TileService } from './tiles/tile-service.ts';

/** What the routes work with. */
export interface Services {
  readonly database: Database;
  readonly queue: JobQueue;
  readonly rights: Rights;
  readonly versions: HeldVersions;
  readonly tiles: TileService;
  readonly sites: SiteJudge;
  readonly metrics: Metrics;
  readonly settings: ServerSettings;
}

export async function openServices(
  database: Database,
  settings: ServerSettings,
  onTrouble: (error: Error) => void,
): Promise<Services> {
  const { folder, memoryBytes, tileThreads, tileDiskBytes } = settings;
  const metrics = new Metrics();
  const versions = new HeldVersions(database, memoryBytes);
  const pool = createTilePool(tileThreads);
  const disk = new TileDisk(join(folder, 'tiles'));
  await disk.trim(tileDiskBytes);
  return {
    database,
    queue: await openJobQueue(database, { onTrouble }),
    rights: new Rights(database),
    versions,
    tiles: new TileService({ versions, pool, disk, metrics }, memoryBytes),
    sites: new SiteJudge(versions),
    metrics,
    settings,
  };
}

/** Lets go of everything but the database. */
export async function closeServices({ queue, tiles, sites }: Services): Promise<void> {
  tiles.close();
  await sites.close();
  await queue.close();
}
