import type { Database } from '@tuheng/store';
import { bareApplication, serveAll } from './application.ts';
import { openServices, type Services } from './services.ts';
import type { ServerSettings } from './settings.ts';

/** Seconds. */
const GRACE = 20;

export interface RunningServer {
  /** `http://127.0.0.1:8080` */
  readonly address: string;
  readonly services: Services;
  /** Takes no more requests, answers those under way (after so many seconds they are cut off), and lets go of everything but the database. */
  stop(graceSeconds?: number): Promise<void>;
}

/** Starts to serve what a database holds. The database stays the caller's. */
export async function startServer(database: Database, settings: ServerSettings): Promise<RunningServer> {
  const app = bareApplication(settings);
  const services = await openServices(database, settings, (err) => app.log.error({ err }, 'job queue'));
  try {
    await serveAll(app, services);
    const address = await app.listen({ host: settings.host, port: settings.port });
    return {
      address,
      services,
      stop: async (graceSeconds = GRACE) => {
        const late = setTimeout(() => app.server.closeAllConnections(), graceSeconds * 1000);
        await app.close();
        clearTimeout(late);
        await services.queue.close();
      },
    };
  } catch (error) {
    await services.queue.close();
    throw error;
  }
}
