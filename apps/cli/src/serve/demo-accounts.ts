import { hostname } from 'node:os';
import { COUNTY_CODE } from '@tuheng/demonstration';
import { createAccount, type Database, findAccount, type GrantRequest, StoreError } from '@tuheng/store';

/** Of all demonstration accounts, and told to everybody: a server with these accounts answers this machine only. */
export const demoPassword = 'only-for-trying-out';

/** The first is made before anything else: a store that has it is a demonstration. */
export const demoAdministrator = 'demo-admin';

/** Accounts for trying out, by name. */
export const demoAccounts: Readonly<
  Record<string, { readonly title: string; readonly grant: GrantRequest }>
> = {
  [demoAdministrator]: { title: '演示管理员', grant: { role: 'administrator', region: null } },
  'demo-county': { title: '演示县局', grant: { role: 'county', region: COUNTY_CODE } },
  'demo-city': { title: '演示市局', grant: { role: 'city', region: `${COUNTY_CODE.slice(0, 4)}00` } },
  'demo-planner': { title: '演示编制单位', grant: { role: 'planner', region: COUNTY_CODE } },
};

/** Makes a demonstration account where it is not there yet. */
export async function ensureDemoAccount(database: Database, name: string): Promise<void> {
  if (await hasAccount(database, name)) return;
  const { title, grant } = demoAccounts[name]!;
  await createAccount(
    database,
    { name: demoAdministrator, origin: hostname() },
    { name, displayName: title, password: demoPassword, grants: [grant], reason: '演示' },
  );
}

/** Whether a store can be entered by the password that everybody knows. */
export async function isDemonstration(database: Database): Promise<boolean> {
  return hasAccount(database, demoAdministrator);
}

async function hasAccount(database: Database, name: string): Promise<boolean> {
  try {
    await findAccount(database, name);
    return true;
  } catch (error) {
    if (error instanceof StoreError && error.code === 'store.no-account') return false;
    throw error;
  }
}
