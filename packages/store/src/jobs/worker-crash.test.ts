import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Database } from '../database/database.ts';
import { openDatabase } from '../database/open-database.ts';
import { createServerDatabase, onServer } from '../testing/databases.ts';
import { createEffectTable, effectsOf } from '../testing/job-effects.ts';
import { type Hang, quick, testHandlers } from '../testing/job-process.ts';
import { until } from '../testing/wait.ts';
import { WorkerProcess } from '../testing/worker-process.ts';
import { findJob, type Job } from './job.ts';
import { enqueue, openJobQueue } from './job-queue.ts';
import { startWorker } from './worker.ts';

const actor = { name: '测试', origin: 'localhost' };
const processes: WorkerProcess[] = [];

function startProcess(place: string): WorkerProcess {
  const started = new WorkerProcess(place);
  processes.push(started);
  return started;
}

afterEach(async () => {
  await Promise.all(processes.splice(0).map((each) => each.kill()));
});

/** One job whose first run hangs before its effect, one that hangs after it. */
async function enqueueHanging(database: Database): Promise<readonly [before: Job, after: Job]> {
  await createEffectTable(database);
  const queue = await openJobQueue(database, quick);
  const hanging = (kind: 'publish' | 'import', hang: Hang): Promise<Job> =>
    enqueue(queue, actor, { kind, parameters: { hang } });
  const jobs = [
    await hanging('publish', 'before the effect'),
    await hanging('import', 'after the effect'),
  ] as const;
  await queue.close();
  return jobs;
}

async function killWhereTheyHang(worker: WorkerProcess, [before, after]: readonly [Job, Job]): Promise<void> {
  await until(
    async () => worker.said(`${before.id} before the effect`) && worker.said(`${after.id} after the effect`),
  );
  await worker.kill();
}

/** Both jobs come to their end by another worker, each with one effect. */
async function expectBothDone(
  database: Database,
  [before, after]: readonly [Job, Job],
  killed: number,
): Promise<void> {
  for (const { id } of [before, after]) {
    await until(async () => (await findJob(database, id)).state === 'done');
  }
  const effects = [await effectsOf(database, before.id), await effectsOf(database, after.id)];
  expect(effects).toEqual([[expect.any(Number)], [killed]]);
  expect(effects[0]).not.toEqual([killed]);
  expect(await findJob(database, before.id)).toMatchObject({ attempt: 2, result: { attempt: 2 } });
  expect(await findJob(database, after.id)).toMatchObject({ attempt: 2, result: { attempt: 1 } });
}

onServer('jobs of a worker that was killed', () => {
  it('run again in another process, and have their effect once', async () => {
    const url = await createServerDatabase();
    const database = await openDatabase({ url });
    const jobs = await enqueueHanging(database);
    const first = startProcess(url);
    await killWhereTheyHang(first, jobs);
    startProcess(url);
    await expectBothDone(database, jobs, first.pid);
    await database.close();
  });

  it('are shared by the processes there are, each job run once', async () => {
    const url = await createServerDatabase();
    const database = await openDatabase({ url });
    await createEffectTable(database);
    const workers = [startProcess(url), startProcess(url), startProcess(url)];
    const queue = await openJobQueue(database, quick);
    const ids: string[] = [];
    for (let i = 0; i < 30; i++) {
      const pause = { pause: 50 };
      ids.push((await enqueue(queue, actor, { kind: 'inspect', parameters: pause })).id);
    }
    const jobs = await until(async () => {
      const all = await Promise.all(ids.map((id) => findJob(database, id)));
      return all.every(({ state }) => state === 'done') && all;
    });
    const effects = await Promise.all(ids.map((id) => effectsOf(database, id)));
    expect(jobs.map(({ attempt }) => attempt)).toEqual(ids.map(() => 1));
    expect(effects.map(({ length }) => length)).toEqual(ids.map(() => 1));
    expect([...new Set(effects.flat())].sort()).toEqual(workers.map(({ pid }) => pid).sort());
    await queue.close();
    await database.close();
  });
});

describe('jobs of a worker that was killed (PGlite)', () => {
  it('run again when the folder is opened, and have their effect once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tuheng-jobs-'));
    try {
      const made = await openDatabase({ folder });
      const jobs = await enqueueHanging(made);
      await made.close();
      const first = startProcess(folder);
      await killWhereTheyHang(first, jobs);
      const database = await openDatabase({ folder });
      const queue = await openJobQueue(database, quick);
      const worker = await startWorker(queue, testHandlers(database), { pollSeconds: 0.5 });
      await expectBothDone(database, jobs, first.pid);
      await worker.stop(1);
      await queue.close();
      await database.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
