import type { App } from '../app.ts';
import type { Services } from '../services.ts';

/** Milliseconds. */
const HOUR = 3_600_000;

/** Removes files that are no longer wanted, at the start and every hour until the application closes. */
export function keepHouse(app: App, { uploads, exports, jobs }: Services): void {
  const tidy = (): void => {
    for (const files of [uploads, exports, jobs])
      files.removeExpired().catch((err: unknown) => app.log.error({ err }, 'housekeeping'));
  };
  tidy();
  const timer = setInterval(tidy, HOUR);
  timer.unref();
  app.addHook('onClose', async () => clearInterval(timer));
}
