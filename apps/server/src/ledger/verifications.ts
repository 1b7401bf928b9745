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

/** What the last verification found. */
export interface LastVerification {
  /** UTC. */
  readonly at: string;
  /** Null: all chains. */
  readonly scope: string | null;
  readonly sound: boolean;
  readonly rows: number;
}

/** Verifications of the ledger: a large one takes longer than a request may. One runs at a time, the others wait for their turn. */
export class Verifications {
  readonly #database: Database;
  readonly #known = new LRUCache<string, Verification>({ max: REMEMBERED });
  #before: Promise<unknown> = Promise.resolve();
  #last: LastVerification | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @param scope of one chain; absent: all */
  start(account: number, scope: string | undefined): Verification {
    const result = this.#before.then(async () => {
      const found = await this.#database.transaction(
        (tx) => verifyLedger(readLedger(tx, scope)),
        'repeatable read',
      );
      const { sound, rows } = found;
      this.#last = { at: new Date().toISOString(), scope: scope ?? null, sound, rows };
      return found;
    });
    this.#before = result.catch(() => {});
    const verification = { id: randomUUID(), account, result };
    this.#known.set(verification.id, verification);
    return verification;
  }

  /** The last that ended since the server was started. */
  get last(): LastVerification | undefined {
    return this.#last;
  }

  /** One that an account asked for. */
  find(account: number, id: string): Verification | undefined {
    const found = this.#known.get(id);
    return found?.account === account ? found : undefined;
  }
}
