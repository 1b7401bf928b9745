import { type Database, type JobWorker, startWorker } from '@tuheng/store';
import type { GuardedRoute } from './access/guard.ts';
import { bareApplication, serveAll } from './application.ts';
import { keepHouse } from './files/housekeeping.ts';
import { type JobWork, onServerFiles } from './jobs/job-work.ts';
import { closeServices, openServices, type Services } from './services.ts';
import type { ServerSettings } from './settings.ts';
import { thenTiles, tileHandler } from './tiles/tile-job.ts';

/** Seconds that requests and jobs under way have to end when the server stops; then requests are cut off and jobs given back to the queue. */
const GRACE = 20;
/** Milliseconds between two looks for connections that have nothing to do any more, while the server stops. */
const IDLE = 100;

export interface RunningServer {
  /** `http://127.0.0.1:8080` */
  readonly address: string;
  /** Everything it answers. */
  readonly routes: readonly GuardedRoute[];
  readonly services: Services;
  /** Takes no more requests, answers those under way (after so many seconds they are cut off), and lets go of everything but the database. */
  stop(graceSeconds?: number): Promise<void>;
}

/**
 * Starts to serve what a database holds. The database stays the caller's.
 *
 * @param work what is done with jobs; without it none are taken but those for tiles
 */
export async function startServer(
  database: Database,
  settings: ServerSettings,
  work: JobWork = { handlers: {} },
): Promise<RunningServer> {
  const app = bareApplication(settings);
  const { handlers, ...options } = work;
  const services = await openServices(database, settings, handlers, (err) =>
    app.log.error({ err }, 'job queue'),
  );
  let worker: JobWorker | undefined;
  const stop = async (graceSeconds = GRACE): Promise<void> => {
    const late = setTimeout(() => app.server.closeAllConnections(), graceSeconds * 1000);
    // A connection whose last request was answered meanwhile would be kept open for the next one.
    const idle = setInterval(() => app.server.closeIdleConnections(), IDLE);
    await Promise.all([app.close(), worker?.stop(graceSeconds)]);
    clearTimeout(late);
    clearInterval(idle);
    await closeServices(services);
  };
  try {
    const routes = await serveAll(app, services);
    keepHouse(app, services);
    worker = await startWorker(services.queue, handlersOf(services, handlers), options);
    const address = await app.listen({ host: settings.host, port: settings.port });
    return { address, routes, services, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the server does with jobs: those given, on its own files, and the tiles of what they publish. */
function handlersOf(services: Services, given: JobWork['handlers']): JobWork['handlers'] {
  const handlers = onServerFiles(services.jobs, given);
  return {
    ...handlers,
    ...(handlers.import && { import: thenTiles(services, handlers.import) }),
    ...(handlers.publish && { publish: thenTiles(services, handlers.publish) }),
    tiles: tileHandler(services),
  };
}
