import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answered, api } from '../api/client.ts';
import type { Basemap } from './scene.ts';

/** The map under the layers, where the administrator has named one. */
export const basemapQuery = queryOptions({
  queryKey: ['basemap'],
  queryFn: async (): Promise<Omit<Basemap, 'opacity'> | null> => {
    const { available, attribution } = await answered(api.GET('/api/v1/basemap'));
    return available ? { tiles: '/api/v1/basemap/{z}/{x}/{y}', attribution } : null;
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** The map under the layers as it is to be drawn; undefined where there is none, or nothing of it is to be seen. */
export function useBasemap(opacity = 1): Basemap | undefined {
  const { data } = useQuery(basemapQuery);
  return useMemo(() => (data && opacity > 0 ? { ...data, opacity } : undefined), [data, opacity]);
}
