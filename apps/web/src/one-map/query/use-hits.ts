import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answered, api } from '../../api/client.ts';
import type { Marks } from '../../map/scene.ts';
import type { PlacedLayer } from '../use-one-map.ts';
import { bodyOf } from './query-body.ts';
import type { QuerySpec } from './query-spec.ts';

/** What a question found, to be lit on the map. */
export function useHits(
  spec: QuerySpec | undefined,
  layer: PlacedLayer | undefined,
  regions: PlacedLayer | undefined,
): readonly Marks[] {
  const { data } = useQuery({
    queryKey: ['hits', layer?.source, layer?.code, spec],
    enabled: spec !== undefined && layer !== undefined,
    queryFn: async () => {
      const { all } = await answered(
        api.POST('/api/v1/plans/{plan}/versions/{version}/layers/{layer}/query', {
          params: { path: { plan: layer!.plan, version: String(layer!.version), layer: layer!.code } },
          body: { ...(await bodyOf(spec!, layer!, regions)), fields: [], limit: 1, ids: true },
        }),
      );
      return all ?? [];
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(
    () => (spec && layer && data ? [{ source: layer.source, code: layer.code, ids: data }] : []),
    [spec, layer, data],
  );
}
