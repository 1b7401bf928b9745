import { queryOptions } from '@tanstack/react-query';
import type { Answer } from '../../api/answers.ts';
import { answered, api } from '../../api/client.ts';

type Answered = Answer<'/api/v1/plans/{plan}/versions/{version}/statistics'>;
export type Statistics = Exclude<Answered, { readonly state: string }>;

/** Milliseconds between two questions while the server still computes. */
const PATIENCE = 1500;

/** Areas of a layer by township and class; waits while the server computes them the first time. */
export async function statistics(
  plan: string,
  version: number,
  layer: string,
  base: string | undefined,
  signal: AbortSignal,
): Promise<Statistics> {
  for (;;) {
    const answer = (await answered(
      api.GET('/api/v1/plans/{plan}/versions/{version}/statistics', {
        params: {
          path: { plan, version: String(version) },
          query: { layer, ...(base !== undefined && { base }) },
        },
        signal,
      }),
    )) as Statistics | { readonly state: string };
    if (!('state' in answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    signal.throwIfAborted();
  }
}

export const statisticsQuery = (plan: string, version: number, layer: string, base: string) =>
  queryOptions({
    queryKey: ['statistics', plan, version, layer, base],
    queryFn: ({ signal }) => statistics(plan, version, layer, base, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
