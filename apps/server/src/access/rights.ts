import { hash } from 'node:crypto';
import {
  type Caller,
  callerOfApiToken,
  callerOfSession,
  type Database,
  findPlan,
  listRegionsFor,
  mayDo,
  type Verb,
} from '@tuheng/store';
import { ShortMemory } from '../memory/short-memory.ts';

/** Milliseconds that an answer of the database is believed: what another process takes back works so much longer. */
const BELIEVED = 5000;

/** Who asks and what they may, as the database has it: a few seconds old at most, and at once after a change made by this process. */
export class Rights {
  readonly #database: Database;
  readonly #callers = new ShortMemory<Caller | undefined>(BELIEVED);
  readonly #permissions = new ShortMemory<boolean>(BELIEVED);
  readonly #regions = new ShortMemory<string>(BELIEVED);

  constructor(database: Database) {
    this.#database = database;
  }

  callerOfSession(token: string): Promise<Caller | undefined> {
    return this.#callers.recall(keyOf('session', token), () => callerOfSession(this.#database, token));
  }

  callerOfApiToken(secret: string): Promise<Caller | undefined> {
    return this.#callers.recall(keyOf('token', secret), () => callerOfApiToken(this.#database, secret));
  }

  /** As the store's `mayDo`. */
  mayDo(caller: Caller, verb: Verb, region: string | null): Promise<boolean> {
    const key = JSON.stringify([caller, verb, region]);
    return this.#permissions.recall(key, () => mayDo(this.#database, caller, verb, region));
  }

  /** Whether a caller may do something in any region at all. */
  async mayDoSomewhere(caller: Caller, verb: Verb): Promise<boolean> {
    return (
      (await this.mayDo(caller, verb, null)) ||
      (await listRegionsFor(this.#database, caller, verb)).length > 0
    );
  }

  /** Whether a caller may do something with a plan. @throws StoreError store.no-plan */
  async mayDoWithPlan(caller: Caller, verb: Verb, code: string): Promise<boolean> {
    const region = await this.#regions.recall(
      code,
      async () => (await findPlan(this.#database, code)).region,
    );
    return this.mayDo(caller, verb, region);
  }

  /** After sessions, tokens, grants or accounts were changed. */
  forget(): void {
    this.#callers.forget();
    this.#permissions.forget();
  }
}

/** Secrets are not kept in memory longer than a request. */
function keyOf(kind: string, secret: string): string {
  return `${kind}:${hash('sha256', secret, 'base64')}`;
}
