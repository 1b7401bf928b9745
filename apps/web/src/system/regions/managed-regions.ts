import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';

/** The regions whose accounts one manages. */
export const managedRegionsQuery = queryOptions({
  queryKey: ['regions', 'account.manage'],
  queryFn: () => answered(api.GET('/api/v1/regions', { params: { query: { verb: 'account.manage' } } })),
  staleTime: Number.POSITIVE_INFINITY,
});
