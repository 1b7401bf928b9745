import type { Actor } from '../actor.ts';
import type { Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { timestamp } from '../plans/version.ts';
import type { LedgerAlgorithm } from './algorithm.ts';
import { type LedgerContent, type LedgerRow, nextRow } from './ledger-row.ts';

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

/** Each attempt that fails is another writer's success: more than there are connections to a server. */
const MOST_ATTEMPTS = 1000;

/**
 * Appends a row to the chain of its scope, in the transaction of the write it tells of: both are kept, or neither. Of those who append to one
 * scope at once, each waits for the transaction before it and then follows its row: call it last, so that the others wait for the commit only.
 * Who appends to two scopes in one transaction does so in the order of their names, or two such transactions may wait for each other.
 *
 * @param session a READ COMMITTED transaction: any other never sees the row that it has to follow
 * @throws StoreError store.ledger-busy
 */
export async function appendLedger(session: Session, entry: LedgerEntry): Promise<LedgerRow> {
  const { scope, actor, verb, object, before, after, reason } = entry;
  const told = {
    scope: storable(scope),
    actor: storable(actor.name),
    origin: storable(actor.origin),
    verb: storable(verb),
    object: storable(object),
    before,
    after,
    reason: storable(reason),
  };
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const { tail, at, algorithm } = await readTail(session, told.scope);
    const row = nextRow(tail, { ...told, at, algorithm } satisfies LedgerContent);
    if (await isInserted(session, row)) return row;
  }
  throw new StoreError('store.ledger-busy', scope);
}

/** A text as PostgreSQL keeps it, so that what is hashed is what is read back: no zero characters, no halves of a surrogate pair. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}

interface Tail {
  readonly tail: Pick<LedgerRow, 'seq' | 'hash'> | undefined;
  /** Microseconds on a server; the clock of the embedded database has milliseconds only, the last three digits are 0. */
  readonly at: string;
  readonly algorithm: LedgerAlgorithm;
}

/** The last row of a scope, what time it is, and what to hash with. */
async function readTail(session: Session, scope: string): Promise<Tail> {
  const [row] = await session.query<{
    isolation: string;
    at: string;
    algorithm: LedgerAlgorithm;
    seq: number | null;
    hash: string | null;
  }>(
    `SELECT current_setting('transaction_isolation') AS isolation, ${timestamp('clock_timestamp()')} AS at,
       coalesce((SELECT algorithm FROM ledger_setting), 'sm3') AS algorithm, tail.seq, encode(tail.hash, 'hex') AS hash
     FROM (SELECT 1) AS one
     LEFT JOIN LATERAL (SELECT seq, hash FROM ledger WHERE scope = $1 ORDER BY seq DESC LIMIT 1) AS tail ON true`,
    [scope],
  );
  const { isolation, at, algorithm, seq, hash } = row!;
  if (isolation !== 'read committed') throw new Error(`the ledger cannot be appended to under ${isolation}`);
  return { tail: seq === null ? undefined : { seq, hash: hash! }, at, algorithm };
}

/** False where another transaction has committed a row in this place: the unique indexes wait for it to end. */
async function isInserted(session: Session, row: LedgerRow): Promise<boolean> {
  const inserted = await session.query(
    `INSERT INTO ledger (scope, seq, at, actor, origin, verb, object, before_digest, after_digest, reason, algorithm, prev_hash, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, decode($12, 'hex'), decode($13, 'hex')) ON CONFLICT DO NOTHING RETURNING seq`,
    [
      row.scope,
      row.seq,
      row.at,
      row.actor,
      row.origin,
      row.verb,
      row.object,
      row.before,
      row.after,
      row.reason,
      row.algorithm,
      row.prevHash,
      row.hash,
    ],
  );
  return inserted.length > 0;
}
