import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a write that another site makes a browser send. Browsers say where a request comes from (Sec-Fetch-Site; Origin where that is missing);
 * programs say neither, and may then not use a cookie.
 *
 * @throws Problem server.cross-site
 */
export function refuseCrossSite(request: FastifyRequest, usesCookie: boolean): void {
  if (SAFE.has(request.method)) return;
  const { 'sec-fetch-site': site, origin } = request.headers;
  const isOwn =
    site !== undefined
      ? site === 'same-origin' || site === 'none'
      : origin !== undefined
        ? hostOf(origin) === request.host
        : !usesCookie;
  if (!isOwn) throw new Problem('server.cross-site');
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
