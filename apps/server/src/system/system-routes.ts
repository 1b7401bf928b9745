import { storeState } from '@tuheng/store';
import packageJson from '../../../../package.json' with { type: 'json' };
import type { App } from '../app.ts';
import { diskOf } from '../files/free-disk.ts';
import { problems } from '../http/answers.ts';
import type { Services } from '../services.ts';
import { SystemDocument } from './system-schemas.ts';

/** How the server is doing, for who runs it: nothing secret, and no place on its disk. */
export function systemRoutes(app: App, services: Services): void {
  const { database, settings, versions, tiles, backups, verifications } = services;
  app.get(
    '/api/v1/system',
    {
      config: { access: 'operator' },
      schema: {
        tags: ['运行状况'],
        summary: '版本、内存、数据库、磁盘、任务、缓存、备份和台账的现状（本机或管理员）',
        response: { 200: SystemDocument, ...problems },
      },
    },
    async () => {
      const { rss, heapUsed, heapTotal } = process.memoryUsage();
      const { database: about, jobs, chains } = await storeState(database);
      const [lastBackup = null] = await backups.list();
      return {
        version: packageJson.version,
        node: process.version,
        uptimeSeconds: Math.floor(process.uptime()),
        memory: { rss, heapUsed, heapTotal },
        database: about,
        disk: await diskOf(settings.folder),
        jobs,
        held: {
          layers: { ...versions.heldLayers, room: settings.memoryBytes },
          tiles: tiles.heldTiles,
          tilesOnDisk: { bytes: tiles.diskBytes ?? null, room: settings.tileDiskBytes },
        },
        backup: { writing: backups.isWriting, last: lastBackup },
        ledger: {
          chains: [...chains],
          rows: chains.reduce((sum, { rows }) => sum + rows, 0),
          lastVerification: verifications.last ?? null,
        },
      };
    },
  );
}
