import { beforeAll, describe, expect, test } from 'vitest';
import { publishSecondVersion } from '../testing/second-version.ts';
import { plan, withServer } from '../testing/test-server.ts';

describe('plans', () => {
  const server = withServer();
  let county: string;
  let neighbour: string;
  beforeAll(async () => {
    county = await server().tokenOf('county', { role: 'county', region: '230898' });
    neighbour = await server().tokenOf('neighbour', { role: 'county', region: '230881' });
  });

  test('each sees the plans of their own region only', async () => {
    const own = await server().json<{ code: string; head: { number: number } }[]>('/api/v1/plans', county);
    expect(own).toMatchObject([{ code: plan, region: '230898', head: { number: 1, kind: 'import' } }]);
    expect(await server().json('/api/v1/plans', neighbour)).toEqual([]);
  });

  test('a plan of another region is answered as one that does not exist', async () => {
    const hidden = await server().ask(`/api/v1/plans/${plan}/versions`, { token: neighbour });
    const missing = await server().ask('/api/v1/plans/000000/versions', { token: neighbour });
    expect([hidden.status, missing.status]).toEqual([404, 404]);
    const [one, other] = [await hidden.json(), await missing.json()] as Record<string, string>[];
    expect(one).toMatchObject({ code: 'store.no-plan', type: '/problems/store.no-plan' });
    expect(one!.detail!.replace(plan, '')).toBe(other!.detail!.replace('000000', ''));
  });

  test('a stranger is asked to sign in', async () => {
    const answer = await server().ask('/api/v1/plans');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
  });

  test('layers of a version with Chinese titles, and not again where the client has them', async () => {
    const path = `/api/v1/plans/${plan}/versions/head/layers`;
    const answer = await server().ask(path, { token: county });
    const layers = (await answer.json()) as { code: string; title: string; features: number }[];
    expect(layers.find(({ code }) => code === 'CZKFBJ')).toMatchObject({ title: '城镇开发边界' });
    const again = await server().ask(path, {
      token: county,
      headers: { 'if-none-match': answer.headers.get('etag')! },
    });
    expect(again.status).toBe(304);
  });

  test('a version that is none', async () => {
    const versionOf = (which: string) =>
      server().ask(`/api/v1/plans/${plan}/versions/${which}`, { token: county });
    expect((await versionOf('1')).status).toBe(200);
    expect(await (await versionOf('2')).json()).toMatchObject({ code: 'store.no-version' });
    expect(await (await versionOf("1'--")).json()).toMatchObject({ code: 'server.invalid-request' });
  });

  test('a rollback is a version of its own, also to who has what it holds already', async () => {
    await publishSecondVersion(server().database);
    const path = `/api/v1/plans/${plan}/versions/head/tiles/GHFQ`;
    const tileJson = (tag = '') => server().ask(path, { token: county, headers: { 'if-none-match': tag } });
    await server().send('POST', `/api/v1/plans/${plan}/rollback`, { to: 1, reason: 'test' }, county);
    const third = await tileJson();
    expect(await third.clone().json()).toMatchObject({ version: '3.0.0' });
    expect((await tileJson(third.headers.get('etag')!)).status).toBe(304);
    await server().send('POST', `/api/v1/plans/${plan}/rollback`, { to: 2, reason: 'test' }, county);
    await server().send('POST', `/api/v1/plans/${plan}/rollback`, { to: 1, reason: 'test' }, county);
    const fifth = await tileJson(third.headers.get('etag')!);
    expect(fifth.status).toBe(200);
    expect(await fifth.json()).toMatchObject({ version: '5.0.0' });
  });
});
