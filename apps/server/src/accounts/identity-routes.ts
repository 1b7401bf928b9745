import {
  endExternalIdentity,
  listExternalIdentities,
  registerExternalIdentity,
  StoreError,
} from '@tuheng/store';
import { Type } from 'typebox';
import { actorOf, callerOf } from '../access/guard.ts';
import type { App } from '../app.ts';
import { problems } from '../http/answers.ts';
import type { Services } from '../services.ts';
import { managedAccount } from './account-reach.ts';
import { AccountName, IdentityDocument, Reason, ReasonQuery } from './account-schemas.ts';

/** Who an account is at an identity provider. */
export function identityRoutes(app: App, services: Services): void {
  const { database, rights } = services;
  const access = { verb: 'account.manage', on: 'body' } as const;
  const One = Type.Object({ account: AccountName });
  app.get(
    '/api/v1/accounts/:account/identities',
    {
      config: { access },
      schema: {
        tags: ['账号'],
        summary: '账号登记的统一身份',
        params: One,
        response: { 200: Type.Array(IdentityDocument), ...problems },
      },
    },
    async (request) => {
      const { name } = await managedAccount(services, callerOf(request), request.params.account);
      return listExternalIdentities(database, name);
    },
  );
  app.post(
    '/api/v1/accounts/:account/identities',
    {
      config: { access },
      schema: {
        tags: ['账号'],
        summary: '登记统一身份，此人即可由统一身份认证登录',
        params: One,
        body: Type.Object({
          issuer: Type.String({ minLength: 1, maxLength: 500, description: '统一身份认证服务的 issuer' }),
          identifier: Type.String({ minLength: 1, maxLength: 200, description: '在那里的账号' }),
          reason: Reason,
        }),
        response: { 201: IdentityDocument, ...problems },
      },
    },
    async (request, reply) => {
      const { name } = await managedAccount(services, callerOf(request), request.params.account);
      const identity = await registerExternalIdentity(database, actorOf(request), {
        account: name,
        ...request.body,
      });
      return reply.code(201).send(identity);
    },
  );
  app.delete(
    '/api/v1/accounts/:account/identities/:identity',
    {
      config: { access },
      schema: {
        tags: ['账号'],
        summary: '注销统一身份',
        params: Type.Object({ account: AccountName, identity: Type.Integer() }),
        querystring: ReasonQuery,
        response: { 204: Type.Null(), ...problems },
      },
    },
    async (request, reply) => {
      const { account, identity } = request.params;
      const { name } = await managedAccount(services, callerOf(request), account);
      const identities = await listExternalIdentities(database, name);
      if (!identities.some(({ id }) => id === identity))
        throw new StoreError('store.no-identity', String(identity));
      await endExternalIdentity(database, actorOf(request), { identity, reason: request.query.reason });
      rights.forget();
      return reply.code(204).send(null);
    },
  );
}
