import { createAccount, recoverAdministrator } from '@tuheng/store';
import { beforeAll, describe, expect, test } from 'vitest';
import { withServer } from '../testing/test-server.ts';

const account = { name: 'zhang', password: 'correct horse 8 battery' };

describe('sessions', () => {
  const server = withServer();
  beforeAll(async () => {
    const grants = [{ role: 'county', region: '230898' }] as const;
    const actor = { name: 'test', origin: 'localhost' };
    await createAccount(server().database, actor, {
      ...account,
      displayName: '张三',
      grants,
      reason: 'test',
    });
  });

  const post = (body: unknown, headers: Record<string, string> = {}) =>
    server().ask('/api/v1/session', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  const signedIn = async (): Promise<string> =>
    (await post(account)).headers.getSetCookie()[0]!.split(';')[0]!;

  test('the cookie is for this site and for no script', async () => {
    const answer = await post(account);
    expect(await answer.json()).toMatchObject({
      name: 'zhang',
      displayName: '张三',
      grants: [{ role: 'county', title: '县级', region: '230898' }],
    });
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^tuheng=[\w-]+; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
  });

  test('signed in, then out', async () => {
    const cookie = await signedIn();
    const me = () => server().ask('/api/v1/session', { headers: { cookie } });
    expect((await me()).status).toBe(200);
    const out = await server().ask('/api/v1/session', {
      method: 'DELETE',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
    });
    expect(out.status).toBe(204);
    expect((await me()).status).toBe(204);
  });

  test('unknown names and wrong passwords are answered alike', async () => {
    const [unknown, wrong] = await Promise.all([
      post({ name: 'nobody', password: account.password }),
      post({ name: account.name, password: 'wrong horse 8 battery' }),
    ]);
    const [one, other] = [await unknown.json(), await wrong.json()] as Record<string, unknown>[];
    expect([unknown.status, wrong.status]).toEqual([401, 401]);
    expect({ ...one, request: '' }).toEqual({ ...other, request: '' });
  });

  test.each([
    ['another site says so', { 'sec-fetch-site': 'cross-site' }],
    ['another subdomain', { 'sec-fetch-site': 'same-site' }],
    ['an old browser on another site', { origin: 'https://evil.example' }],
    ['a frame without an origin', { origin: 'null' }],
    ['a program with a cookie', {}],
  ] as [string, Record<string, string>][])('a write with a cookie is refused: %s', async (_, headers) => {
    const cookie = await signedIn();
    const answer = await server().ask('/api/v1/session', {
      method: 'DELETE',
      headers: { cookie, ...headers },
    });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'server.cross-site' });
    expect((await server().ask('/api/v1/session', { headers: { cookie } })).status).toBe(200);
  });

  test('another site cannot sign people in', async () => {
    expect((await post(account, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  test('an administrator who forgot the password sets another by a link, once', async () => {
    const actor = { name: 'test', origin: 'localhost' };
    const grants = [{ role: 'administrator', region: null }] as const;
    const old = { name: 'root', password: 'forgotten horse 8 battery' };
    await createAccount(server().database, actor, { ...old, displayName: 'root', grants, reason: 'test' });
    const { secret } = await recoverAdministrator(server().database, actor, {
      account: 'root',
      reason: 'test',
    });
    const recover = (password: string) =>
      server().ask('/api/v1/recovery', {
        method: 'POST',
        body: JSON.stringify({ secret, password }),
        headers: { 'content-type': 'application/json' },
      });
    expect((await recover('root')).status).toBe(422);
    const answer = await recover('another horse 9 battery');
    expect(await answer.json()).toMatchObject({ name: 'root' });
    expect(answer.headers.getSetCookie()).toHaveLength(1);
    expect((await post(old)).status).toBe(401);
    expect(await (await recover('third horse 10 battery')).json()).toMatchObject({
      code: 'store.recovery-refused',
    });
  });

  test('guessing is slowed down by address', async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < 25; i++) statuses.add((await post({ name: `n${i}`, password: 'x' })).status);
    expect(statuses).toContain(429);
  });
});
