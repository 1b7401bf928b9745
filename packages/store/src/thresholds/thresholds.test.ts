import { beforeAll, expect, it } from 'vitest';
import { createAccount, findAccount } from '../accounts/account.ts';
import { listLedgerFor } from '../accounts/list-ledger.ts';
import { readLedger } from '../ledger/read-ledger.ts';
import { verifyLedger } from '../ledger/verify.ts';
import { putRegion } from '../plans/regions.ts';
import { onBothDatabases } from '../testing/databases.ts';
import { tester } from '../testing/plans.ts';
import { listThresholds, thresholdsOf } from './read-thresholds.ts';
import { resetThreshold, setThreshold } from './set-threshold.ts';

const address = { book: 'review', rule: 'udb.fragments', parameter: 'minimumArea' } as const;
const [county, city, province] = ['230898', '230800', '230000'];

onBothDatabases('thresholds', (database) => {
  beforeAll(() => database().transaction((tx) => putRegion(tx, county!, '示范县')));
  const set = (region: string, value: number | string, source = '某文件第 3 条') =>
    setThreshold(database(), tester, { ...address, region, value, source, reason: `定为 ${value}` });
  const reset = (region: string) =>
    resetThreshold(database(), tester, { ...address, region, reason: '撤销' });
  const valuesOf = async (region: string) => {
    const { inForce, overridden } = await thresholdsOf(database(), region);
    return [inForce.map(({ value }) => value), overridden.map(({ value }) => value)];
  };

  it('of a city or province hold in its counties until a nearer region sets its own', async () => {
    expect(await valuesOf(county!)).toEqual([[], []]);
    await set(province!, 300);
    await set(city!, 350.5);
    expect(await valuesOf(county!)).toEqual([[350.5], [300]]);
    await set(county!, 200);
    expect(await valuesOf(county!)).toEqual([[200], [350.5, 300]]);
    expect(await valuesOf('230881')).toEqual([[350.5], [300]]);
    await set(county!, 250, ' ');
    const { inForce } = await thresholdsOf(database(), county!);
    expect(inForce).toEqual([
      {
        ...address,
        region: { adcode: county, name: '示范县' },
        value: 250,
        source: '',
        confidence: 'suggestion',
        reason: '定为 250',
        by: tester.name,
        at: expect.stringMatching(/^\d{4}-.*\.\d{6}Z$/),
      },
    ]);
    await reset(county!);
    expect(await valuesOf(county!)).toEqual([[350.5], [300]]);
    await reset(city!);
    expect(await valuesOf(county!)).toEqual([[300], []]);
  });

  it('keep their history, the newest first, page by page', async () => {
    const all = await listThresholds(database(), county!, { limit: 100 });
    expect(all.map(({ region, value, confidence }) => [region.adcode, value, confidence])).toEqual([
      [city, null, null],
      [county, null, null],
      [county, 250, 'suggestion'],
      [county, 200, 'found'],
      [city, 350.5, 'found'],
      [province, 300, 'found'],
    ]);
    const page = await listThresholds(database(), county!, { before: all[1]!.id, limit: 2 });
    expect(page).toEqual(all.slice(2, 4));
    expect(await listThresholds(database(), province!, { limit: 100 })).toHaveLength(1);
  });

  it('are told in the ledger, a chain for each region, each with the state before it', async () => {
    const rows = await database().transaction((tx) => Array.fromAsync(readLedger(tx, `region:${county}`)));
    expect(rows.map(({ verb, object, reason }) => [verb, object, reason])).toEqual([
      ['rule.set', 'threshold:review/udb.fragments.minimumArea', '定为 200'],
      ['rule.set', 'threshold:review/udb.fragments.minimumArea', '定为 250'],
      ['rule.reset', 'threshold:review/udb.fragments.minimumArea', '撤销'],
    ]);
    expect(rows.map(({ before }) => before)).toEqual([null, rows[0]!.after, rows[1]!.after]);
    expect(rows[2]!.after).toBeNull();
    expect(await database().transaction((tx) => verifyLedger(readLedger(tx)))).toMatchObject({ sound: true });
  });

  it('are read in the ledger by those of the region and of no other', async () => {
    const seenBy = async (name: string, region: string) => {
      const grants = [{ role: 'county', region }] as const;
      await createAccount(database(), tester, { name, displayName: name, grants, reason: '' });
      const { id } = await findAccount(database(), name);
      const rows = await listLedgerFor(database(), { account: id, name }, {}, { limit: 100 });
      return new Set(rows.map(({ scope }) => scope));
    };
    expect(await seenBy('own', county!)).toEqual(new Set([`region:${county}`]));
    expect(await seenBy('neighbour', '230881')).toEqual(new Set());
  });

  it('are refused where there is no such region, or nothing to take back', async () => {
    await expect(set('230897', 1)).rejects.toMatchObject({ code: 'store.unknown-region' });
    await expect(reset(county!)).rejects.toMatchObject({ code: 'store.no-threshold' });
    expect(await listThresholds(database(), '230897', { limit: 9 })).toHaveLength(3);
  });

  it('cannot be changed or taken away', async () => {
    for (const sql of ['UPDATE threshold SET value = NULL', 'DELETE FROM threshold', 'TRUNCATE threshold'])
      await expect(database().script(sql), sql).rejects.toThrow();
    await expect(database().asOwner((tx) => tx.script('DELETE FROM threshold'))).rejects.toThrow(
      'what is published cannot be changed',
    );
  });

  it('set at once follow one another', async () => {
    await Promise.all([1, 2, 3, 4, 5].map((value) => set(county!, value)));
    const [[value]] = (await valuesOf(county!)) as [number[]];
    const [last] = await listThresholds(database(), county!, { limit: 1 });
    expect(value).toBe(last!.value);
    expect(await database().transaction((tx) => verifyLedger(readLedger(tx)))).toMatchObject({ sound: true });
  });

  it('keep a text as it is', async () => {
    const text = '"引号" \\ 与 null';
    await set(county!, text);
    expect((await valuesOf(county!))[0]).toEqual([text]);
  });
});
