import cookie from '@fastify/cookie';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { LogController } from 'fastify';
import { type GuardedRoute, guard } from './access/guard.ts';
import { accountRoutes } from './accounts/account-routes.ts';
import type { App } from './app.ts';
import { backupRoutes } from './backups/backup-routes.ts';
import { basemapRoutes } from './basemap/basemap-routes.ts';
import { comparisonRoutes } from './comparison/comparison-routes.ts';
import { complianceRoutes } from './compliance/compliance-routes.ts';
import { siteGeometryRoutes } from './compliance/site-geometry-routes.ts';
import { deskRoutes } from './desk/desk-routes.ts';
import { sidePlace } from './desk/side-place.ts';
import { exportRoutes } from './exports/export-routes.ts';
import { healthRoutes } from './health/health-routes.ts';
import { securityHeaders } from './http/headers.ts';
import { styleSheet } from './http/html-page.ts';
import { observe } from './http/observe.ts';
import { limitRate } from './http/rate-limit.ts';
import { identifyRoutes } from './identify/identify-routes.ts';
import { jobRoutes } from './jobs/job-routes.ts';
import { layerQueryRoutes } from './layer-query/layer-query-routes.ts';
import { layerRoutes } from './layers/layer-routes.ts';
import { ledgerRoutes } from './ledger/ledger-routes.ts';
import { noticeRoutes } from './notices/notice-routes.ts';
import { ogcRoutes } from './ogc/ogc-routes.ts';
import { oneTimeLinkRoutes } from './one-time-links/one-time-link-routes.ts';
import { docsPrefix, openapi } from './openapi/openapi.ts';
import { planRoutes } from './plans/plan-routes.ts';
import { versionPlace } from './plans/version-place.ts';
import { answerNotFound, answerProblem } from './problems/answer-problem.ts';
import { ProblemSchema } from './problems/problem-document.ts';
import { problemRoutes } from './problems/problem-routes.ts';
import { regionRoutes } from './regions/region-routes.ts';
import { remarkRoutes } from './remarks/remark-routes.ts';
import { ruleRoutes } from './rules/rule-routes.ts';
import { thresholdRoutes } from './rules/threshold-routes.ts';
import { selectionRoutes } from './selections/selection-routes.ts';
import type { Services } from './services.ts';
import { sessionRoutes } from './sessions/session-routes.ts';
import type { ServerSettings } from './settings.ts';
import { signOnRoutes } from './sign-on/sign-on-routes.ts';
import { statisticsRoutes } from './statistics/statistics-routes.ts';
import { systemRoutes } from './system/system-routes.ts';
import { tileRoutes } from './tiles/tile-routes.ts';
import { uploadRoutes } from './uploads/upload-routes.ts';
import { assetsPrefix, workspaceRoutes } from './workspace/workspace-routes.ts';

/** Bytes of a request's body where a route does not say otherwise. */
const BODY = 1 << 20;
/** Milliseconds to send a request whole; uploads come in pieces. */
const PATIENCE = 120_000;

/** The server before it has anything to serve: how it reads requests and writes its log. */
export function bareApplication({ tls, trustedProxies, logLevel }: ServerSettings): App {
  const options = {
    bodyLimit: BODY,
    requestTimeout: PATIENCE,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    // Requests are logged by `observe`, without what belongs to people.
    logController: new LogController({ disableRequestLogging: true }),
    // Standard output is for who started the server.
    logger: { level: logLevel, stream: process.stderr, base: null, serializers: { req: () => ({}) } },
    genReqId: () => crypto.randomUUID(),
    routerOptions: { maxParamLength: 200 },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: 'array' } },
  } as const;
  const app =
    tls === undefined
      ? fastify(options)
      : fastify({
          ...options,
          https: { key: tls.key, cert: tls.certificate, minVersion: 'TLSv1.2' as const },
        });
  return app.withTypeProvider<TypeBoxTypeProvider>() as unknown as App;
}

/** Everything the server answers. A capability is a folder with its routes. @returns all routes and who may ask them */
export async function serveAll(app: App, services: Services): Promise<readonly GuardedRoute[]> {
  const { settings, rights, metrics } = services;
  app.setErrorHandler(answerProblem);
  observe(app, metrics);
  await app.register(cookie);
  const routes = guard(app, rights, [docsPrefix, assetsPrefix]);
  await limitRate(app, settings);
  await securityHeaders(app, settings.tls !== undefined);
  app.setNotFoundHandler(answerNotFound);
  app.addSchema(ProblemSchema);
  await openapi(app);
  app.get('/style.css', { config: { access: 'anyone' }, schema: { hide: true } }, (_, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(styleSheet),
  );
  await workspaceRoutes(app, services);
  await oneTimeLinkRoutes(app);
  problemRoutes(app);
  healthRoutes(app, services);
  sessionRoutes(app, services);
  planRoutes(app, services);
  uploadRoutes(app, services);
  exportRoutes(app, services);
  identifyRoutes(app, services);
  layerQueryRoutes(app, services);
  selectionRoutes(app, services);
  statisticsRoutes(app, services);
  comparisonRoutes(app, services);
  jobRoutes(app, services);
  signOnRoutes(app, services);
  accountRoutes(app, services);
  regionRoutes(app, services);
  ruleRoutes(app, services);
  thresholdRoutes(app, services);
  ledgerRoutes(app, services);
  backupRoutes(app, services);
  for (const place of [versionPlace(services), sidePlace(services)]) {
    layerRoutes(app, services, place);
    tileRoutes(app, services, place);
  }
  deskRoutes(app, services);
  remarkRoutes(app, services);
  noticeRoutes(app, services);
  systemRoutes(app, services);
  basemapRoutes(app, services);
  complianceRoutes(app, services);
  siteGeometryRoutes(app);
  ogcRoutes(app, services);
  return routes;
}
