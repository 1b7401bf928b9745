import type { Actor } from '../actor.ts';
import type { Session } from '../database/database.ts';
import { appendLedger } from '../ledger/append.ts';
import type { LedgerVerb } from '../ledger/ledger-verbs.ts';
import { digestOf } from './secret.ts';

/** A write on accounts, for the ledger. */
interface AccountWrite {
  readonly verb: LedgerVerb;
  /** What was written, e.g. `account:zhang.san` or `token:7`. */
  readonly object: string;
  /** The object before and after without its secrets; absent where there is none. */
  readonly before?: object;
  readonly after?: object;
  readonly reason: string;
}

/** Tells a write on accounts in the ledger, in the transaction of the write. */
export async function tellOfAccounts(session: Session, actor: Actor, write: AccountWrite): Promise<void> {
  const digest = (state: object | undefined): string | null =>
    state === undefined ? null : digestOf(JSON.stringify(state)).toString('hex');
  const { verb, object, reason } = write;
  const [before, after] = [digest(write.before), digest(write.after)];
  await appendLedger(session, { scope: 'accounts', actor, verb, object, before, after, reason });
}
