import type { Actor } from '../actor.ts';
import type { Session } from '../database/database.ts';

/** What is told of one write. */
export interface LedgerEntry {
  /** Rows of one scope form one chain: `plan:230882`, `accounts`, `system`. */
  readonly scope: string;
  readonly actor: Actor;
  readonly verb: string;
  readonly object: string;
  /** Digest of the object before and after, hex; null where there is none. */
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string;
}

export async function appendLedger(_session: Session, _entry: LedgerEntry): Promise<void> {}
