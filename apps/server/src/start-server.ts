import type { Database } from '@tuheng/store';
import { bareApplication, serveAll } from './application.ts';
import { openServices, type Services } from './services.ts';
import type { ServerSettings } from './settings.ts';

export interface RunningServer {
  /** `http://127.0.0.1:8080` */
  readonly address: string;
  readonly services: Services;
  /** Takes no more requests, answers those under way, and lets go of everything but the database. */
  stop(): Promise<void>;
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
      stop: async () => {
        await app.close();
        await services.queue.close();
      },
    };
  } catch (error) {
    await services.queue.close();
    throw error;
  }
}
