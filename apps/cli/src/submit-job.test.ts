import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Job } from '@tuheng/store';
import { createServerDatabase, onServer } from '@tuheng/store/testing/databases.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exitCodeOf } from './submit-job.ts';
import { demonstrationInto, tuheng, tuhengHere } from './testing/commands.ts';

const number = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\n/;
let folder: string;
const data = (name: string): string => join(folder, '数据', name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tuheng-任务-'));
  await demonstrationInto(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A plan taken in and published by jobs, and jobs that come to nothing. */
async function expectJobsDone(...place: readonly string[]): Promise<void> {
  const submit = (...args: readonly string[]) => tuhengHere('job', 'submit', ...args, ...place, '--quiet');
  const taken = await submit('import', data('备案.gdb'), '--reason', '备案入库', '--wait');
  expect([taken.code, taken.err]).toEqual([0, '']);
  expect(taken.out).toMatch(number);
  expect(taken.out).toMatch(/状态　完成 100%[\s\S]*结果　\{"plan":"230898","version":1,/);

  const pair = ['--filed', data('备案.gdb'), '--maintained', data('维护后.gdb')];
  const publish = [
    'publish',
    '230898',
    ...pair,
    '--review',
    join(folder, 'review.json'),
    '--reason',
    '年度维护',
  ];
  const published = await submit(...publish, '--wait', '--json');
  expect(published.code, published.err).toBe(0);
  expect(JSON.parse(published.out)).toMatchObject({ kind: 'publish', state: 'done', result: { version: 2 } });

  const missing = await submit('inspect', data('没有.gdb'), '--out', join(folder, '质检'), '--wait');
  expect(missing.code).toBe(2);
  expect(missing.out).toMatch(/状态　失败[\s\S]*（dataset\.not-found）/);
}

describe('tuheng job submit', () => {
  it('does the job itself in a data folder where it waits for it', () =>
    expectJobsDone('--data', join(folder, 'store')));

  it('leaves the job to a worker where it does not wait', async () => {
    const place = ['--data', join(folder, 'later')];
    const asked = tuheng('job', 'submit', 'import', data('备案.gdb'), '--reason', '备案入库', ...place);
    expect(asked).toMatchObject({ code: 0, err: '' });
    expect(asked.out).toMatch(number);
    expect((await tuhengHere('job', 'list', '--state', 'queued', ...place)).out).toContain(asked.out.trim());
  });

  it('makes no store but for an import', async () => {
    const args = ['inspect', data('备案.gdb'), '--out', 'o', '--data', join(folder, '没有')];
    expect(await tuhengHere('job', 'submit', ...args)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('store.no-store'),
    });
  });

  it.each([
    ['done', { counts: { pass: 3 } }, 0],
    ['done', { version: 1 }, 0],
    ['done', { counts: { pass: 3, fail: 1 } }, 1],
    ['done', { counts: { passed: 3, failed: 1 } }, 1],
    ['failed', null, 2],
    ['cancelled', null, 2],
  ] as const)('ends by the outcome: %s %j with %i', (state, result, code) => {
    expect(exitCodeOf({ state, result } as unknown as Job)).toBe(code);
  });
});

onServer('tuheng job submit', () => {
  let url: string;
  let worker: ChildProcess;
  beforeAll(async () => {
    url = await createServerDatabase();
    worker = spawn('bin/tuheng', ['worker', '--database-url', url, '--quiet'], {
      cwd: fileURLToPath(new URL('../../..', import.meta.url)),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  });
  afterAll(async () => {
    const exited = once(worker, 'exit');
    worker.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
  });

  it('waits for a worker to do the job', () => expectJobsDone('--database-url', url));
});
