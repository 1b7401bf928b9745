import { createAccount, issueApiToken } from '@tuheng/store';
import { beforeAll, describe, expect, test } from 'vitest';
import { everyRoute, type Outcome, people } from '../testing/every-route.ts';
import { actor, plan, withServer } from '../testing/test-server.ts';

/** What stands in the place of a path's parameters. */
const values: Readonly<Record<string, string>> = {
  plan,
  version: '1',
  layers: 'GHFQ',
  layer: 'GHFQ',
  z: '0',
  x: '0',
  y: '0',
  code: 'server.forbidden',
  collectionId: `${plan}.GHFQ`,
  tileMatrixSetId: 'WebMercatorQuad',
  account: 'other',
  name: 'report.html',
  job: '00000000-0000-4000-8000-000000000000',
  featureId: '1',
  side: 'filed',
  selection: '0'.repeat(32),
  region: plan,
  book: 'inspection',
  rule: 'G-07',
  parameter: 'narrowWidth',
};

const grant = { role: 'county', region: plan };
const password = 'correct horse 8 battery';

/** What stands behind the addresses of routes that have to be told something there. */
const queries: Readonly<Record<string, string>> = {
  'GET /api/v1/plans/:plan/versions/:version/identify': 'lon=132&lat=47',
  'GET /api/v1/plans/:plan/compare/:layer': 'from=1',
  'GET /api/v1/plans/:plan/compare/:layer/shapes': 'from=1',
  'POST /api/v1/sites/geometry': 'epsg=4490',
  'GET /api/v1/plans/:plan/versions/:version/statistics': 'layer=GHFQ',
  'GET /api/v1/plans/:plan/versions/:version/layers/:layer/selection/:selection': 'format=gpkg',
};

/** What is sent to routes that take something: enough that nothing but the right to it is missing. */
const bodies: Readonly<Record<string, object>> = {
  'POST /api/v1/session': { name: 'nobody', password },
  'PUT /api/v1/session/password': { password, newPassword: password },
  'POST /api/v1/first-administrator': { secret: 'none', name: 'nobody', password },
  'POST /api/v1/recovery': { secret: 'none', password },
  'POST /api/v1/plans/:plan/rollback': { to: 1, reason: 'test' },
  'POST /api/v1/plans/:plan/versions/:version/layers/:layer/query': {},
  'POST /api/v1/plans/:plan/versions/:version/layers/:layer/shapes': { ids: [1] },
  'POST /api/v1/plans/:plan/versions/:version/layers/:layer/selection': { format: 'geojson' },
  'POST /api/v1/jobs': { kind: 'tiles', plan },
  'POST /api/v1/jobs/:job/remarks': { subject: { kind: 'verdict', rule: 'a' }, action: 'answer', text: '' },
  'PUT /api/v1/notifications/read': { until: '2026-11-30T00:00:00Z' },
  'POST /api/v1/accounts': { name: 'new', displayName: 'new', grants: [grant], reason: 'test' },
  'PUT /api/v1/accounts/:account/disabled': { disabled: true, reason: 'test' },
  'PUT /api/v1/accounts/:account/password': { password, reason: 'test' },
  'POST /api/v1/accounts/:account/grants': { ...grant, reason: 'test' },
  'POST /api/v1/accounts/:account/tokens': { title: 'test', verbs: ['plan.read'], region: null, days: 1 },
  'POST /api/v1/accounts/:account/identities': {
    issuer: 'https://id.example',
    identifier: 'a',
    reason: 'test',
  },
  'PUT /api/v1/regions/:region/thresholds/:book/:rule/:parameter': {
    value: 0.6,
    source: 'test',
    reason: 'test',
  },
  'DELETE /api/v1/regions/:region/thresholds/:book/:rule/:parameter': { reason: 'test' },
  'POST /api/v1/ledger/verifications': {},
  'POST /api/v1/backups': { reason: 'test' },
  'POST /api/v1/compliance': { plan, site: 'POLYGON((0 0,1 0,1 1,0 0))' },
};

/** Of the tus protocol. */
const upload = {
  'tus-resumable': '1.0.0',
  'upload-length': '10',
  'upload-metadata': `filename ${btoa('a.zip')}`,
};

describe('every route and everybody', () => {
  const server = withServer({ requestsPerMinute: { account: 1e6, stranger: 1e6 } });
  const tokens = new Map<string, string>();
  beforeAll(async () => {
    const grants = {
      public: { role: 'public', region: plan },
      neighbour: { role: 'county', region: '230881' },
      township: { role: 'township', region: `${plan}100` },
      county: { role: 'county', region: plan },
      administrator: { role: 'administrator', region: null },
    } as const;
    for (const [name, grant] of Object.entries(grants)) tokens.set(name, await server().tokenOf(name, grant));
    for (const name of ['limited', 'other']) {
      const account = { name, displayName: name, grants: [grants.county], reason: 'test' };
      await createAccount(server().database, actor, account);
    }
    const { secret } = await issueApiToken(server().database, actor, {
      account: 'limited',
      title: 'notices only',
      verbs: ['notice.read'],
      region: null,
      days: 1,
    });
    tokens.set('limited', secret);
  });

  test('the table names every route there is, and no other', () => {
    const there = server()
      .running.routes.filter(({ method, url }) => method !== 'HEAD' && !/^\/(api\/docs|assets)/.test(url))
      .map(({ method, url }) => `${method} ${url}`);
    expect([...new Set(there)].sort()).toEqual(Object.keys(everyRoute).sort());
  });

  test.each(people.map((person, i) => [person, i] as const))('as the table has it: %s', async (person, i) => {
    const answers: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const [route, outcomes] of Object.entries(everyRoute)) {
      const [method, url] = route.split(' ') as [string, string];
      answers[route] = await outcomeOf(method, url, tokens.get(person));
      expected[route] = outcomes.split(' ')[i]!;
    }
    expect(answers).toEqual(expected);
  });

  async function outcomeOf(method: string, url: string, token: string | undefined): Promise<Outcome> {
    const query = queries[`${method} ${url}`];
    const path = `${url.replace(/:(\w+)/g, (_, name: string) => values[name] ?? '1')}${query ? `?${query}` : ''}`;
    const body = bodies[`${method} ${url}`];
    const end = new AbortController();
    const answer = await server().ask(method === 'DELETE' ? `${path}?reason=test` : path, {
      method,
      signal: end.signal,
      // As if it came through a proxy: this machine itself may read the figures.
      headers: {
        'x-forwarded-for': '192.0.2.1',
        ...(body && { 'content-type': 'application/json' }),
        ...(url.startsWith('/api/v1/uploads') && upload),
      },
      ...(body && { body: JSON.stringify(body) }),
      ...(token !== undefined && { token }),
    });
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') === true;
    const text = isStream ? '' : await answer.text();
    end.abort();
    // What is still being made is asked for again.
    if (answer.status === 202 && method === 'GET') return outcomeOf(method, url, token);
    if (answer.status >= 500) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    // The account that everybody tries is locked before long.
    if (answer.status === 401 || answer.status === 429) return 'sign-in';
    if (answer.status === 403) return 'no';
    if (answer.status === 404 && /store\.no-plan|server\.no-collection|store\.no-account/.test(text))
      return 'hidden';
    // Lists of those who have nothing to do with the region hold nothing of it.
    if (answer.status === 200 && text.includes(plan)) return 'shown';
    return 'empty';
  }
});
