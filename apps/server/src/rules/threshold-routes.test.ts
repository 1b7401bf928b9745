import type { JobHandler, JobKind } from '@tuheng/store';
import type { Static } from 'typebox';
import { beforeAll, expect, test } from 'vitest';
import { onEachKind, plan, withServer } from '../testing/test-server.ts';
import type { ParameterDocument, RulesDocument } from './rule-schemas.ts';

type Parameter = Static<typeof ParameterDocument>;
type Rules = Static<typeof RulesDocument>;

const fragments = 'review/udb.fragments/minimumArea';
const path = (region: string, address = fragments) => `/api/v1/regions/${region}/thresholds/${address}`;

onEachKind('thresholds', (server) => {
  let county: string;
  let city: string;
  let planner: string;
  beforeAll(async () => {
    county = await server().tokenOf('county', { role: 'county', region: plan });
    city = await server().tokenOf('city', { role: 'city', region: '230800' });
    planner = await server().tokenOf('planner', { role: 'planner', region: plan });
  });
  const put = (token: string, region: string, body: object, address?: string) =>
    server().send('PUT', path(region, address), { reason: '省里定的', ...body }, token);
  const parameterOf = async (answer: Response) => {
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as Parameter;
  };
  const rules = (query = `?region=${plan}`) => server().json<Rules>(`/api/v1/rules${query}`, county);

  test('a county sets one with its source and reason; the rule book and its hash follow', async () => {
    const before = await rules();
    const source = '省实施细则第 3 条';
    const set = await parameterOf(await put(county, plan, { value: 250, source }));
    expect(set).toMatchObject({
      value: 250,
      source,
      confidence: 'found',
      verified: true,
      default: { value: 400, verified: false },
      set: { region: { adcode: plan }, value: 250, by: 'county', reason: '省里定的' },
      overrides: [],
    });
    const after = await rules();
    expect(after.books[0]!.digest).not.toBe(before.books[0]!.digest);
    expect(after.books[1]!.digest).toBe(before.books[1]!.digest);
    expect(after.digest).not.toBe(before.digest);
    const rule = after.books[0]!.rules.find(({ id }) => id === 'udb.fragments')!;
    expect(rule.parameters).toEqual([set]);
    expect((await rules('')).digest).toBe(before.digest);
  });

  test('one of the city holds under it, and takes its place when the county takes it back', async () => {
    await parameterOf(await put(city, '230800', { value: 300, source: '市细则' }));
    const both = await parameterOf(await put(county, plan, { value: 200 }));
    expect(both).toMatchObject({ value: 200, source: '', confidence: 'suggestion', verified: false });
    expect(both.overrides).toMatchObject([{ value: 300, region: { adcode: '230800' }, by: 'city' }]);
    const reset = () => server().send('DELETE', path(plan), { reason: '按市里的' }, county);
    expect(await parameterOf(await reset())).toMatchObject({
      value: 300,
      set: { region: { adcode: '230800' } },
      overrides: [],
    });
    expect((await reset()).status).toBe(404);
    const history = await server().json<{ value: number | null; by: string }[]>(
      `/api/v1/regions/${plan}/thresholds`,
      county,
    );
    expect(history.map(({ value, by }) => [value, by])).toEqual([
      [null, 'county'],
      [200, 'county'],
      [300, 'city'],
      [250, 'county'],
    ]);
    const ledger = await server().json<{ rows: { verb: string; reason: string }[] }>(
      `/api/v1/ledger?scope=region:${plan}`,
      county,
    );
    expect(ledger.rows.map(({ verb, reason }) => [verb, reason])).toEqual([
      ['rule.reset', '按市里的'],
      ['rule.set', '省里定的'],
      ['rule.set', '省里定的'],
    ]);
  });

  test.each([
    [fragments, { value: -1 }, 422, 'server.threshold-refused'],
    [fragments, { value: '250' }, 422, 'server.threshold-refused'],
    [fragments, { value: null }, 422, 'server.threshold-refused'],
    [fragments, {}, 400, 'server.invalid-request'],
    ['inspection/A-05/length', { value: 17.5 }, 422, 'server.threshold-refused'],
    ['inspection/C-03/requiredLayers', { value: 'DLTB' }, 422, 'server.threshold-refused'],
    ['inspection/T-06/extentLayer', { value: 'NOLAYER' }, 422, 'server.threshold-refused'],
    [
      'review/pbf.quality/gradeDirection',
      { value: '越大越好', source: 'x' },
      422,
      'server.threshold-refused',
    ],
    ['review/udb.fragments/area', { value: 1 }, 404, 'server.no-parameter'],
    ['review/udb.none/minimumArea', { value: 1 }, 404, 'server.no-parameter'],
    ['other/udb.fragments/minimumArea', { value: 1 }, 400, 'server.invalid-request'],
    [fragments, { value: 1, reason: ' ' }, 400, 'server.invalid-request'],
  ])('%s is not set to %j', async (address, body, status, code) => {
    const answer = await put(county, plan, body, address);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
  });

  test('an infinite number is refused', async () => {
    const answer = await server().ask(path(plan), {
      method: 'PUT',
      body: '{"value":1e999,"reason":"x"}',
      headers: { 'content-type': 'application/json' },
      token: county,
    });
    expect(answer.status).toBe(422);
  });

  test('nobody sets one for others, above, or for a township', async () => {
    const status = async (token: string, region: string) => (await put(token, region, { value: 1 })).status;
    expect(await status(county, '230800')).toBe(403);
    expect(await status(county, '230881')).toBe(403);
    expect(await status(planner, plan)).toBe(403);
    expect(await status(county, `${plan}100`)).toBe(400);
    expect(await status(city, '230897')).toBe(422);
  });
});

/** Tells what it was given. */
const echo: JobHandler = async ({ parameters }) => {
  const { thresholds } = parameters as { thresholds?: { value: number }[] };
  return { values: thresholds?.map(({ value }) => value) ?? null };
};
const handlers: Partial<Record<JobKind, JobHandler>> = { inspect: echo, review: echo };
const working = withServer({}, { handlers });

test('a job computes with the thresholds that were in force when it was asked for', async () => {
  const county = await working().tokenOf('county', { role: 'county', region: plan });
  const input = { plan, version: 1 };
  const submit = async (body: object) => {
    const answer = await working().send('POST', '/api/v1/jobs', body, county);
    return ((await answer.json()) as { id: string }).id;
  };
  const valuesOf = async (id: string) => {
    await (await working().ask(`/api/v1/jobs/${id}/events`, { token: county })).text();
    const { result } = await working().json<{ result: { values: number[] | null } }>(
      `/api/v1/jobs/${id}`,
      county,
    );
    return result.values;
  };
  const review = { kind: 'review', plan, maintained: input };
  const put = (value: number) =>
    working().send('PUT', path(plan), { value, source: 'x', reason: 'x' }, county);
  const first = await submit(review);
  await put(250);
  const jobs = [await submit(review), await submit({ kind: 'inspect', path: input })];
  await put(300);
  const last = await submit({ kind: 'inspect', plan, path: input });
  expect(await valuesOf(first)).toBeNull();
  for (const job of jobs) expect(await valuesOf(job)).toEqual([250]);
  expect(await valuesOf(last)).toEqual([300]);
});
