import { type Actor, type Caller, StoreError } from '@tuheng/store';
import type { FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import { Problem } from '../problems/problem.ts';
import type { Access } from './access.ts';
import type { Rights } from './rights.ts';
import { refuseCrossSite } from './same-origin.ts';
import { sessionTokenOf } from './session-cookie.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; undefined for a stranger. */
    caller: Caller | undefined;
  }
}

/** A route and who may ask it. */
export interface GuardedRoute {
  readonly method: string;
  readonly url: string;
  readonly access: Access;
}

/**
 * Finds out who asks, and answers no request whose route does not let them.
 *
 * @param publicPrefixes of routes that libraries make, and anyone may ask
 * @returns every route, as they are added
 */
export function guard(app: App, rights: Rights, publicPrefixes: readonly string[]): readonly GuardedRoute[] {
  const routes: GuardedRoute[] = [];
  app.decorateRequest('caller', undefined);
  app.addHook('onRoute', (route) => {
    const { config, method, url } = route;
    if (publicPrefixes.some((prefix) => url.startsWith(prefix)))
      route.config = { ...config, access: 'anyone' };
    else if (config?.access === undefined)
      throw new Error(`${String(method)} ${url} does not say who may ask it`);
    for (const one of [method].flat()) routes.push({ method: one, url, access: route.config!.access! });
  });
  app.addHook('onRequest', async (request) => {
    const secret = bearerOf(request);
    const session = secret === undefined ? sessionTokenOf(request) : undefined;
    refuseCrossSite(request, session !== undefined);
    request.caller =
      secret !== undefined
        ? await rights.callerOfApiToken(secret)
        : session !== undefined
          ? await rights.callerOfSession(session)
          : undefined;
    // A token that is none must not read as a stranger what it was refused.
    if (secret !== undefined && !request.caller) throw new Problem('server.not-signed-in');
    const { access } = request.routeOptions.config;
    // Addresses that are no route.
    if (access !== undefined) await refuse(request, access, rights);
  });
  return routes;
}

async function refuse(request: FastifyRequest, access: Access, rights: Rights): Promise<void> {
  if (access === 'anyone') return;
  const { caller } = request;
  if (access === 'operator') {
    if (isLocal(request)) return;
    if (!caller) throw new Problem('server.not-signed-in');
    if (!(await rights.mayDo(caller, 'account.manage', null))) throw new Problem('server.forbidden');
    return;
  }
  if (!caller) throw new Problem('server.not-signed-in');
  if (access === 'signed-in' || access.on === 'body' || access.on === 'some') return;
  if (access.on === 'tree') {
    if (!(await rights.mayDo(caller, access.verb, null))) throw new Problem('server.forbidden');
    return;
  }
  if (access.on === 'region') {
    const { region } = request.params as { region: string };
    if (!(await rights.mayDo(caller, access.verb, region))) throw new Problem('server.forbidden');
    return;
  }
  const { plan } = request.params as { plan: string };
  if (await rights.mayDoWithPlan(caller, access.verb, plan)) return;
  // A plan that one may not read is answered as one that does not exist.
  if (!(await rights.mayDoWithPlan(caller, 'plan.read', plan))) throw new StoreError('store.no-plan', plan);
  throw new Problem('server.forbidden');
}

/** Straight from this machine: nobody passed it on. */
function isLocal({ socket, headers }: FastifyRequest): boolean {
  const { remoteAddress } = socket;
  const isLoopback =
    remoteAddress === '127.0.0.1' || remoteAddress === '::1' || remoteAddress === '::ffff:127.0.0.1';
  return isLoopback && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;
}

/** The API token of a request: as bearer (RFC 6750), or as the password of Basic for GIS clients that know nothing else. */
function bearerOf({ headers: { authorization } }: FastifyRequest): string | undefined {
  if (authorization === undefined) return undefined;
  const [scheme = '', value = ''] = authorization.split(' ', 2);
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return value;
    case 'basic':
      return Buffer.from(value, 'base64').toString('utf8').split(':').slice(1).join(':');
    default:
      throw new Problem('server.not-signed-in', { detail: scheme });
  }
}

/** Who asks a route that lets no stranger in. @throws Problem server.not-signed-in */
export function callerOf({ caller }: FastifyRequest): Caller {
  if (!caller) throw new Problem('server.not-signed-in');
  return caller;
}

/** Who writes, for the ledger. @throws Problem server.not-signed-in */
export function actorOf(request: FastifyRequest): Actor {
  return { name: callerOf(request).name, origin: request.ip };
}
