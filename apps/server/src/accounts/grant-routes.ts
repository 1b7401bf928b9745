import { type Caller, endGrant, findAccount, grantRole, listGrants, mayDo, StoreError } from '@tuheng/store';
import { Type } from 'typebox';
import { actorOf, callerOf } from '../access/guard.ts';
import type { App } from '../app.ts';
import { problems } from '../http/answers.ts';
import { Problem } from '../problems/problem.ts';
import type { Services } from '../services.ts';
import { managedAccount, ownOrManagedAccount } from './account-reach.ts';
import { AccountName, GrantBody, GrantDocument, grantOf, Reason, ReasonQuery } from './account-schemas.ts';

/** What accounts may do where. */
export function grantRoutes(app: App, services: Services): void {
  const { database, rights } = services;
  const access = { verb: 'account.manage', on: 'body' } as const;
  const One = Type.Object({ account: AccountName });
  app.get(
    '/api/v1/accounts/:account/grants',
    {
      config: { access: 'signed-in' },
      schema: {
        tags: ['账号'],
        summary: '账号的授权',
        params: One,
        response: { 200: Type.Array(GrantDocument), ...problems },
      },
    },
    async (request) => {
      const { id } = await ownOrManagedAccount(services, callerOf(request), request.params.account);
      return (await listGrants(database, id)).map(grantOf);
    },
  );
  app.post(
    '/api/v1/accounts/:account/grants',
    {
      config: { access },
      schema: {
        tags: ['账号'],
        summary: '授予角色',
        params: One,
        body: Type.Interface([GrantBody], { reason: Reason }),
        response: { 201: GrantDocument, ...problems },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const account = await managedAccount(services, caller, request.params.account);
      await refuseRegion(services, caller, request.body.region);
      const grant = await grantRole(database, actorOf(request), { account, ...request.body });
      rights.forget();
      return reply.code(201).send(grantOf(grant));
    },
  );
  app.delete(
    '/api/v1/accounts/:account/grants/:grant',
    {
      config: { access },
      schema: {
        tags: ['账号'],
        summary: '收回授权',
        params: Type.Object({ account: AccountName, grant: Type.Integer() }),
        querystring: ReasonQuery,
        response: { 204: Type.Null(), ...problems },
      },
    },
    async (request, reply) => {
      const { account, grant } = request.params;
      const grants = await listGrants(database, (await findAccount(database, account)).id);
      const found = grants.find(({ id }) => id === grant);
      // Who looks after a region takes back any grant on it, also of an account that reaches further.
      if (!found || !(await mayDo(database, callerOf(request), 'account.manage', found.region)))
        throw new StoreError('store.no-grant', String(grant));
      await endGrant(database, actorOf(request), { grant, reason: request.query.reason });
      rights.forget();
      return reply.code(204).send(null);
    },
  );
}

/** @throws Problem server.forbidden where a caller does not manage the accounts of a region */
export async function refuseRegion(
  { database }: Services,
  caller: Caller,
  region: string | null,
): Promise<void> {
  if (!(await mayDo(database, caller, 'account.manage', region)))
    throw new Problem('server.forbidden', { detail: region ?? '全部行政区' });
}
