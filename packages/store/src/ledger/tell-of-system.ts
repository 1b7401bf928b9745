import type { Actor } from '../actor.ts';
import type { Database } from '../database/database.ts';
import { appendLedger } from './append.ts';

/** Something that was done with the whole store. */
export interface SystemEvent {
  readonly verb: 'backup.create' | 'backup.download' | 'backup.delete';
  /** E.g. `backup:NAME`. */
  readonly object: string;
  /** Digest of what was made, hex. */
  readonly after?: string;
  readonly reason: string;
}

/** Tells in the ledger what was done with the whole store. */
export function tellOfSystem(database: Database, actor: Actor, event: SystemEvent): Promise<void> {
  const { verb, object, after = null, reason } = event;
  return database.transaction(async (tx) => {
    await appendLedger(tx, { scope: 'system', actor, verb, object, before: null, after, reason });
  });
}
