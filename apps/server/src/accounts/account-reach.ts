import { type Account, type Caller, findAccount, mayManageAccount, StoreError } from '@tuheng/store';
import { Problem } from '../problems/problem.ts';
import type { Services } from '../services.ts';

/**
 * The account of a name, where a caller may manage it: in all regions where it has grants. One that is out of reach is answered as one that does
 * not exist.
 *
 * @throws StoreError store.no-account
 */
export async function managedAccount({ database }: Services, caller: Caller, name: string): Promise<Account> {
  const account = await findAccount(database, name);
  if (!(await mayManageAccount(database, caller, account.id))) throw new StoreError('store.no-account', name);
  return account;
}

/** As `managedAccount`, or one's own. */
export async function ownOrManagedAccount(
  services: Services,
  caller: Caller,
  name: string,
): Promise<Account> {
  const account = await findAccount(services.database, name);
  return account.id === caller.account ? account : managedAccount(services, caller, name);
}

/**
 * A token must not make one that may more than itself, nor outlive itself by one.
 *
 * @throws Problem server.session-needed
 */
export function refuseToken({ limits }: Caller): void {
  if (limits) throw new Problem('server.session-needed');
}
