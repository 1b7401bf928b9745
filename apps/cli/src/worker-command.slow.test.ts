import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import {
  enqueue,
  findJob,
  type Job,
  type JobRequest,
  listVersions,
  openDatabase,
  openJobQueue,
  type StorePlace,
} from '@tuheng/store';
import { Cluster } from '@tuheng/store/testing/postgres-cluster.ts';
import { findPostgres } from '@tuheng/store/testing/postgres-programs.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrationInto } from './testing/commands.ts';

const actor = { name: '测试', origin: 'localhost' };
let folder: string;
const data = (name: string): string => join(folder, '数据', name);
const filed = (): string => data('备案.gdb');
const pair = () => ({ filed: filed(), maintained: data('维护后.gdb') });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tuheng-任务-'));
  await demonstrationInto(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Queues jobs, lets `tuheng worker` do them until it has told of the end of each, stops it, and returns what became of them. */
async function work(place: StorePlace, requests: readonly JobRequest[]): Promise<readonly Job[]> {
  const jobs: Job[] = [];
  const database = await openDatabase(place);
  const queue = await openJobQueue(database);
  for (const request of requests) jobs.push(await enqueue(queue, actor, request));
  await queue.close();
  await database.close();

  const option = 'url' in place ? ['--database-url', place.url] : ['--data', place.folder];
  const worker = spawn('bin/tuheng', ['worker', ...option], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(worker, 'exit');
  const waiting = new Set(jobs.map(({ id }) => id));
  for await (const line of createInterface({ input: worker.stdout })) {
    const [, id] = /^(?:完成|中断)　\S+ ([0-9a-f-]{36})/.exec(line) ?? [];
    if (id !== undefined && waiting.delete(id) && waiting.size === 0) worker.kill('SIGTERM');
  }
  expect(await exited).toEqual([0, null]);

  const after = await openDatabase(place);
  const ended = await Promise.all(jobs.map(({ id }) => findJob(after, id)));
  await after.close();
  return ended;
}

/** A plan taken in from its file and published from the files of its review. */
async function expectPublished(
  place: StorePlace,
  ...more: readonly (readonly JobRequest[])[]
): Promise<Job[]> {
  const taken = { kind: 'import', plan: '230898', parameters: { path: filed(), code: '230898' } } as const;
  const parameters = { ...pair(), review: join(folder, 'review.json'), reason: '2026 年维护' };
  const published = { kind: 'publish', plan: '230898', parameters } as const;
  const [first, ...others] = await work(place, [taken, ...(more[0] ?? [])]);
  const [second, ...rest] = await work(place, [published, ...(more[1] ?? [])]);
  expect(first).toMatchObject({ state: 'done', attempt: 1, result: { version: 1 } });
  expect(second).toMatchObject({ state: 'done', attempt: 1, result: { version: 2 } });
  const database = await openDatabase(place);
  const versions = await listVersions(database, '230898');
  await database.close();
  expect(versions.map(({ number, actor }) => [number, actor]).sort()).toEqual([
    [1, '测试'],
    [2, '测试'],
  ]);
  return [...others, ...rest];
}

describe('tuheng worker', () => {
  it('does the jobs of a data folder and stops when told to', async () => {
    const out = (name: string): string => join(folder, 'out', name);
    const results = await expectPublished(
      { folder: join(folder, 'store') },
      [
        { kind: 'review', parameters: { ...pair(), base: data('基础数据.gdb'), out: out('审查') } },
        { kind: 'inspect', parameters: { path: filed(), out: out('质检') } },
      ],
      [
        { kind: 'import', parameters: { path: filed(), code: '230898' } },
        { kind: 'review', parameters: { filed: filed(), maintained: data('没有.gdb'), out: out('无') } },
        { kind: 'inspect', parameters: { path: filed() } },
      ],
    );
    expect(results).toMatchObject([
      { state: 'done', progress: 1, result: { counts: { pass: 16 }, out: out('审查') } },
      { state: 'done', progress: 1, result: { out: out('质检') } },
      { state: 'failed', attempt: 1, error: { code: 'store.plan-exists' } },
      { state: 'failed', attempt: 1, error: { code: 'dataset.not-found' } },
      { state: 'failed', attempt: 1, error: { code: 'cli.job-parameters' } },
    ]);
    expect(existsSync(join(out('审查'), 'review.json'))).toBe(true);
    expect(existsSync(join(out('质检'), 'inspection.json'))).toBe(true);
  }, 120_000);

  const bin = findPostgres();
  it.skipIf(bin === undefined)(
    'does the jobs of a server and stops when told to (PostgreSQL)',
    async () => {
      const cluster = await Cluster.start(bin!, { listen_addresses: "''", fsync: 'off' });
      try {
        await expectPublished({
          url: `postgres://postgres@/postgres?host=${encodeURIComponent(cluster.folder)}`,
        });
      } finally {
        await cluster.stop();
      }
    },
    120_000,
  );
});
