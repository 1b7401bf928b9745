import { issueApiToken } from '@tuheng/store';
import { beforeAll, describe, expect, test } from 'vitest';
import { plan, withServer } from '../testing/test-server.ts';

describe('who may ask', () => {
  const server = withServer({ requestsPerMinute: { account: 10_000, stranger: 10_000 } });
  let administrator: string;
  let county: string;
  beforeAll(async () => {
    administrator = await server().tokenOf('root', { role: 'administrator', region: null });
    county = await server().tokenOf('county', { role: 'county', region: '230898' });
  });
  const statusOf = async (headers: Record<string, string>, path = `/api/v1/plans/${plan}/versions`) =>
    (await server().ask(path, { headers })).status;

  test('a token as bearer or as the password of Basic', async () => {
    expect(await statusOf({ authorization: `Bearer ${county}` })).toBe(200);
    expect(await statusOf({ authorization: `Basic ${btoa(`gis:${county}`)}` })).toBe(200);
  });

  test.each(['Bearer tuheng_none', 'Bearer ', 'Basic bm9uZQ==', 'Digest x', 'Bearer\u00e9'])(
    'an authorization that is none: %s',
    async (authorization) => {
      expect(await statusOf({ authorization })).toBe(401);
      // Not even what strangers may: a typing error must be seen.
      expect(await statusOf({ authorization }, '/health/live')).toBe(401);
    },
  );

  test('a token for less than its account', async () => {
    const { secret } = await issueApiToken(
      server().database,
      { name: 'test', origin: 'localhost' },
      {
        account: 'county',
        title: 'notices only',
        verbs: ['notice.read'],
        region: null,
        days: 1,
      },
    );
    expect(await statusOf({ authorization: `Bearer ${secret}` })).toBe(404);
  });

  test('figures are for this machine and for administrators', async () => {
    const passedOn = { 'x-forwarded-for': '10.0.0.1' };
    expect(await statusOf({}, '/metrics')).toBe(200);
    expect(await statusOf(passedOn, '/metrics')).toBe(401);
    expect(await statusOf({ ...passedOn, authorization: `Bearer ${county}` }, '/metrics')).toBe(403);
    expect(await statusOf({ ...passedOn, authorization: `Bearer ${administrator}` }, '/metrics')).toBe(200);
  });

  test('figures name routes by their pattern', async () => {
    await statusOf({ authorization: `Bearer ${county}` });
    const text = await (await server().ask('/metrics')).text();
    expect(text).toContain('route="/api/v1/plans/:plan/versions"');
    expect(text).not.toContain(plan);
  });
});

describe('limits', () => {
  const server = withServer({ requestsPerMinute: { account: 8, stranger: 5 } });

  test('strangers by address, accounts by themselves', async () => {
    const token = await server().tokenOf('county', { role: 'county', region: '230898' });
    // One after the other: of those that come in one tick the limiter's counter, which they share, refuses all where the last is too many.
    const statuses = async (n: number, init: { token?: string }) => {
      const found: number[] = [];
      for (let i = 0; i < n; i++) found.push((await server().ask('/problems', init)).status);
      return found;
    };
    expect((await statuses(10, {})).filter((status) => status === 200).length).toBe(5);
    expect((await statuses(10, { token })).filter((status) => status === 200).length).toBe(8);
    const refused = await server().ask('/problems', { token });
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await refused.json()).toMatchObject({ code: 'server.too-many-requests' });
  });
});
