import { queryOptions } from '@tanstack/react-query';
import type { Answer } from '../../api/answers.ts';
import { answered, api } from '../../api/client.ts';

export type ListedAccount = Answer<'/api/v1/accounts'>[number];
export type Grant = ListedAccount['grants'][number];
export type Roles = Answer<'/api/v1/roles'>;
export type Token = Answer<'/api/v1/accounts/{account}/tokens'>[number];
export type Identity = Answer<'/api/v1/accounts/{account}/identities'>[number];

/** The accounts that one manages, with what each may do where. */
export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: () => answered(api.GET('/api/v1/accounts')),
});

/** All roles and all that can be allowed, with their names. */
export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: () => answered(api.GET('/api/v1/roles')),
  staleTime: Number.POSITIVE_INFINITY,
});

export const tokensQuery = (account: string) =>
  queryOptions({
    queryKey: ['accounts', account, 'tokens'],
    queryFn: () => answered(api.GET('/api/v1/accounts/{account}/tokens', { params: { path: { account } } })),
  });

export const identitiesQuery = (account: string) =>
  queryOptions({
    queryKey: ['accounts', account, 'identities'],
    queryFn: () =>
      answered(api.GET('/api/v1/accounts/{account}/identities', { params: { path: { account } } })),
  });
