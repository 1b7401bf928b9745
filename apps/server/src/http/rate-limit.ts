import rateLimit from '@fastify/rate-limit';
import type { App } from '../app.ts';
import { Problem } from '../problems/problem.ts';
import type { ServerSettings } from '../settings.ts';

/** Requests a minute, of an account wherever it is, of strangers by address. Counted after the caller is known. */
export async function limitRate(
  app: App,
  { requestsPerMinute: { account, stranger } }: ServerSettings,
): Promise<void> {
  await app.register(rateLimit, {
    hook: 'preParsing',
    timeWindow: '1 minute',
    max: ({ caller }) => (caller ? account : stranger),
    keyGenerator: ({ caller, ip }) => (caller ? `account:${caller.account}` : ip),
    allowList: ({ routeOptions }) =>
      routeOptions.config.access === 'operator' || routeOptions.url?.startsWith('/health/') === true,
    errorResponseBuilder: (_, { after }) => new Problem('server.too-many-requests', { detail: after }),
  });
}

/** For routes at which secrets could be guessed: so many a minute from one address, whoever asks. */
export const guessing = {
  rateLimit: { max: 20, timeWindow: '1 minute', keyGenerator: ({ ip }: { ip: string }) => ip },
};
