import { createAccount } from '@tuheng/store';
import { describe, expect, test } from 'vitest';
import { plan, withServer } from '../testing/test-server.ts';

describe('the front door', () => {
  const server = withServer();
  const password = 'correct horse battery';

  test('asks a stranger to sign in, by a script of its own and never by an address with a password', async () => {
    const answer = await server().ask('/');
    const page = await answer.text();
    expect(page).toContain('<form id="sign-in" method="post" action="/api/v1/session">');
    expect(page).not.toContain(plan);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect([...page.matchAll(/<script[^>]*>([^<]*)</g)].map(([, inline]) => inline)).toEqual(['']);
    const [, script] = /<script type="module" src="([^"]+)"/.exec(page)!;
    const answered = await server().ask(script!);
    expect(answered.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await answered.text()).toContain('/api/v1/session');
  });

  test('shows who is signed in and the plans that they may read', async () => {
    const { database } = server();
    const actor = { name: 'test', origin: 'localhost' };
    const account = { displayName: '<b>县局</b>', password, reason: 'test' };
    const grants = [{ role: 'county', region: plan } as const];
    await createAccount(database, actor, { ...account, name: 'own', grants });
    await createAccount(database, actor, { ...account, name: 'other', grants: [] });
    const pageOf = async (name: string): Promise<string> => {
      const signedIn = await server().ask('/api/v1/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, password }),
      });
      const [cookie] = signedIn.headers.getSetCookie()[0]!.split(';');
      return (await server().ask('/', { headers: { cookie: cookie! } })).text();
    };
    const own = await pageOf('own');
    expect(own).toContain('&lt;b&gt;县局&lt;/b&gt;');
    expect(own).toContain(`/api/v1/plans/${plan}/versions`);
    expect(own).toContain('id="sign-out"');
    expect(await pageOf('other')).not.toContain(plan);
  });

  test('keeps the page of the first administrator out of caches', async () => {
    const answer = await server().ask('/first-administrator');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await answer.text()).toContain('src="/secret-link.js"');
  });
});
