import {
  createAccount,
  disableAccount,
  enableAccount,
  endSessionsOf,
  listAccountsFor,
  roles,
  setPassword,
  verbs,
} from '@tuheng/store';
import { Type } from 'typebox';
import { actorOf, callerOf } from '../access/guard.ts';
import type { App } from '../app.ts';
import { problems } from '../http/answers.ts';
import { guessing } from '../http/rate-limit.ts';
import type { Services } from '../services.ts';
import { managedAccount, ownOrManagedAccount } from './account-reach.ts';
import {
  AccountDocument,
  AccountName,
  GrantBody,
  grantOf,
  ListedAccountDocument,
  Reason,
  ReasonQuery,
} from './account-schemas.ts';
import { grantRoutes, refuseRegion } from './grant-routes.ts';
import { identityRoutes } from './identity-routes.ts';
import { tokenRoutes } from './token-routes.ts';

const Password = Type.String({ minLength: 1, maxLength: 256, description: '密码' });

/** Accounts, for those who manage them; tokens also for their owners. */
export function accountRoutes(app: App, services: Services): void {
  const { database, rights } = services;
  const body = { verb: 'account.manage', on: 'body' } as const;
  const One = Type.Object({ account: AccountName });
  app.get(
    '/api/v1/roles',
    {
      config: { access: 'signed-in' },
      schema: {
        tags: ['账号'],
        summary: '全部角色和权限',
        response: {
          200: Type.Object({
            roles: Type.Array(
              Type.Object({ role: Type.String(), title: Type.String(), verbs: Type.Array(Type.String()) }),
            ),
            verbs: Type.Array(Type.Object({ verb: Type.String(), title: Type.String() })),
          }),
          ...problems,
        },
      },
    },
    () => ({
      roles: Object.entries(roles).map(([role, { title, verbs: own }]) => ({ role, title, verbs: [...own] })),
      verbs: Object.entries(verbs).map(([verb, title]) => ({ verb, title })),
    }),
  );
  app.get(
    '/api/v1/accounts',
    {
      config: { access: { verb: 'account.manage', on: 'some' } },
      schema: {
        tags: ['账号'],
        summary: '在自己管理的行政区有授权的账号',
        response: { 200: Type.Array(ListedAccountDocument), ...problems },
      },
    },
    async (request) => {
      const accounts = await listAccountsFor(database, callerOf(request));
      return accounts.map(({ grants, ...account }) => ({ ...account, grants: grants.map(grantOf) }));
    },
  );
  app.post(
    '/api/v1/accounts',
    {
      config: { access: body },
      schema: {
        tags: ['账号'],
        summary: '新建账号',
        body: Type.Object({
          name: AccountName,
          displayName: Type.String({ minLength: 1, maxLength: 64, description: '显示名' }),
          password: Type.Optional(Password),
          grants: Type.Array(GrantBody, { maxItems: 50 }),
          reason: Reason,
        }),
        response: { 201: AccountDocument, ...problems },
      },
    },
    async (request, reply) => {
      const { grants } = request.body;
      // An account without a grant belongs to no region: those who manage the whole tree make it.
      const regions = grants.length === 0 ? [null] : grants.map(({ region }) => region);
      for (const region of regions) await refuseRegion(services, callerOf(request), region);
      const account = await createAccount(database, actorOf(request), request.body);
      return reply.code(201).send(account);
    },
  );
  app.get(
    '/api/v1/accounts/:account',
    {
      config: { access: body },
      schema: {
        tags: ['账号'],
        summary: '一个账号',
        params: One,
        response: { 200: AccountDocument, ...problems },
      },
    },
    (request) => managedAccount(services, callerOf(request), request.params.account),
  );
  app.put(
    '/api/v1/accounts/:account/disabled',
    {
      config: { access: body },
      schema: {
        tags: ['账号'],
        summary: '停用账号（会话随即全部退出，令牌失效），或重新启用',
        params: One,
        body: Type.Object({ disabled: Type.Boolean(), reason: Reason }),
        response: { 200: AccountDocument, ...problems },
      },
    },
    async (request) => {
      const { name } = await managedAccount(services, callerOf(request), request.params.account);
      const { disabled, reason } = request.body;
      const change = disabled ? disableAccount : enableAccount;
      await change(database, actorOf(request), { account: name, reason });
      rights.forget();
      return managedAccount(services, callerOf(request), name);
    },
  );
  app.put(
    '/api/v1/accounts/:account/password',
    {
      config: { access: body, ...guessing },
      schema: {
        tags: ['账号'],
        summary: '重设密码，会话全部退出',
        params: One,
        body: Type.Object({ password: Password, reason: Reason }),
        response: { 204: Type.Null(), ...problems },
      },
    },
    async (request, reply) => {
      const { name } = await managedAccount(services, callerOf(request), request.params.account);
      await setPassword(database, actorOf(request), { account: name, ...request.body });
      rights.forget();
      return reply.code(204).send(null);
    },
  );
  app.delete(
    '/api/v1/accounts/:account/sessions',
    {
      config: { access: 'signed-in' },
      schema: {
        tags: ['账号'],
        summary: '退出账号（自己的，或所管理的）的全部会话',
        params: One,
        querystring: ReasonQuery,
        response: { 204: Type.Null(), ...problems },
      },
    },
    async (request, reply) => {
      const account = await ownOrManagedAccount(services, callerOf(request), request.params.account);
      await endSessionsOf(database, actorOf(request), { account, reason: request.query.reason });
      rights.forget();
      return reply.code(204).send(null);
    },
  );
  grantRoutes(app, services);
  tokenRoutes(app, services);
  identityRoutes(app, services);
}
