import { randomUUID } from 'node:crypto';
import { type Database, type LedgerVerification, readLedger, verifyLedger } from '@tuheng/store';
import { LRUCache } from 'lru-cache';

/** Results that are remembered; the ledger grows, and who wants to know again verifies again. */
const REMEMBERED = 100;

export interface Verification {
  readonly id: string;
  /** Id of the account that asked. */
  readonly account: number;
  readonly result: Promise<LedgerVerification>;
}

/** Verifications of the ledger: a large one takes longer than a request may. One runs at a time, the others wait for their turn. */
export class Verifications {
  readonly #database: Database;
  readonly #known = new LRUCache<string, Verification>({ max: REMEMBERED });
  #last: Promise<unknown> = Promise.resolve();

  constructor(database: Database) {
    this.#database = database;
  }

  /** @param scope of one chain; absent: all */
  start(account: number, scope: string | undefined): Verification {
    const result = this.#last.then(() =>
      this.#database.transaction((tx) => verifyLedger(readLedger(tx, scope)), 'repeatable read'),
    );
    this.#last = result.catch(() => {});
    const verification = { id: randomUUID(), account, result };
    this.#known.set(verification.id, verification);
    return verification;
  }

  /** One that an account asked for. */
  find(account: number, id: string): Verification | undefined {
    const found = this.#known.get(id);
    return found?.account === account ? found : undefined;
  }
}
