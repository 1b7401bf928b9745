import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { StoreError } from '../errors.ts';
import { onBothDatabases } from '../testing/databases.ts';
import { createEffectTable, effectsOf, leaveEffect } from '../testing/job-effects.ts';
import { quick } from '../testing/job-process.ts';
import { until } from '../testing/wait.ts';
import { findJob, type Job, type JobState, listJobs } from './job.ts';
import { cancelJob, enqueue, type JobQueue, openJobQueue } from './job-queue.ts';
import { beginRun } from './job-run.ts';
import { onceFor } from './once-for.ts';
import { type JobHandler, type JobWorker, startWorker } from './worker.ts';

const actor = { name: '测试', origin: 'localhost' };

onBothDatabases('a worker', (database) => {
  let queue: JobQueue;
  let worker: JobWorker;
  /** What each job is to do, by id. */
  const work = new Map<string, JobHandler>();
  const handler: JobHandler = (job, context) =>
    work.get((job.parameters as { name: string }).name)!(job, context);
  const ask = (name: string, todo: JobHandler): Promise<Job> => {
    work.set(name, todo);
    return enqueue(queue, actor, { kind: 'inspect', plan: '230882', parameters: { name } });
  };
  const ended = (id: string): Promise<Job> =>
    until(async () => {
      const job = await findJob(database(), id);
      return job.endedAt !== null && job;
    });
  const inState = (id: string, state: JobState): Promise<Job> =>
    until(async () => {
      const job = await findJob(database(), id);
      return job.state === state && job;
    });

  beforeAll(async () => {
    queue = await openJobQueue(database(), quick);
    await createEffectTable(database());
    worker = await startWorker(queue, { inspect: handler }, { pollSeconds: 0.5 });
  });
  afterAll(async () => {
    await worker.stop(1);
    await queue.close();
  });

  it('runs a queued job, tells its progress and keeps its result', async () => {
    const seen: Job[] = [];
    const { id } = await ask('sound', async (job, { progress }) => {
      progress(0.25, '读取');
      await until(async () => (await findJob(database(), job.id)).progress === 0.25);
      seen.push(await findJob(database(), job.id));
      return { pieces: 3 };
    });
    expect(await ended(id)).toMatchObject({
      state: 'done',
      progress: 1,
      attempt: 1,
      result: { pieces: 3 },
      error: null,
      plan: '230882',
      requestedBy: '测试',
    });
    expect(seen).toMatchObject([{ state: 'running', progress: 0.25, stage: '读取' }]);
    expect((await listJobs(database(), { state: 'done' })).map((job) => job.id)).toContain(id);
  });

  it('tries an error again and gives up after the last run, with its code', async () => {
    let runs = 0;
    const { id } = await ask('broken', async () => {
      runs++;
      throw Object.assign(new Error('读不出来'), { code: 'dataset.unreadable' });
    });
    expect(await ended(id)).toMatchObject({
      state: 'failed',
      attempt: 3,
      error: { code: 'dataset.unreadable', message: '读不出来' },
      result: null,
    });
    expect(runs).toBe(3);
  });

  it('is done where an error passes', async () => {
    const { id } = await ask('shaky', async (job) => {
      if (job.attempt === 1) throw new Error('断开');
      return 'good';
    });
    expect(await ended(id)).toMatchObject({ state: 'done', attempt: 2, result: 'good', error: null });
  });

  it('does not try again what cannot pass', async () => {
    const { id } = await ask('wrong', async () => {
      throw new StoreError('store.no-plan', '999999');
    });
    expect(await ended(id)).toMatchObject({ state: 'failed', attempt: 1, error: { code: 'store.no-plan' } });
  });

  it('cancels a queued job at once and never runs it', async () => {
    const gate = Promise.withResolvers<null>();
    const busy = await ask('busy', () => gate.promise);
    await inState(busy.id, 'running');
    let ran = false;
    const { id } = await ask('never', async () => {
      ran = true;
      return null;
    });
    expect(await cancelJob(database(), actor, id)).toMatchObject({ state: 'cancelled', attempt: 0 });
    expect(
      await database().query('SELECT verb, actor FROM ledger WHERE object = $1 ORDER BY seq', [`job:${id}`]),
    ).toEqual([
      { verb: 'job.request', actor: '测试' },
      { verb: 'job.cancel', actor: '测试' },
    ]);
    const late = await ask('late', async () => null);
    gate.resolve(null);
    await ended(late.id);
    expect(ran).toBe(false);
    await expect(cancelJob(database(), actor, id)).rejects.toMatchObject({ code: 'store.job-ended' });
    await expect(cancelJob(database(), actor, 'nonsense')).rejects.toMatchObject({ code: 'store.no-job' });
  });

  it('cancels a running job at its next report of progress', async () => {
    let reports = 0;
    const { id } = await ask('endless', async (_job, { progress }) => {
      for (;;) {
        progress(0.1, '计算');
        reports++;
        await setTimeout(20);
      }
    });
    await inState(id, 'running');
    expect((await cancelJob(database(), actor, id)).cancelRequested).toBe(true);
    expect(await ended(id)).toMatchObject({ state: 'cancelled', attempt: 1, result: null });
    const then = reports;
    await setTimeout(200);
    expect(reports).toBe(then);
  });

  it('keeps an effect that came before the cancellation', async () => {
    const { id } = await ask('too late', async (job, { once, progress }) => {
      await once((record) =>
        database().transaction(async (session) => {
          await leaveEffect(session, job.id);
          await record(session, 'published');
          return 'published';
        }),
      );
      await cancelJob(database(), actor, job.id);
      for (;;) {
        progress(0.9, '收尾');
        await setTimeout(20);
      }
    });
    expect(await ended(id)).toMatchObject({ state: 'done', result: 'published', cancelRequested: true });
    expect(await effectsOf(database(), id)).toHaveLength(1);
  });

  it('takes back an effect that is not committed when the job is cancelled', async () => {
    const begun = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    const { id } = await ask('in its transaction', (job, { once }) =>
      once((record) =>
        database().transaction(async (session) => {
          await leaveEffect(session, job.id);
          begun.resolve();
          await asked.promise;
          await record(session, 'published');
          return 'published';
        }),
      ),
    );
    await begun.promise;
    // On a server another process cancels it, which has another handle. The one connection of an embedded database is taken by the job's transaction.
    const isServer = database().kind === 'server';
    const cancelling = cancelJob(isServer ? { ...database() } : database(), actor, id);
    if (isServer) await cancelling;
    asked.resolve();
    expect((await cancelling).cancelRequested).toBe(true);
    expect(await ended(id)).toMatchObject({ state: 'cancelled', attempt: 1, result: null, error: null });
    expect(await effectsOf(database(), id)).toEqual([]);
    expect(
      await database().query('SELECT verb FROM ledger WHERE object = $1 ORDER BY seq', [`job:${id}`]),
    ).toEqual([{ verb: 'job.request' }, { verb: 'job.cancel' }]);
  });

  it('ends a job at the next report of progress within its transaction', async () => {
    const begun = Promise.withResolvers<void>();
    const { id } = await ask('long transaction', (job, { once, progress }) =>
      once((record) =>
        database().transaction(async (session) => {
          await leaveEffect(session, job.id);
          begun.resolve();
          for (;;) {
            progress(0.5, '写入');
            await setTimeout(20);
            if (job.attempt > 1) await record(session, null);
          }
        }),
      ),
    );
    await begun.promise;
    await cancelJob(database(), actor, id);
    expect(await ended(id)).toMatchObject({ state: 'cancelled', attempt: 1 });
    expect(await effectsOf(database(), id)).toEqual([]);
  });

  it('refuses the effect of a run whose job has ended', async () => {
    const { id } = await enqueue(queue, actor, { kind: 'review', parameters: {} });
    await cancelJob(database(), actor, id);
    const late = onceFor(id, database(), (record) =>
      database().transaction(async (session) => {
        await leaveEffect(session, id);
        await record(session, null);
        return null;
      }),
    );
    await expect(late).rejects.toMatchObject({ code: 'store.job-ended' });
    expect(await effectsOf(database(), id)).toEqual([]);
  });

  it('takes two requests with one effect key for one, until the first has failed', async () => {
    const request = { kind: 'publish', parameters: {}, effectKey: 'review-1' } as const;
    const first = await enqueue(queue, actor, request);
    expect((await enqueue(queue, actor, request)).id).toBe(first.id);
    await cancelJob(database(), actor, first.id);
    expect((await enqueue(queue, actor, request)).id).not.toBe(first.id);
  });

  it('writes the row and the place in the queue together or not at all', async () => {
    const before = (await listJobs(database())).length;
    const parameters = { name: 'half' };
    const broken = { ...queue, sendOptions: { ...queue.sendOptions, deadLetter: 'no-such-queue' } };
    await expect(enqueue(broken, actor, { kind: 'inspect', parameters })).rejects.toThrow();
    expect(await listJobs(database())).toHaveLength(before);
  });

  it('fails a job whose workers died once too often', async () => {
    const once = { ...queue, sendOptions: { ...queue.sendOptions, retryLimit: 0 } };
    const { id } = await enqueue(once, actor, { kind: 'import', parameters: {} });
    // What a worker does before it dies, and what pg-boss makes of it.
    await queue.boss.fetch('import');
    await beginRun(database(), id);
    await queue.boss.fail('import', id);
    expect(await ended(id)).toMatchObject({ state: 'failed', error: { code: 'store.job-lost' } });
  });

  it('has an effect once, and the result of it from then on', async () => {
    let effects = 0;
    const { id } = await ask('twice', async (job, { once }) => {
      const publish = () =>
        once((record) =>
          database().transaction(async (session) => {
            effects++;
            await leaveEffect(session, job.id);
            await record(session, effects);
            return effects;
          }),
        );
      return [await publish(), await publish()];
    });
    expect(await ended(id)).toMatchObject({ state: 'done', result: [1, 1] });
    expect(effects).toBe(1);
    expect(await effectsOf(database(), id)).toHaveLength(1);
  });

  it('gives its job back when it is stopped, for the next worker', async () => {
    let stops = 0;
    const { id } = await ask('long', async (job, { progress, signal }) => {
      signal.addEventListener('abort', () => stops++);
      while (job.attempt === 1) {
        progress(0.5, '计算');
        await setTimeout(20);
      }
      return job.attempt;
    });
    await inState(id, 'running');
    await worker.stop(1);
    expect(stops).toBe(1);
    expect(await findJob(database(), id)).toMatchObject({ state: 'queued', error: null });
    await queue.close();
    queue = await openJobQueue(database(), quick);
    worker = await startWorker(queue, { inspect: handler }, { pollSeconds: 0.5 });
    expect(await ended(id)).toMatchObject({ state: 'done', result: 2 });
  });

  it('does not run a job again that has had its effect', async () => {
    const { id } = await enqueue(queue, actor, { kind: 'review', parameters: {} });
    // What a worker does that dies right after the effect.
    await queue.boss.fetch('review', { batchSize: 10 });
    await beginRun(database(), id);
    await onceFor(id, database(), (record) =>
      database().transaction(async (session) => {
        await record(session, 'published');
        return 'published';
      }),
    );
    await queue.boss.fail('review', id);
    const ran: string[] = [];
    const review: JobHandler = async (job) => {
      ran.push(job.id);
      return null;
    };
    await startWorker(queue, { review }, { pollSeconds: 0.5 });
    expect(await ended(id)).toMatchObject({ state: 'done', attempt: 2, result: 'published' });
    expect(ran).not.toContain(id);
  });

  it('finds jobs whose place in the queue is not there any more', async () => {
    await worker.stop(1);
    await queue.close();
    queue = await openJobQueue(database(), quick);
    work.set('restored', async () => 'good');
    const { id } = await enqueue(queue, actor, { kind: 'inspect', parameters: { name: 'restored' } });
    await queue.close();
    await database().script('DELETE FROM pgboss.job');
    queue = await openJobQueue(database(), quick);
    worker = await startWorker(queue, { inspect: handler }, { pollSeconds: 0.5 });
    expect((await ended(id)).state).toBe('done');
  });
});
