import { queryOptions } from '@tanstack/react-query';
import { ApiProblem } from '../api/api-problem.ts';
import type { LonLatBox } from './pane.ts';

/** Where the layers of a version lie, or of a side of a review. @param source its address */
export const boundsQuery = (source: string) =>
  queryOptions({
    queryKey: ['bounds', source],
    queryFn: async (): Promise<LonLatBox | null> => {
      const answer = await fetch(`${source}/tiles/all`).catch((cause: unknown) => {
        throw ApiProblem.unreachable(cause);
      });
      if (!answer.ok) throw ApiProblem.of(answer, await answer.json().catch(() => undefined));
      return ((await answer.json()) as { bounds?: LonLatBox }).bounds ?? null;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
