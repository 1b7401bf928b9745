import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import type { Basemap } from './scene.ts';

/** The map under the layers, where the administrator has named one. */
export const basemapQuery = queryOptions({
  queryKey: ['basemap'],
  queryFn: async (): Promise<Basemap | null> => {
    const { available, attribution } = await answered(api.GET('/api/v1/basemap'));
    return available ? { tiles: '/api/v1/basemap/{z}/{x}/{y}', attribution } : null;
  },
  staleTime: Number.POSITIVE_INFINITY,
});
