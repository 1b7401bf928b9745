import { useQueries } from '@tanstack/react-query';
import { type Look, lookQuery } from './look.ts';

/** How the layers of some sources are drawn, as far as the server has told. */
export function useLooks(sources: readonly string[]): ReadonlyMap<string, Look> {
  return useQueries({
    queries: [...new Set(sources)].map(lookQuery),
    combine: (results) =>
      new Map(results.flatMap(({ data }, i) => (data ? [[[...new Set(sources)][i]!, data] as const] : []))),
  });
}
