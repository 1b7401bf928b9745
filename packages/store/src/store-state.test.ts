import { expect, it } from 'vitest';
import { enqueue, openJobQueue } from './jobs/job-queue.ts';
import { tellOfSystem } from './ledger/tell-of-system.ts';
import { storeState } from './store-state.ts';
import { onBothDatabases } from './testing/databases.ts';
import { tester } from './testing/plans.ts';

onBothDatabases('the state of a store', (database) => {
  it('tells of the database, the jobs and the chains', async () => {
    const empty = await storeState(database());
    expect(empty.database).toMatchObject({
      kind: database().kind,
      version: expect.stringMatching(/^\d+\.\d+/),
    });
    expect(empty.database.bytes).toBeGreaterThan(1_000_000);
    expect(empty.jobs).toEqual({ queued: 0, running: 0, done: 0, failed: 0, cancelled: 0 });
    expect(empty.chains).toEqual([]);
    const queue = await openJobQueue(database());
    await enqueue(queue, tester, { kind: 'inspect', parameters: {} });
    await queue.close();
    for (const object of ['backup:a', 'backup:b'])
      await tellOfSystem(database(), tester, { verb: 'backup.create', object, reason: '' });
    const { jobs, chains } = await storeState(database());
    expect(jobs.queued).toBe(1);
    expect(chains).toEqual([
      { scope: 'jobs', rows: 1, lastAt: expect.stringMatching(/^\d{4}-.*\.\d{6}Z$/) },
      { scope: 'system', rows: 2, lastAt: expect.stringMatching(/Z$/) },
    ]);
  });
});
