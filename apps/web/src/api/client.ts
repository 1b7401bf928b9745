import createClient from 'openapi-fetch';
import { ApiProblem } from './api-problem.ts';
import type { paths } from './schema.ts';

/** The server, as its OpenAPI document describes it (`schema.ts` is made from it by `npm run api-client`). */
export const api = createClient<paths>({ credentials: 'same-origin' });

/** Told when the server says that nobody is signed in: the session has ended. */
export const onSignedOut = new Set<() => void>();

/**
 * What the server answered.
 *
 * @throws ApiProblem with the server's code and sentence, or `web.unreachable` where it does not answer
 */
export async function answered<T>(
  asking: Promise<{ readonly data?: T; readonly error?: unknown; readonly response: Response }>,
): Promise<T> {
  const { data, error, response } = await asking.catch((cause: unknown) => {
    throw ApiProblem.unreachable(cause);
  });
  if (response.ok) return data as T;
  if (response.status === 401) for (const tell of onSignedOut) tell();
  throw ApiProblem.of(response, error);
}
