import { join } from 'node:path';
import type { App } from '../app.ts';
import type { Services } from '../services.ts';
import { removeOld } from './remove-old.ts';

/** Milliseconds. */
const HOUR = 3_600_000;

/** Removes files that are no longer wanted, at the start and every hour until the application closes. */
export function keepHouse(app: App, { uploads, files, jobs, tiles, settings }: Services): void {
  const tidy = (): void => {
    const all = [
      uploads.removeExpired(),
      files.removeExpired(),
      jobs.removeExpired(),
      tiles.trimDisk(),
      removeOld(join(settings.folder, 'temporary'), 1),
    ];
    for (const one of all) one.catch((err: unknown) => app.log.error({ err }, 'housekeeping'));
  };
  tidy();
  const timer = setInterval(tidy, HOUR);
  timer.unref();
  app.addHook('onClose', async () => clearInterval(timer));
}
