import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { createAccount, findAccount } from '../accounts/account.ts';
import type { GrantRequest } from '../accounts/grant.ts';
import type { Caller } from '../accounts/rights.ts';
import { readLedger } from '../ledger/read-ledger.ts';
import { importPlan } from '../plans/import-plan.ts';
import { onBothDatabases } from '../testing/databases.ts';
import { tester } from '../testing/plans.ts';
import { squarePlan } from '../testing/square-plan.ts';
import { listAssignees } from './assignees.ts';
import { listNotices, markNoticesRead } from './notices.ts';
import { addRemark, listRemarks, type NewRemark } from './remark.ts';

onBothDatabases('remarks', (database) => {
  const people = new Map<string, Caller>();
  const as = (name: string) => people.get(name)!;
  let job: string;
  beforeAll(async () => {
    await importPlan(database(), tester, {
      plan: squarePlan(3),
      code: '230882',
      region: '230882',
      reason: '',
    });
    const grants: Readonly<Record<string, GrantRequest>> = {
      county: { role: 'county', region: '230882' },
      planner: { role: 'planner', region: '230882' },
      department: { role: 'department', region: '230882' },
      neighbour: { role: 'county', region: '230881' },
    };
    for (const [name, grant] of Object.entries(grants)) {
      await createAccount(database(), tester, {
        name,
        displayName: `${name}者`,
        grants: [grant],
        reason: '',
      });
      people.set(name, { account: (await findAccount(database(), name)).id, name });
    }
    job = await ended('done');
  });

  /** A job of the planner that has ended. */
  const ended = async (state: 'done' | 'failed'): Promise<string> => {
    const id = randomUUID();
    await database().query(
      `INSERT INTO job (id, kind, plan, parameters, requested_by, requested_from) VALUES ($1, 'review', '230882', '{}', 'planner', 'here')`,
      [id],
    );
    await database().query(`UPDATE job SET state = $2, ended_at = clock_timestamp() WHERE id = $1`, [
      id,
      state,
    ]);
    return id;
  };
  const say = (name: string, action: NewRemark['action'], more: Partial<NewRemark> = {}) =>
    addRemark(
      database(),
      as(name),
      { name, origin: 'here' },
      { job, subject: { kind: 'verdict', rule: 'udb.total' }, action, text: '', attachments: [], ...more },
    );
  const piece = { kind: 'piece', rule: 'udb.total', piece: 3 } as const;

  test('what is said is kept with its word in the ledger, and cannot be changed', async () => {
    const said = await say('county', 'assign', { subject: piece, to: 'planner', text: '请核实' });
    const attachments = [{ name: '说明.pdf', bytes: 3, digest: 'ab' }];
    await say('planner', 'contest', { subject: piece, text: '边界以批复为准', attachments });
    const all = (await listRemarks(database(), job)).filter(({ subject }) => subject.kind === 'piece');
    expect(all[0]).toEqual(said);
    expect(all[1]).toMatchObject({ action: 'contest', by: 'planner', attachments, subject: piece });
    const told: string[] = [];
    await database().transaction(async (tx) => {
      for await (const { verb, object, reason } of readLedger(tx, 'jobs'))
        told.push(`${verb} ${object} ${reason}`);
    });
    expect(told).toContain(`remark.assign remark:${said.id} 请核实`);
    for (const change of ['UPDATE job_remark SET words = $1', 'DELETE FROM job_remark WHERE words = $1'])
      await expect(database().query(change, ['请核实'])).rejects.toThrow();
  });

  test('nothing is written that cannot be done', async () => {
    const before = (await listRemarks(database(), job)).length;
    const codes: string[] = [];
    const tries = [
      () => say('county', 'reopen'),
      () => say('county', 'contest', { text: ' ' }),
      () => say('county', 'assign'),
      () => say('county', 'assign', { to: 'neighbour' }),
      () => say('county', 'answer', { to: 'planner' }),
      () => say('neighbour', 'answer'),
      () => say('county', 'answer', { job: randomUUID() }),
    ];
    for (const attempt of tries)
      codes.push(
        await attempt().then(
          () => 'done',
          (error: { code: string }) => error.code,
        ),
      );
    expect(codes).toEqual([
      'store.remark-refused',
      'store.remark-reason',
      'store.not-assignable',
      'store.not-assignable',
      'store.not-assignable',
      'store.no-job',
      'store.no-job',
    ]);
    expect(await listRemarks(database(), job)).toHaveLength(before);
  });

  test('of two who close the same matter only one does', async () => {
    const subject = { kind: 'finding', rule: 'geometry.overlap', piece: 0, side: 'filed' } as const;
    const both = await Promise.allSettled([
      say('county', 'close', { subject }),
      say('planner', 'close', { subject }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    // The other database's finding of the same number is another matter.
    await say('county', 'answer', { subject: { ...subject, side: 'maintained' } });
  });

  test('those who take part in the region can be given a matter', async () => {
    const names = (await listAssignees(database(), { plan: '230882', requestedBy: 'planner' })).map(
      ({ name }) => name,
    );
    expect(names).toEqual(['county', 'department', 'planner']);
    await say('county', 'assign', { to: 'department' });
    await say('department', 'answer', { text: '无意见' });
  });

  test('each hears of what concerns them, until it is read', async () => {
    const heard = async (name: string, unread = false) =>
      (await listNotices(database(), as(name), { unread })).map(({ kind, by }) => `${kind} ${by}`);
    const failed = await ended('failed');
    expect(await heard('planner')).toEqual([
      'job-failed planner',
      'answered department',
      'answered county',
      'assigned county',
      'job-done planner',
    ]);
    expect(await heard('county')).toEqual(['answered department', 'contested planner']);
    expect(await heard('department')).toEqual(['assigned county']);
    expect(await heard('neighbour')).toEqual([]);
    const [latest, ...others] = await listNotices(database(), as('planner'));
    expect(latest).toMatchObject({ job: failed, plan: '230882', isRead: false });
    await markNoticesRead(database(), as('planner'), others[0]!.at);
    await markNoticesRead(database(), as('planner'), others.at(-1)!.at);
    expect(await heard('planner', true)).toEqual(['job-failed planner']);
    expect((await listNotices(database(), as('planner'))).filter(({ isRead }) => isRead)).toHaveLength(4);
    // Who takes part no more hears no more.
    await database().query('UPDATE role_grant SET ended_at = clock_timestamp() WHERE account = $1', [
      as('department').account,
    ]);
    expect(await heard('department')).toEqual([]);
  });
});
