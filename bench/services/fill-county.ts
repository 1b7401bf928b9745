import { readPlan } from '@tuheng/dataset';
import { createAccount, type Database, importPlan } from '@tuheng/store';

/** Codes of the plan and of the one that holds the survey. */
export const [plan, base] = ['230898', '230898-base'] as const;
/** Of every account. */
export const password = 'correct horse 8 battery';

const actor = { name: 'bench', origin: 'localhost' };

/** Takes both databases of a county into a store, and makes so many accounts of the county: `user-0`, `user-1` …; they are returned. */
export async function fillCounty(
  database: Database,
  filed: string,
  basic: string,
  users: number,
): Promise<readonly string[]> {
  for (const [code, path] of [
    [plan, filed],
    [base, basic],
  ] as const) {
    const read = await readPlan(path);
    await importPlan(database, actor, { plan: read, code, region: '230898', reason: 'bench' });
  }
  const names = Array.from({ length: users }, (_, n) => `user-${n}`);
  for (const name of names) {
    const grants = [{ role: 'county', region: '230898' }] as const;
    await createAccount(database, actor, { name, displayName: name, password, grants, reason: 'bench' });
  }
  return names;
}
