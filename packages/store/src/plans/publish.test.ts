import { describe, expect, it } from 'vitest';
import type { Database } from '../database/database.ts';
import { onBothDatabases } from '../testing/databases.ts';
import { layerOf, planOf, planOfSquares, publication, square, squaresOf, tester } from '../testing/plans.ts';
import { compareVersions } from './compare-versions.ts';
import { StaleBaseError } from './conflicts.ts';
import { importPlan } from './import-plan.ts';
import { publish } from './publish.ts';
import { readVersion, readWindow } from './read-version.ts';
import { rollBack } from './roll-back.ts';
import { findVersion, listPlans, listVersions } from './version.ts';

const filed = planOfSquares([square(0, 0, 1), square(1, 0, 2), square(2, 0, 3)]);
/** The second square changes class, the third goes, a fourth comes; all are numbered anew. */
const maintained = planOfSquares([square(0, 0, 11), square(1, 0, 12, '410'), square(3, 0, 13)]);

let plans = 0;

/** A new plan of three squares; its code. */
async function imported(database: Database, plan = filed): Promise<string> {
  const code = `p${++plans}`;
  await importPlan(database, tester, { plan, code, reason: '备案' });
  return code;
}

onBothDatabases('a plan in the store', (database) => {
  describe('import', () => {
    it('is version 1, and reads back as it was', async () => {
      const code = await imported(database());
      expect(await listVersions(database(), code)).toMatchObject([
        { number: 1, kind: 'import', features: 3, opened: 3, ended: 0, actor: '测试员', reason: '备案' },
      ]);
      const read = await readVersion(database(), code);
      expect(read.layers.get('GHFQ')).toMatchObject({
        crs: { epsg: 4532 },
        polygons: filed.layers.get('GHFQ')!.polygons,
      });
      expect(squaresOf(read)).toEqual(squaresOf(filed));
    });

    it('makes the region and those around it known', async () => {
      await imported(database());
      expect(
        await database().query(
          `SELECT adcode, parent, level, name FROM region WHERE adcode LIKE '2308%' OR adcode = '230000' ORDER BY adcode`,
        ),
      ).toEqual([
        { adcode: '230000', parent: null, level: 'province', name: '230000' },
        { adcode: '230800', parent: '230000', level: 'city', name: '230800' },
        { adcode: '230882', parent: '230800', level: 'county', name: '富锦市' },
      ]);
    });

    it('keeps values of every kind', async () => {
      const { columns, ...rest } = filed.layers.get('GHFQ')!;
      const odd = {
        ...rest,
        columns: new Map([
          ...columns,
          ['BZ', { kind: 'text' as const, values: ['"引号"\n\\', null, '\u0000𠮷'] }],
          ['X', { kind: 'number' as const, values: Float64Array.of(Infinity, Number.NaN, 0.1 + 0.2) }],
        ]),
      };
      const code = await imported(database(), planOf(odd));
      const read = (await readVersion(database(), code)).layers.get('GHFQ')!;
      for (const [name, column] of odd.columns) expect(read.columns.get(name), name).toEqual(column);
    });

    it('leaves no trace of a plan that is there already', async () => {
      const code = await imported(database());
      const again = importPlan(database(), tester, { plan: maintained, code, reason: '' });
      await expect(again).rejects.toMatchObject({ code: 'store.plan-exists' });
      expect(await listVersions(database(), code)).toHaveLength(1);
    });

    it('wants to know the region', async () => {
      const { columns, ...rest } = filed.layers.get('GHFQ')!;
      const nowhere = planOf({ ...rest, columns: new Map([['MJ', columns.get('MJ')!]]) });
      const lost = importPlan(database(), tester, { plan: nowhere, reason: '' });
      await expect(lost).rejects.toMatchObject({ code: 'store.no-region' });
    });
  });

  describe('publish', () => {
    it('ends and opens exactly what changed, whatever the numbers', async () => {
      const code = await imported(database());
      const version = await publish(database(), tester, publication(code, filed, maintained));
      expect(version).toMatchObject({
        number: 2,
        kind: 'publish',
        origin: 1,
        features: 3,
        opened: 2,
        ended: 2,
      });
      expect(squaresOf(await readVersion(database(), code))).toEqual([
        square(0, 0, 1),
        square(1, 0, 12, '410'),
        square(3, 0, 13),
      ]);
      expect(squaresOf(await readVersion(database(), code, 1))).toEqual(squaresOf(filed));
    });

    it('gives a new number where one that stays has it', async () => {
      const code = await imported(database());
      // Delivered with the number of the first square, which stays.
      const clash = planOfSquares([...squaresOf(filed), square(5, 5, 1)]);
      await publish(database(), tester, publication(code, filed, clash));
      expect(squaresOf(await readVersion(database(), code)).at(-1)).toEqual(square(5, 5, 4));
    });

    it('goes on from the maintained database as it was delivered, with its own numbers', async () => {
      const code = await imported(database());
      await publish(database(), tester, publication(code, filed, maintained));
      const next = planOfSquares(squaresOf(maintained).slice(1));
      const version = await publish(database(), tester, publication(code, maintained, next));
      expect(version).toMatchObject({ number: 3, origin: 2, rebasedFrom: null, ended: 1, opened: 0 });
    });

    it('knows which piece came from which, and how much of it', async () => {
      const code = await imported(database());
      const { plan } = await publish(database(), tester, publication(code, filed, maintained));
      const rows = await database().query<{ from: number; to: number; area: number }>(
        'SELECT from_feature AS from, to_feature AS to, area FROM lineage WHERE plan = $1',
        [plan],
      );
      expect(rows).toMatchObject([{ from: 2, to: 4 }]);
      // The ellipsoid area of 1 ha in the plane, 100 km off the central meridian.
      expect(rows[0]!.area).toBeGreaterThan(9_990);
      expect(rows[0]!.area).toBeLessThan(10_000);
    });

    it('keeps identical features apart', async () => {
      const twice = planOfSquares([square(0, 0, 1), square(0, 0, 1), square(1, 0, 2)]);
      const code = await imported(database(), twice);
      const once = planOfSquares([square(0, 0, 1), square(1, 0, 2)]);
      const version = await publish(database(), tester, publication(code, twice, once));
      expect(version).toMatchObject({ ended: 1, opened: 0, features: 2 });
    });

    it('replaces a layer whose fields changed', async () => {
      const code = await imported(database());
      const { columns, ...rest } = filed.layers.get('GHFQ')!;
      const withMore = planOf({
        ...rest,
        columns: new Map([...columns, ['BZ', { kind: 'text', values: ['一', null, '三'] }]]),
      });
      const version = await publish(database(), tester, publication(code, filed, withMore));
      expect(version).toMatchObject({ ended: 3, opened: 3, features: 3 });
      const read = await readVersion(database(), code);
      expect(read.layers.get('GHFQ')!.columns.get('BZ')).toEqual({
        kind: 'text',
        values: ['一', null, '三'],
      });
      expect((await readVersion(database(), code, 1)).layers.get('GHFQ')!.columns.has('BZ')).toBe(false);
    });

    it('leaves layers alone that only one of both has', async () => {
      const both = planOf(filed.layers.get('GHFQ')!, layerOf('CZKFBJ', [square(0, 0, 9)]));
      const code = await imported(database(), both);
      const other = planOf(maintained.layers.get('GHFQ')!, layerOf('STBHHX', [square(7, 7, 8)]));
      const request = publication(code, both, other);
      expect(request.change.leftOut).toEqual(['STBHHX']);
      await publish(database(), tester, request);
      const read = await readVersion(database(), code);
      expect([...read.layers.keys()]).toEqual(['GHFQ', 'CZKFBJ']);
      expect(squaresOf(read, 'CZKFBJ')).toEqual([square(0, 0, 9)]);
    });

    it('refuses a database that is no version of the plan', async () => {
      const code = await imported(database());
      const stranger = publish(database(), tester, publication(code, maintained, filed));
      await expect(stranger).rejects.toMatchObject({ code: 'store.unknown-base' });
    });

    it('refuses what changes nothing but numbers', async () => {
      const code = await imported(database());
      const same = planOfSquares([square(0, 0, 7), square(1, 0, 8), square(2, 0, 9)]);
      const nothing = publish(database(), tester, publication(code, filed, same));
      await expect(nothing).rejects.toMatchObject({ code: 'store.nothing-changed' });
    });
  });

  describe('a stale base', () => {
    it('is carried over where nothing overlaps', async () => {
      const code = await imported(database());
      await publish(database(), tester, publication(code, filed, maintained));
      const aside = planOfSquares([square(0, 0, 1, '300'), ...squaresOf(filed).slice(1), square(8, 8, 4)]);
      const version = await publish(database(), tester, publication(code, filed, aside));
      expect(version).toMatchObject({ number: 3, origin: 1, rebasedFrom: 1, ended: 1, opened: 2 });
      expect(
        squaresOf(await readVersion(database(), code)).map(({ column, zone }) => [column, zone]),
      ).toEqual([
        [1, '410'],
        [3, '520'],
        [0, '300'],
        [8, '520'],
      ]);
    });

    it('is refused with the pieces that conflict', async () => {
      const code = await imported(database());
      await publish(database(), tester, publication(code, filed, maintained));
      const against = planOfSquares([
        square(0, 0, 1),
        square(1, 0, 2, '300'),
        square(2, 0, 3),
        square(3, 0, 4),
      ]);
      const refused = await publish(database(), tester, publication(code, filed, against)).catch((e) => e);
      expect(refused).toBeInstanceOf(StaleBaseError);
      expect(refused).toMatchObject({ code: 'store.stale-base', base: 1, head: 2 });
      expect(refused.conflicts).toMatchObject([
        { kind: 'ended', layer: 'GHFQ', feature: 2, bsm: square(1, 0, 2).bsm, version: 2 },
        { kind: 'overlap', layer: 'GHFQ', bsm: square(1, 0, 12).bsm },
        { kind: 'overlap', layer: 'GHFQ', bsm: square(3, 0, 13).bsm },
      ]);
      expect(refused.message).toContain('GHFQ 标识码 230882000000000002 已在第 2 版中改动');
      expect(await listVersions(database(), code)).toHaveLength(2);
    });
  });

  describe('rollback', () => {
    it('makes an older version stand again, as a new one', async () => {
      const code = await imported(database());
      const [first] = await listVersions(database(), code);
      await publish(database(), tester, publication(code, filed, maintained));
      const version = await rollBack(database(), tester, { code, to: 1, reason: '误发布' });
      expect(version).toMatchObject({ number: 3, kind: 'rollback', origin: 1, content: first!.content });
      expect(squaresOf(await readVersion(database(), code)).map(({ column }) => column)).toEqual([0, 1, 2]);
      expect(squaresOf(await readVersion(database(), code, 2)).map(({ column }) => column)).toEqual([
        0, 1, 3,
      ]);
      expect((await compareVersions(database(), code, 1, 3)).layers).toEqual([]);
      expect((await compareVersions(database(), code, 2, 3)).layers).toMatchObject([
        { code: 'GHFQ', ended: { ids: Uint32Array.of(4, 5) }, opened: { ids: Uint32Array.of(6, 7) } },
      ]);
    });

    it('refuses to do nothing', async () => {
      const code = await imported(database());
      const same = rollBack(database(), tester, { code, to: 1, reason: '' });
      await expect(same).rejects.toMatchObject({ code: 'store.nothing-changed' });
    });
  });

  describe('reading', () => {
    it('finds a window of a version', async () => {
      const code = await imported(database());
      await publish(database(), tester, publication(code, filed, maintained));
      const window = [44_600_150, 5_230_050, 44_600_350, 5_230_060] as const;
      const ids = async (version: number): Promise<number[]> => [
        ...(await readWindow(database(), code, window, version))[0]!.ids,
      ];
      expect(await ids(1)).toEqual([2, 3]);
      expect(await ids(2)).toEqual([4, 5]);
    });

    it('finds the version of a day', async () => {
      const code = await imported(database());
      await publish(database(), tester, publication(code, filed, maintained));
      const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
      expect(await findVersion(database(), code, today)).toMatchObject({ number: 2 });
      await expect(findVersion(database(), code, '2020-01-01')).rejects.toMatchObject({
        code: 'store.no-version',
      });
    });

    it('lists plans with the version in force', async () => {
      const code = await imported(database());
      await publish(database(), tester, publication(code, filed, maintained));
      const own = (await listPlans(database())).find((plan) => plan.code === code);
      expect(own).toMatchObject({ region: '230882', name: '富锦市国土空间总体规划', head: { number: 2 } });
    });
  });
});
