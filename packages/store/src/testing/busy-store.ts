/**
 * Imports, publishes, rolls back and backs up in a loop until it is killed, and tells every version once it is committed.
 *
 * Arguments: data folder or URL, folder for backups, features of a plan.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { backup } from '../backup/backup.ts';
import type { Database } from '../database/database.ts';
import { openDatabase } from '../database/open-database.ts';
import { importPlan } from '../plans/import-plan.ts';
import { rollBack } from '../plans/roll-back.ts';
import { listPlans, type PlanVersion } from '../plans/version.ts';
import { tester } from './plans.ts';
import { publishEdition, squarePlan } from './square-plan.ts';

/** A plan is imported, published twice, and rolled back; then comes another. */
const VERSIONS = 4;

const [place, folder, size] = process.argv.slice(2) as [string, string, string];
const n = Number(size);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function nextVersion(database: Database): Promise<[code: string, version: PlanVersion]> {
  const plan = (await listPlans(database)).find(({ head }) => head.number < VERSIONS);
  if (!plan) {
    const code = randomUUID();
    say('import');
    return [
      code,
      await importPlan(database, tester, { plan: squarePlan(n), code, region: '230899', reason: '备案' }),
    ];
  }
  const { code, head } = plan;
  say(head.number < VERSIONS - 1 ? 'publish' : 'rollback');
  const version =
    head.number < VERSIONS - 1
      ? await publishEdition(database, code, n, head.number)
      : await rollBack(database, tester, { code, to: 1, reason: '误发布' });
  return [code, version];
}

const database = await openDatabase(place.startsWith('postgres:') ? { url: place } : { folder: place });
say('open');
for (let i = 0; ; i++) {
  const [code, { number, content }] = await nextVersion(database);
  say(`version ${code} ${number} ${content}`);
  if (i % 2 === 1) {
    say('backup');
    await backup(database, join(folder, `${randomUUID()}.backup`));
    say('backed up');
  }
}
