import { beforeAll, expect, it } from 'vitest';
import { onBothDatabases } from '../testing/databases.ts';
import { planOfSquares, publication, square, tester } from '../testing/plans.ts';
import { importPlan } from './import-plan.ts';
import { publish } from './publish.ts';
import { verifyVersions } from './verify-versions.ts';

const filed = planOfSquares([square(0, 0, 1), square(1, 0, 2)]);
const maintained = planOfSquares([square(0, 0, 1), square(1, 0, 2, '410')]);

/** What someone might try on a published version, by SQL from the application's role. */
const attempts: readonly (readonly [what: string, sql: string])[] = [
  ['change a feature', `UPDATE feature SET attributes = '[]'`],
  ['delete features', 'DELETE FROM feature'],
  ['delete all features', 'TRUNCATE feature'],
  [
    'end a feature in an old version',
    'INSERT INTO feature_end SELECT layer, id, 2 FROM feature WHERE opened = 1 LIMIT 1',
  ],
  [
    'end a feature in a version to come but one',
    'INSERT INTO feature_end SELECT layer, id, 4 FROM feature WHERE opened = 1 LIMIT 1',
  ],
  ['take an end back', 'DELETE FROM feature_end'],
  [
    'add a feature to an old version',
    'INSERT INTO feature SELECT layer, id + 1000, opened, box, bsm, digest, attributes, geometry FROM feature LIMIT 1',
  ],
  [
    'add a feature to no layer',
    'INSERT INTO feature SELECT 999999, id, opened, box, bsm, digest, attributes, geometry FROM feature LIMIT 1',
  ],
  [
    'add a layer to an old version',
    `INSERT INTO layer (plan, code, position, source_name, epsg, fields, opened)
     SELECT plan, 'STBHHX', 9, '', epsg, fields, 1 FROM layer LIMIT 1`,
  ],
  ['end a layer in an old version', 'INSERT INTO layer_end SELECT id, 2 FROM layer LIMIT 1'],
  ['change what a version says of itself', `UPDATE plan_version SET reason = '别的'`],
  ['delete a version', 'DELETE FROM plan_version WHERE number = 2'],
  [
    'leave a version out',
    `INSERT INTO plan_version (plan, number, kind, content, unnumbered, previous, features, opened, ended, last_feature, actor, reason)
     SELECT plan, 9, 'publish', content, unnumbered, content, features, 0, 0, last_feature, '', '' FROM plan_version WHERE number = 2`,
  ],
  [
    'begin a branch',
    `INSERT INTO plan_version (plan, number, kind, content, unnumbered, previous, features, opened, ended, last_feature, actor, reason)
     SELECT plan, 3, 'publish', content, unnumbered, content, features, 0, 0, last_feature, '', '' FROM plan_version WHERE number = 1`,
  ],
  ['change a lineage', 'UPDATE lineage SET area = 0'],
  [
    'add a lineage to an old version',
    'INSERT INTO lineage SELECT plan, 2, from_layer, from_feature, to_layer, to_feature + 1, area FROM lineage LIMIT 1',
  ],
  ['change a review', `UPDATE review SET document = ''`],
  ['move a plan to another region', `UPDATE plan SET region = '230000'`],
  ['take the guard away', 'DROP TRIGGER immutable ON feature'],
  ['switch the guard off', 'ALTER TABLE feature DISABLE TRIGGER ALL'],
  ['switch all guards off', 'SET session_replication_role = replica'],
  [
    'change the guard',
    'CREATE OR REPLACE FUNCTION tuheng.refuse_change() RETURNS trigger LANGUAGE sql AS $$ SELECT NULL::trigger $$',
  ],
];

onBothDatabases('a published version', (database) => {
  const code = '230882';
  beforeAll(async () => {
    await importPlan(database(), tester, { plan: filed, code, reason: '备案' });
    await publish(database(), tester, publication(code, filed, maintained));
  });

  it.each(attempts)('does not let anyone %s', async (_, sql) => {
    await expect(database().script(sql)).rejects.toThrow(
      /permission denied|must be owner|cannot be changed|does not follow|violates/,
    );
    const checked = await verifyVersions(database(), code);
    expect(checked.map(({ version, content }) => version.content === content)).toEqual([true, true]);
  });

  it('is not changed by the owner of the tables either, as long as the guard stands', async () => {
    const change = database().script(`RESET ROLE; UPDATE feature SET attributes = '[]'`);
    await expect(change).rejects.toThrow(/cannot be changed/);
    await database().script('SET ROLE tuheng_app');
  });

  it('tells its digest apart from what someone put there who took the guard away', async () => {
    const database1 = database();
    await database1
      .transaction(async (tx) => {
        await tx.script(`RESET ROLE; ALTER TABLE feature DISABLE TRIGGER immutable;
        UPDATE feature SET attributes = '["410","富锦市","230882",1]' WHERE id = 1; SET LOCAL ROLE tuheng_app`);
        const checked = await verifyVersions(tx, code);
        expect(checked.map(({ version, content }) => version.content === content)).toEqual([false, false]);
        throw new Error('undo');
      })
      .catch((error: Error) => expect(error.message).toBe('undo'));
  });
});
