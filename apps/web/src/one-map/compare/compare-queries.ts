import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';

/** Versions that are compared: of one plan, the earlier first. */
export interface Pair {
  readonly plan: string;
  readonly from: number;
  readonly to: number;
}

const versions = ({ from, to }: Pair) => ({ from: String(from), to: String(to) });

/** How many features of each layer differ. */
export const differencesQuery = (pair: Pair) =>
  queryOptions({
    queryKey: ['compare', pair],
    queryFn: () =>
      answered(
        api.GET('/api/v1/plans/{plan}/compare', {
          params: { path: { plan: pair.plan }, query: versions(pair) },
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The features of a layer that differ, the largest first. */
export const differingQuery = (pair: Pair, layer: string, limit: number) =>
  queryOptions({
    queryKey: ['compare', pair, layer, limit],
    queryFn: () =>
      answered(
        api.GET('/api/v1/plans/{plan}/compare/{layer}', {
          params: { path: { plan: pair.plan, layer }, query: { ...versions(pair), limit, offset: 0 } },
        }),
      ),
    placeholderData: (last) => last,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Their shapes. */
export const differingShapesQuery = (pair: Pair, layer: string) =>
  queryOptions({
    queryKey: ['compare-shapes', pair, layer],
    queryFn: () =>
      answered(
        api.GET('/api/v1/plans/{plan}/compare/{layer}/shapes', {
          params: { path: { plan: pair.plan, layer }, query: versions(pair) },
        }),
      ) as Promise<unknown>,
    staleTime: Number.POSITIVE_INFINITY,
  });
