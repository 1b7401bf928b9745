import type { Layer } from '@tuheng/standard';
import { expect, it } from 'vitest';
import { createAccount } from '../accounts/account.ts';
import { mayDo } from '../accounts/rights.ts';
import { onBothDatabases } from '../testing/databases.ts';
import { layerOf, planOf, square, tester } from '../testing/plans.ts';
import { importPlan } from './import-plan.ts';
import { townshipsOf } from './regions.ts';

/** A layer XZQ with these codes and names. */
function regionsOf(...rows: readonly (readonly [code: string | null, name: string | null])[]): Layer {
  const layer = layerOf(
    'XZQ',
    rows.map((_, i) => square(i, 0, i + 1)),
  );
  const columns = new Map(layer.columns)
    .set('XZQDM', { kind: 'text', values: rows.map(([code]) => code) })
    .set('XZQMC', { kind: 'text', values: rows.map(([, name]) => name) });
  return { ...layer, columns };
}

it('takes townships of the county that have a code and a name, each once', () => {
  const layer = regionsOf(
    ['230882101', ' 乙镇 '],
    ['230882100000', '甲镇'],
    ['230882101', '乙镇飞地'],
    ['230882', '本县'],
    ['230882000', '本县'],
    ['230882100201', '一村'],
    ['230883100', '邻县的镇'],
    ['23088210A', '写错'],
    ['230882102', ' '],
    [null, '没有代码'],
    ['230882103', null],
  );
  expect(townshipsOf(layer, '230882')).toEqual([
    { adcode: '230882100', name: '甲镇' },
    { adcode: '230882101', name: '乙镇' },
  ]);
  expect(townshipsOf(layer, '230800')).toEqual([]);
  expect(townshipsOf(layerOf('GHFQ', []), '230882')).toEqual([]);
});

onBothDatabases('the townships of a county', (database) => {
  const tree = () =>
    database().query(
      `SELECT adcode, parent, level, name FROM region WHERE level IN ('county', 'township') ORDER BY adcode`,
    );

  it('are put below it by the import of its plan, and those who may act in the county may there', async () => {
    await createAccount(database(), tester, {
      name: 'li.si',
      displayName: '李四',
      grants: [{ role: 'township', region: '230882100' }],
      reason: '',
    });
    expect(await tree()).toContainEqual({
      adcode: '230882100',
      parent: '230882',
      level: 'township',
      name: '230882100',
    });
    const plan = planOf(layerOf('GHFQ', [square(0, 0, 1)]));
    const regions = regionsOf(['230882100', '甲镇'], ['230882101', '乙镇']);
    const request = { plan, region: '230882', regions, reason: '备案' };
    expect(await importPlan(database(), tester, { ...request, code: 'a' })).toMatchObject({
      townships: 2,
      features: 1,
    });
    const expected = [
      { adcode: '230882', parent: '230800', level: 'county', name: '富锦市' },
      { adcode: '230882100', parent: '230882', level: 'township', name: '甲镇' },
      { adcode: '230882101', parent: '230882', level: 'township', name: '乙镇' },
    ];
    expect(await tree()).toEqual(expected);
    const { id } = await createAccount(database(), tester, {
      name: 'wang.wu',
      displayName: '王五',
      grants: [{ role: 'county', region: '230882' }],
      reason: '',
    });
    expect(await mayDo(database(), { account: id, name: 'wang.wu' }, 'plan.read', '230882101')).toBe(true);

    // Names that are there stay; the layer of the plan itself serves as well.
    const own = planOf(...plan.layers.values(), regionsOf(['230882101', '丙镇'], ['230882102', '丁镇']));
    const again = { plan: own, region: '230882', code: 'b', reason: '备案' };
    expect(await importPlan(database(), tester, again)).toMatchObject({ townships: 2, features: 3 });
    expect(await tree()).toEqual([
      ...expected,
      { adcode: '230882102', parent: '230882', level: 'township', name: '丁镇' },
    ]);
  });
});
