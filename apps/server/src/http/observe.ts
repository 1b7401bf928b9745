import type { App } from '../app.ts';
import type { Metrics } from '../health/metrics.ts';

/** Counts and logs every request: route pattern, status and time; no address, no name, nothing of what was asked for. */
export function observe(app: App, metrics: Metrics): void {
  app.addHook('onRequest', async () => {
    metrics.requestBegan();
  });
  app.addHook(
    'onResponse',
    async ({ method, routeOptions: { url = '-' }, log }, { statusCode, elapsedTime }) => {
      metrics.requestEnded(method, url, statusCode, elapsedTime / 1000);
      log.info({ method, route: url, status: statusCode, ms: Math.round(elapsedTime * 10) / 10 }, 'answered');
    },
  );
}
