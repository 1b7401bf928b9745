import { endApiToken, issueApiToken, listApiTokens, StoreError } from '@tuheng/store';
import { Type } from 'typebox';
import { actorOf, callerOf } from '../access/guard.ts';
import type { App } from '../app.ts';
import { problems } from '../http/answers.ts';
import type { Services } from '../services.ts';
import { ownOrManagedAccount, refuseToken } from './account-reach.ts';
import { AccountName, ReasonQuery, RegionCode, TokenDocument, VerbName } from './account-schemas.ts';

/** Tokens by which programs act for an account: everybody looks after their own, administrators after all of theirs. */
export function tokenRoutes(app: App, services: Services): void {
  const { database, rights } = services;
  const One = Type.Object({ account: AccountName });
  app.get(
    '/api/v1/accounts/:account/tokens',
    {
      config: { access: 'signed-in' },
      schema: {
        tags: ['账号'],
        summary: '账号的令牌（不含令牌本身）',
        params: One,
        response: { 200: Type.Array(TokenDocument), ...problems },
      },
    },
    async (request) => {
      const { name } = await ownOrManagedAccount(services, callerOf(request), request.params.account);
      return (await listApiTokens(database, name)).map((token) => ({ ...token, verbs: [...token.verbs] }));
    },
  );
  app.post(
    '/api/v1/accounts/:account/tokens',
    {
      config: { access: 'signed-in' },
      schema: {
        tags: ['账号'],
        summary: '签发令牌；令牌本身只在此处给出一次',
        params: One,
        body: Type.Object({
          title: Type.String({ minLength: 1, maxLength: 100, description: '用途' }),
          verbs: Type.Array(VerbName, { minItems: 1 }),
          region: RegionCode,
          days: Type.Integer({ minimum: 1, maximum: 366, description: '有效天数' }),
        }),
        response: {
          201: Type.Interface([TokenDocument], { secret: Type.String({ description: '令牌' }) }),
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      refuseToken(caller);
      const { name } = await ownOrManagedAccount(services, caller, request.params.account);
      const token = await issueApiToken(database, actorOf(request), { account: name, ...request.body });
      return reply.code(201).send({ ...token, verbs: [...token.verbs] });
    },
  );
  app.delete(
    '/api/v1/accounts/:account/tokens/:token',
    {
      config: { access: 'signed-in' },
      schema: {
        tags: ['账号'],
        summary: '收回令牌',
        params: Type.Object({ account: AccountName, token: Type.Integer() }),
        querystring: ReasonQuery,
        response: { 204: Type.Null(), ...problems },
      },
    },
    async (request, reply) => {
      const { account, token } = request.params;
      const { name } = await ownOrManagedAccount(services, callerOf(request), account);
      const tokens = await listApiTokens(database, name);
      if (!tokens.some(({ id }) => id === token)) throw new StoreError('store.no-token', String(token));
      await endApiToken(database, actorOf(request), { token, reason: request.query.reason });
      rights.forget();
      return reply.code(204).send(null);
    },
  );
}
