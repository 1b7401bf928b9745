import { queryOptions } from '@tanstack/react-query';
import type { Answer } from '../../api/answers.ts';
import { answered, api } from '../../api/client.ts';

export type Identified = Answer<'/api/v1/plans/{plan}/versions/{version}/identify'>['features'][number];

/** All features under a point, of all layers of a version. */
export const identifyQuery = (plan: string, version: number, [lon, lat]: readonly [number, number]) =>
  queryOptions({
    queryKey: ['identify', plan, version, lon, lat],
    queryFn: async ({ signal }) => {
      const { features } = await answered(
        api.GET('/api/v1/plans/{plan}/versions/{version}/identify', {
          params: { path: { plan, version: String(version) }, query: { lon, lat, layers: 'all' } },
          signal,
        }),
      );
      return features;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
