import { queryOptions } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { Session } from './answers.ts';
import { ApiProblem } from './api-problem.ts';
import { api, onSignedOut } from './client.ts';
import { queries } from './queries.ts';

/** Who is signed in; null for a stranger. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    const { data, error, response } = await api.GET('/api/v1/session').catch((cause: unknown) => {
      throw ApiProblem.unreachable(cause);
    });
    if (response.status === 204) return null;
    if (!data) throw ApiProblem.of(response, error);
    return data;
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** Asks whether the session still lasts; who shows what belongs to it is told where it does not, as by any other answer. */
export async function checkSession(): Promise<void> {
  const { response } = await api.GET('/api/v1/session');
  if (response.status === 204) for (const tell of onSignedOut) tell();
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is signed in. Only inside the shell, which lets nobody else in. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession outside the shell');
  return session;
}

/** Whether someone may do a thing, somewhere. The server decides; this only hides what would be refused. */
export function may({ grants, limits }: Session, verb: string): boolean {
  return grants.some(({ verbs }) => verbs.includes(verb)) && (limits?.verbs.includes(verb) ?? true);
}

/** Everything that was asked belongs to the one who asked: it goes with them. */
export function forgetSession(session: Session | null): void {
  // The query of the session itself stays, since the shell listens to it.
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
  queries.setQueryData(sessionQuery.queryKey, session);
}
