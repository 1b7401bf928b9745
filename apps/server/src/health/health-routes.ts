import { setTimeout } from 'node:timers/promises';
import { Type } from 'typebox';
import type { App } from '../app.ts';
import { Problem } from '../problems/problem.ts';
import type { Services } from '../services.ts';

/** Milliseconds that the database may take to say that it is there. */
const PATIENCE = 2000;

/** Whether the process lives, whether it can answer, and figures for Prometheus. */
export function healthRoutes(app: App, { database, metrics }: Services): void {
  const State = Type.Object({ state: Type.String() });
  app.get(
    '/health/live',
    {
      config: { access: 'anyone' },
      schema: { tags: ['运行状况'], summary: '进程是否在运行', response: { 200: State } },
    },
    () => ({ state: 'live' }),
  );
  app.get(
    '/health/ready',
    {
      config: { access: 'anyone' },
      schema: { tags: ['运行状况'], summary: '能否回答请求（数据库可用）', response: { 200: State } },
    },
    async () => {
      const late = new AbortController();
      const answered = await Promise.race([
        database.query('SELECT 1').then(
          () => true,
          () => false,
        ),
        setTimeout(PATIENCE, false, { signal: late.signal }),
      ]);
      late.abort();
      if (!answered) throw new Problem('server.not-ready');
      return { state: 'ready' };
    },
  );
  app.get(
    '/metrics',
    {
      config: { access: 'operator' },
      schema: { tags: ['运行状况'], summary: 'Prometheus 指标（本机或管理员）', produces: ['text/plain'] },
    },
    async (_, reply) => reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
