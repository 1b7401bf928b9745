import { hostname } from 'node:os';
import { COUNTY_CODE } from '@tuheng/demonstration';
import { type Database, importPlan, listPlans } from '@tuheng/store';
import { readPlanDatabase } from '../plan-database.ts';
import type { TellStage } from '../progress.ts';
import { publishFiles } from '../publish-files.ts';
import { demoAccounts, demoAdministrator, ensureDemoAccount, isDemonstration } from './demo-accounts.ts';
import { ServeError } from './serve-error.ts';

/** Where a demonstration county and the review of its maintenance are. */
export interface DemonstrationFiles {
  readonly filed: string;
  readonly maintained: string;
  readonly base: string;
  /** The folder that the review wrote. */
  readonly review: string;
}

/** Makes them; asked only where they are needed. */
export type MakeFiles = (tell: TellStage) => Promise<DemonstrationFiles>;

/**
 * Loads a demonstration county into a store: version 1 as filed, version 2 by its review, the base data (survey, regions) as a
 * plan of their own, and accounts to try it with. What is there already stays, also
 * of a run that was killed on its way.
 *
 * @throws ServeError cli.not-a-demo where the store holds something else
 */
export async function loadDemonstration(database: Database, make: MakeFiles, tell: TellStage): Promise<void> {
  const plans = await listPlans(database);
  if (!(await isDemonstration(database)) && (plans.length > 0 || (await hasAccounts(database))))
    throw new ServeError(
      'not-a-demo',
      '这里已有别的数据，不能再载入演示县。请用 --data 指定不存在的或演示用的文件夹，或去掉 --demo。',
    );
  await ensureDemoAccount(database, demoAdministrator);
  const version = plans.find(({ code }) => code === COUNTY_CODE)?.head.number ?? 0;
  if (version < 2) await publishDemonstration(database, version, await make(tell), tell);
  for (const name of Object.keys(demoAccounts)) await ensureDemoAccount(database, name);
}

async function publishDemonstration(
  database: Database,
  version: number,
  files: DemonstrationFiles,
  tell: TellStage,
): Promise<void> {
  const actor = { name: 'demo-county', origin: hostname() };
  if (version === 0) {
    tell('演示县入库');
    const { plan } = await readPlanDatabase(files.filed);
    const { plan: base } = await readPlanDatabase(files.base);
    // Townships come from the base.
    const regions = base.layers.get('XZQ');
    await importPlan(database, actor, {
      plan,
      code: COUNTY_CODE,
      reason: '备案入库（演示）',
      ...(regions && { regions }),
    });
    await importPlan(database, actor, {
      plan: base,
      code: `${COUNTY_CODE}-base`,
      region: COUNTY_CODE,
      name: '演示县基础数据',
      reason: '基础数据入库（演示）',
    });
  }
  tell('发布演示县的维护');
  await publishFiles(database, actor, { ...files, code: COUNTY_CODE, reason: '年度动态维护（演示）' }, tell);
}

async function hasAccounts(database: Database): Promise<boolean> {
  return (await database.query('SELECT FROM account LIMIT 1')).length > 0;
}
