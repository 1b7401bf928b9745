import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueApiToken, openLedgerFile, type SealDocument, verifyLedger } from '@tuheng/store';
import { beforeAll, describe, expect, test } from 'vitest';
import { plan, withServer } from '../testing/test-server.ts';

interface Page {
  readonly rows: readonly { readonly scope: string; readonly seq: number; readonly verb: string }[];
  readonly next: string | null;
}

describe('the ledger', () => {
  const server = withServer();
  let administrator: string;
  let county: string;
  let neighbour: string;
  let narrow: string;
  beforeAll(async () => {
    administrator = await server().tokenOf('administrator', { role: 'administrator', region: null });
    county = await server().tokenOf('county', { role: 'county', region: '230898' });
    neighbour = await server().tokenOf('neighbour', { role: 'county', region: '230881' });
    const { secret } = await issueApiToken(
      server().database,
      { name: 'test', origin: 'localhost' },
      { account: 'county', title: 'narrow', verbs: ['plan.read'], region: null, days: 1 },
    );
    narrow = secret;
  });

  const verify = (scope: string | undefined, token: string) =>
    server().send('POST', '/api/v1/ledger/verifications', scope === undefined ? {} : { scope }, token);

  test('each reads the chains of their own plans; the others are the whole tree’s', async () => {
    const own = await server().json<Page>('/api/v1/ledger', county);
    expect(own.rows).toMatchObject([{ scope: `plan:${plan}`, seq: 1, verb: 'plan.import' }]);
    for (const token of [neighbour, narrow])
      expect(await server().json('/api/v1/ledger', token)).toEqual({ rows: [], next: null });
    const all = await server().json<Page>('/api/v1/ledger', administrator);
    expect(new Set(all.rows.map(({ scope }) => scope))).toEqual(new Set(['accounts', `plan:${plan}`]));
  });

  test('pages hold every row once, the latest first', async () => {
    const whole = await server().json<Page>('/api/v1/ledger', administrator);
    const rows: unknown[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const page: Page = await server().json(
        `/api/v1/ledger?limit=2${next && `&after=${next}`}`,
        administrator,
      );
      expect(page.rows.length).toBeLessThanOrEqual(2);
      rows.push(...page.rows);
      next = page.next;
    }
    expect(rows).toEqual(whole.rows);
    expect(whole.rows.at(-1)).toMatchObject({ verb: 'plan.import' });
  });

  test('filters by scope, verb, actor, time and text', async () => {
    const count = async (query: string) =>
      (await server().json<Page>(`/api/v1/ledger?${query}`, administrator)).rows.length;
    expect(await count('scope=accounts&verb=account.create')).toBe(3);
    expect(await count('actor=nobody')).toBe(0);
    expect(await count('text=ACCOUNT:neighbour')).toBe(1);
    expect(await count('text=%25')).toBe(0);
    expect(await count('from=2000-01-01T00:00:00Z&to=2001-01-01T00:00:00%2B08:00')).toBe(0);
    expect(await count('text=新建账号')).toBe(3);
    expect(await count('text=PLAN.IMPORT')).toBe(1);
    const refused = await server().ask('/api/v1/ledger?after=bm9uc2Vuc2U', { token: administrator });
    expect(refused.status).toBe(400);
  });

  test('by days of China, the last one included', async () => {
    const { rows } = await server().json<{ rows: { at: string }[] }>('/api/v1/ledger', administrator);
    const dayOf = (at: string, days = 0) =>
      new Date(Date.parse(at) + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
    const [last, first] = [rows[0]!.at, rows.at(-1)!.at];
    const total = async (query: string) =>
      (await server().json<{ total: number }>(`/api/v1/ledger?count=true&limit=1&${query}`, administrator))
        .total;
    expect(await total(`fromDay=${dayOf(first)}&toDay=${dayOf(last)}`)).toBe(rows.length);
    expect(await total(`toDay=${dayOf(first, -1)}`)).toBe(0);
    expect(await total(`fromDay=${dayOf(last, 1)}`)).toBe(0);
    expect((await server().ask('/api/v1/ledger?fromDay=2026-02-30', { token: administrator })).status).toBe(
      400,
    );
  });

  test('names what was done, and everything that can be', async () => {
    const { rows } = await server().json<{ rows: { verb: string; title: string }[] }>(
      '/api/v1/ledger',
      county,
    );
    expect(rows.at(-1)).toMatchObject({ verb: 'plan.import', title: '规划入库' });
    const all = await server().json<{ verb: string; title: string }[]>('/api/v1/ledger/verbs', county);
    expect(all).toContainEqual({ verb: 'rule.set', title: '设定阈值' });
  });

  test('is verified, the own chain or all', async () => {
    const own = await verify(`plan:${plan}`, county);
    expect(await own.json()).toMatchObject({ state: 'done', result: { sound: true, rows: 1 } });
    const all = (await (await verify(undefined, administrator)).json()) as { id: string };
    expect(all).toMatchObject({ state: 'done', result: { sound: true, breaks: [] } });
    const path = `/api/v1/ledger/verifications/${all.id}`;
    expect(await server().json(path, administrator)).toMatchObject({ state: 'done' });
    expect((await server().ask(path, { token: county })).status).toBe(404);
    const statuses = [
      await verify(undefined, county),
      await verify('accounts', county),
      await verify(`plan:${plan}`, narrow),
      await verify(`plan:${plan}`, neighbour),
    ].map(({ status }) => status);
    expect(statuses).toEqual([403, 403, 403, 404]);
  });

  test('an export of the own chain holds against its seal without the server', async () => {
    const query = `scope=plan:${plan}`;
    const answer = await server().ask(`/api/v1/ledger/export?${query}`, { token: county });
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    const seal = await server().json<SealDocument>(`/api/v1/ledger/seal?${query}`, county);
    const folder = await mkdtemp(join(tmpdir(), 'tuheng-ledger-'));
    try {
      await writeFile(join(folder, 'ledger.jsonl'), await answer.text());
      const file = await openLedgerFile(join(folder, 'ledger.jsonl'));
      expect(await verifyLedger(file.rows, [seal])).toMatchObject({
        sound: true,
        rows: 1,
        chains: [{ scope: `plan:${plan}`, sealedTo: 1 }],
      });
    } finally {
      await rm(folder, { recursive: true });
    }
    for (const path of ['export', 'seal'])
      expect((await server().ask(`/api/v1/ledger/${path}`, { token: county })).status).toBe(403);
  });
});
