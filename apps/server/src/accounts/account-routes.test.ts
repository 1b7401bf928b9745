import { listLedgerFor } from '@tuheng/store';
import { beforeAll, describe, expect, test } from 'vitest';
import { withServer } from '../testing/test-server.ts';

const password = 'correct horse battery';

describe('accounts', () => {
  const server = withServer();
  let administrator: string;
  let own: string;
  let other: string;
  beforeAll(async () => {
    administrator = await server().tokenOf('administrator', { role: 'administrator', region: null });
    // Only an administrator who can sign in counts as one.
    await server().send(
      'PUT',
      '/api/v1/accounts/administrator/password',
      { password, reason: '' },
      administrator,
    );
    own = await server().tokenOf('own.office', { role: 'administrator', region: '230898' });
    other = await server().tokenOf('other.office', { role: 'administrator', region: '230881' });
    const grants = [{ role: 'county', region: '230898' }];
    const body = { name: 'zhang.wei', displayName: '张伟', password, grants, reason: '入职' };
    expect((await server().send('POST', '/api/v1/accounts', body, own)).status).toBe(201);
  });

  /** Signs in as a browser does and returns its Cookie header. */
  const signIn = async (name: string, typed = password) => {
    const answer = await server().send('POST', '/api/v1/session', { name, password: typed });
    return { answer, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
  };
  const namesFor = async (token: string) =>
    (await server().json<{ name: string }[]>('/api/v1/accounts', token)).map(({ name }) => name);
  const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

  test('each lists the accounts of their own regions', async () => {
    expect(await namesFor(administrator)).toEqual([
      'administrator',
      'other.office',
      'own.office',
      'zhang.wei',
    ]);
    expect(await namesFor(own)).toEqual(['own.office', 'zhang.wei']);
    expect(await namesFor(other)).toEqual(['other.office']);
    expect((await server().ask('/api/v1/accounts')).status).toBe(401);
    const [listed] = await server().json<unknown[]>('/api/v1/accounts', own);
    expect(listed).toMatchObject({
      name: 'own.office',
      lastSignInAt: null,
      grants: [{ title: expect.any(String), region: '230898', regionName: expect.any(String) }],
    });
  });

  test('an account of another region is answered as one that does not exist', async () => {
    const asked = [
      server().ask('/api/v1/accounts/zhang.wei', { token: other }),
      server().ask('/api/v1/accounts/zhang.wei/tokens', { token: other }),
      server().send(
        'PUT',
        '/api/v1/accounts/zhang.wei/password',
        { password: `${password}!`, reason: '' },
        other,
      ),
      server().send('PUT', '/api/v1/accounts/zhang.wei/disabled', { disabled: true, reason: '' }, other),
      server().ask('/api/v1/accounts/zhang.wei/sessions?reason=', { method: 'DELETE', token: other }),
    ];
    for (const answer of await Promise.all(asked)) expect(await codeOf(answer)).toBe('store.no-account');
  });

  test('nobody gives what reaches further than their own region', async () => {
    const grant = (region: string | null, token: string) =>
      server().send(
        'POST',
        '/api/v1/accounts/zhang.wei/grants',
        { role: 'county', region, reason: '' },
        token,
      );
    expect(await codeOf(await grant(null, own))).toBe('server.forbidden');
    expect(await codeOf(await grant('230881', own))).toBe('server.forbidden');
    expect((await grant('230898100', own)).status).toBe(201);
    const body = { name: 'nobody', displayName: '无', grants: [], reason: '' };
    expect(await codeOf(await server().send('POST', '/api/v1/accounts', body, own))).toBe('server.forbidden');
  });

  test('a grant taken back works no longer, at once', async () => {
    const { cookie } = await signIn('zhang.wei');
    const plans = () =>
      server()
        .ask('/api/v1/plans', { headers: { cookie } })
        .then((answer) => answer.json());
    expect(await plans()).toHaveLength(1);
    const grants = await server().json<{ id: number; region: string }[]>(
      '/api/v1/accounts/zhang.wei/grants',
      own,
    );
    for (const { id } of grants) {
      const path = `/api/v1/accounts/zhang.wei/grants/${id}?reason=${encodeURIComponent('调离')}`;
      expect((await server().ask(path, { method: 'DELETE', token: other })).status).toBe(404);
      expect((await server().ask(path, { method: 'DELETE', token: own })).status).toBe(204);
    }
    expect(await plans()).toEqual([]);
    const rows = await listLedgerFor(
      server().database,
      { account: 1, name: 'administrator' },
      { verb: 'account.ungrant' },
      { limit: 10 },
    );
    expect(rows).toMatchObject([{ actor: 'own.office', reason: '调离', origin: '127.0.0.1' }, {}]);
  });

  test('one issues tokens for oneself in a session, and no token issues another', async () => {
    const { cookie } = await signIn('zhang.wei');
    const body = { title: '桌面软件', verbs: ['plan.read'], region: null, days: 30 };
    const path = '/api/v1/accounts/zhang.wei/tokens';
    const issued = await server().ask(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    });
    expect(issued.status).toBe(201);
    const { id, secret } = (await issued.json()) as { id: number; secret: string };
    expect(secret).toMatch(/^tuheng_/);
    expect(await codeOf(await server().send('POST', path, body, secret))).toBe('server.session-needed');
    expect(await codeOf(await server().send('POST', path, body, own))).toBe('server.session-needed');
    expect(await server().json<object[]>(path, secret)).toMatchObject([{ title: '桌面软件' }]);
    const ended = await server().ask(`${path}/${id}?reason=`, { method: 'DELETE', token: administrator });
    expect(ended.status).toBe(204);
    expect((await server().ask(path, { token: secret })).status).toBe(401);
  });

  test('a write that another site sends with the cookie is refused', async () => {
    const { cookie } = await signIn('zhang.wei');
    const write = (headers: Record<string, string>) =>
      server().ask('/api/v1/accounts/zhang.wei/tokens', {
        method: 'POST',
        body: JSON.stringify({ title: 'x', verbs: ['plan.read'], region: null, days: 1 }),
        headers: { cookie, 'content-type': 'application/json', ...headers },
      });
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://elsewhere.example.cn' },
      {},
    ])
      expect(await codeOf(await write(headers))).toBe('server.cross-site');
  });

  test('a disabled account is out at once, and a session ended by an administrator too', async () => {
    const { cookie } = await signIn('zhang.wei');
    const session = (value: string) => server().ask('/api/v1/session', { headers: { cookie: value } });
    expect((await session(cookie)).status).toBe(200);
    await server().ask('/api/v1/accounts/zhang.wei/sessions?reason=', {
      method: 'DELETE',
      token: administrator,
    });
    expect((await session(cookie)).status).toBe(204);
    const again = await signIn('zhang.wei');
    const path = '/api/v1/accounts/zhang.wei/disabled';
    const disabled = await server().send('PUT', path, { disabled: true, reason: '离职' }, administrator);
    expect(await disabled.json()).toMatchObject({ disabledAt: expect.stringMatching(/^20/) });
    expect((await session(again.cookie)).status).toBe(204);
    expect((await signIn('zhang.wei')).answer.status).toBe(401);
    await server().send('PUT', path, { disabled: false, reason: '' }, administrator);
    expect((await signIn('zhang.wei')).answer.status).toBe(200);
  });

  test('the last administrator stays', async () => {
    const path = '/api/v1/accounts/administrator/disabled';
    expect(
      await codeOf(await server().send('PUT', path, { disabled: true, reason: '' }, administrator)),
    ).toBe('store.last-administrator');
  });

  test('a person of an identity provider is registered and taken away', async () => {
    const path = '/api/v1/accounts/zhang.wei/identities';
    const body = { issuer: 'https://id.example.cn', identifier: 'zw', reason: '' };
    expect((await server().send('POST', path, body, administrator)).status).toBe(201);
    expect(await codeOf(await server().send('POST', path, body, administrator))).toBe(
      'store.identity-exists',
    );
    const [identity] = await server().json<{ id: number }[]>(path, administrator);
    const ended = await server().ask(`${path}/${identity!.id}?reason=`, {
      method: 'DELETE',
      token: administrator,
    });
    expect(ended.status).toBe(204);
    expect(await server().json(path, administrator)).toEqual([]);
  });

  test('five wrong passwords lock the name, also for the right one', async () => {
    for (let i = 0; i < 5; i++) expect((await signIn('other.office', 'wrong')).answer.status).toBe(401);
    const { answer } = await signIn('other.office');
    expect([answer.status, await codeOf(answer)]).toEqual([429, 'store.sign-in-locked']);
  });

  test('regions are those below one’s own', async () => {
    const codes = async (path: string, token: string) =>
      (await server().json<{ adcode: string }[]>(path, token)).map(({ adcode }) => adcode);
    expect(await codes('/api/v1/regions', own)).toEqual(['230898', '230898100']);
    expect(await codes('/api/v1/regions', administrator)).toEqual([
      '230000',
      '230800',
      '230881',
      '230898',
      '230898100',
    ]);
    expect(await codes('/api/v1/regions?verb=plan.publish', own)).toEqual([]);
  });
});
