import {
  type Caller,
  changePassword,
  type Database,
  endSession,
  findAccount,
  listGrants,
  type OpenedSession,
  redeemFirstAdministrator,
  redeemRecovery,
  roles,
  signIn,
} from '@tuheng/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { callerOf } from '../access/guard.ts';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from '../access/session-cookie.ts';
import type { App } from '../app.ts';
import { nullable, problems } from '../http/answers.ts';
import { guessing } from '../http/rate-limit.ts';
import type { Services } from '../services.ts';

const Name = Type.String({ minLength: 1, maxLength: 64, description: '账号名' });
const Password = Type.String({ minLength: 1, maxLength: 256, description: '密码' });

const Session = Type.Object({
  name: Type.String({ description: '账号名' }),
  displayName: Type.String({ description: '显示名' }),
  grants: Type.Array(
    Type.Object({
      role: Type.String({ description: '角色' }),
      title: Type.String({ description: '角色的名称' }),
      region: nullable(Type.String({ description: '行政区代码；null 为全部' })),
      regionName: nullable(Type.String({ description: '行政区的名称；全部时为 null' })),
      verbs: Type.Array(Type.String(), { description: '可以做的事' }),
    }),
  ),
  /** Present for a token: what it may do at most. */
  limits: Type.Optional(Type.Object({ verbs: Type.Array(Type.String()), region: nullable(Type.String()) })),
});

/** Signing in and out, who one is, and the first administrator. */
export function sessionRoutes(app: App, { database, rights }: Services): void {
  const begin = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { token, caller }: OpenedSession,
  ): Promise<Static<typeof Session>> => {
    rights.forget();
    setSessionCookie(request, reply, token);
    return sessionOf(database, caller);
  };
  app.post(
    '/api/v1/session',
    {
      config: { access: 'anyone', ...guessing },
      schema: {
        tags: ['会话'],
        summary: '登录，得到会话 Cookie',
        body: Type.Object({ name: Name, password: Password }),
        response: { 200: Session, ...problems },
      },
    },
    async (request, reply) =>
      begin(request, reply, await signIn(database, { ...request.body, origin: request.ip })),
  );
  app.get(
    '/api/v1/session',
    {
      config: { access: 'anyone' },
      schema: {
        tags: ['会话'],
        summary: '当前账号和它的授权',
        description: '没有登录时回答 204：问自己是谁的人可以还谁都不是。',
        response: { 200: Session, 204: Type.Null({ description: '没有登录' }), ...problems },
      },
    },
    async ({ caller }, reply) => (caller ? sessionOf(database, caller) : reply.code(204).send(null)),
  );
  app.delete(
    '/api/v1/session',
    {
      config: { access: 'anyone' },
      schema: { tags: ['会话'], summary: '退出', response: { 204: Type.Null(), ...problems } },
    },
    async (request, reply) => {
      const token = sessionTokenOf(request);
      if (token !== undefined) {
        await endSession(database, token);
        rights.forget();
      }
      clearSessionCookie(request, reply);
      return reply.code(204).send(null);
    },
  );
  app.put(
    '/api/v1/session/password',
    {
      config: { access: 'signed-in', ...guessing },
      schema: {
        tags: ['会话'],
        summary: '修改自己的密码，其他会话全部退出',
        body: Type.Object({ password: Password, newPassword: Password }),
        response: { 200: Session, ...problems },
      },
    },
    async (request, reply) => {
      const { name } = callerOf(request);
      const { password, newPassword } = request.body;
      const opened = await changePassword(database, { name, password, newPassword, origin: request.ip });
      return begin(request, reply, opened);
    },
  );
  app.post(
    '/api/v1/first-administrator',
    {
      config: { access: 'anyone', ...guessing },
      schema: {
        tags: ['会话'],
        summary: '凭首次启动时给出的一次性链接建立第一个管理员，并登录',
        body: Type.Object({ secret: Type.String({ maxLength: 200 }), name: Name, password: Password }),
        response: { 200: Session, ...problems },
      },
    },
    async (request, reply) => {
      const origin = request.ip;
      await redeemFirstAdministrator(database, { ...request.body, origin });
      const { name, password } = request.body;
      return begin(request, reply, await signIn(database, { name, password, origin }));
    },
  );
  app.post(
    '/api/v1/recovery',
    {
      config: { access: 'anyone', ...guessing },
      schema: {
        tags: ['会话'],
        summary: '凭 tuheng account recover 给出的一次性链接重设管理员密码，并登录',
        body: Type.Object({ secret: Type.String({ maxLength: 200 }), password: Password }),
        response: { 200: Session, ...problems },
      },
    },
    async (request, reply) => {
      const origin = request.ip;
      const { name } = await redeemRecovery(database, { ...request.body, origin });
      const { password } = request.body;
      return begin(request, reply, await signIn(database, { name, password, origin }));
    },
  );
}

async function sessionOf(database: Database, caller: Caller): Promise<Static<typeof Session>> {
  const { name, displayName } = await findAccount(database, caller.name);
  const grants = await listGrants(database, caller.account);
  return {
    name,
    displayName,
    grants: grants.map(({ role, region, regionName, verbs: own }) => ({
      role,
      title: roles[role].title,
      region,
      regionName,
      verbs: [...(own ?? roles[role].verbs)],
    })),
    ...(caller.limits && { limits: { verbs: [...caller.limits.verbs], region: caller.limits.region } }),
  };
}
