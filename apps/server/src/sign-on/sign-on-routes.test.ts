import { listLedgerFor, registerExternalIdentity } from '@tuheng/store';
import { IdentityProvider } from '@tuheng/store/testing/identity-provider.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withServer } from '../testing/test-server.ts';

const client = {
  id: 'tuheng',
  secret: 'secret',
  redirectUri: 'https://plan.example.cn/api/v1/sign-on/return',
};
const provider = await IdentityProvider.start(client);

describe('signing on by an identity provider', () => {
  const server = withServer({
    oidc: {
      issuer: provider.issuer,
      clientId: client.id,
      clientSecret: client.secret,
      redirectUri: client.redirectUri,
    },
  });
  afterAll(() => provider.stop());
  beforeAll(async () => {
    await server().tokenOf('zhang.wei', { role: 'county', region: '230898' });
    await registerExternalIdentity(
      server().database,
      { name: 'test', origin: 'localhost' },
      { account: 'zhang.wei', issuer: provider.issuer, identifier: 'zhang.wei', reason: '' },
    );
  });

  const cookieOf = (answer: Response, name: string) =>
    answer.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`));
  const begin = async (to: string) => {
    const answer = await server().ask(`/api/v1/sign-on?to=${encodeURIComponent(to)}`);
    expect(answer.status).toBe(302);
    const cookie = cookieOf(answer, 'tuheng-sign-on')!;
    const back = new URL(await provider.agree(answer.headers.get('location')!));
    return { cookie, back: back.pathname + back.search };
  };
  const comeBack = (back: string, cookie: string) =>
    server().ask(back, { headers: { cookie: cookie.split(';')[0]! } });

  test('a registered person comes back with a session, to where they wanted', async () => {
    expect(await server().json('/api/v1/sign-on/provider')).toEqual({ available: true });
    const { cookie, back } = await begin('/plans/230898?tab=map');
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    const answer = await comeBack(back, cookie);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/plans/230898?tab=map']);
    const session = cookieOf(answer, 'tuheng')!;
    expect(session).toMatch(/SameSite=Strict/);
    const who = await server().ask('/api/v1/session', { headers: { cookie: session.split(';')[0]! } });
    expect(await who.json()).toMatchObject({ name: 'zhang.wei' });
    const again = await comeBack(back, cookie);
    expect([again.status, cookieOf(again, 'tuheng')]).toEqual([400, undefined]);
    const caller = { account: 1, name: 'zhang.wei' };
    expect(await listLedgerFor(server().database, caller, { scope: 'accounts' }, { limit: 1 })).toEqual([]);
  });

  test.each([
    '//elsewhere.example.cn',
    '/\\elsewhere.example.cn',
    'https://elsewhere.example.cn',
    'javascript:x',
  ])('nobody is sent on to %s', async (to) => {
    const { cookie, back } = await begin(to);
    expect((await comeBack(back, cookie)).headers.get('location')).toBe('/');
  });

  test('a return that this browser did not begin gives no session', async () => {
    const mine = await begin('/');
    const theirs = await begin('/');
    for (const answer of [await server().ask(mine.back), await comeBack(theirs.back, mine.cookie)]) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(cookieOf(answer, 'tuheng')).toBeUndefined();
    }
  });

  test('a person who is not registered is told so on a page', async () => {
    provider.behaviour = { claims: { sub: 'subject-2', preferred_username: 'li.na' } };
    const { cookie, back } = await begin('/');
    const answer = await comeBack(back, cookie);
    provider.behaviour = {};
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(await answer.text()).toContain('store.no-identity');
    expect(cookieOf(answer, 'tuheng')).toBeUndefined();
  });
});
