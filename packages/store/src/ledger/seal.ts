import type { Row, Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { timestamp } from '../plans/version.ts';
import { digestOf, type LedgerAlgorithm, ledgerAlgorithms } from './algorithm.ts';

const sealSchema = 'tuheng.seal/1';

/** The last row of a chain when it was sealed. */
export interface Seal {
  readonly scope: string;
  readonly seq: number;
  readonly hash: string;
}

/**
 * How far every chain had come at a time. Kept elsewhere than the ledger, it shows later that nothing up to there was taken away or written
 * anew, not even by somebody who computed all hashes again.
 */
export interface SealDocument {
  readonly schema: typeof sealSchema;
  /** UTC by the clock of the database. */
  readonly at: string;
  readonly algorithm: LedgerAlgorithm;
  /** By scope. */
  readonly seals: readonly Seal[];
  /** Over all of the above, for errors in copying: who changes a seal can change this too. */
  readonly digest: string;
}

/** Seals all chains of the ledger, or that of one scope, as they stand. */
export async function sealsOf(session: Session, scope?: string): Promise<SealDocument> {
  const seals = await session.query<Seal & Row>(
    `SELECT DISTINCT ON (scope) scope, seq, encode(hash, 'hex') AS hash FROM ledger
     WHERE $1::text IS NULL OR scope = $1 ORDER BY scope, seq DESC`,
    [scope ?? null],
  );
  const [row] = await session.query<{ at: string; algorithm: LedgerAlgorithm }>(
    `SELECT ${timestamp('clock_timestamp()')} AS at, coalesce((SELECT algorithm FROM ledger_setting), 'sm3') AS algorithm`,
  );
  return sealDocument(row!.at, row!.algorithm, seals);
}

/** The document of these seals, with its digest. */
export function sealDocument(at: string, algorithm: LedgerAlgorithm, seals: readonly Seal[]): SealDocument {
  const document = {
    schema: sealSchema,
    at,
    algorithm,
    seals: seals.map(({ scope, seq, hash }) => ({ scope, seq, hash })),
  } as const;
  return { ...document, digest: digestOfSeals(document) };
}

/** Over a JSON array like that of a row: schema, at, algorithm, [[scope, seq, hash], …]. */
function digestOfSeals({ schema, at, algorithm, seals }: Omit<SealDocument, 'digest'>): string {
  const list = seals.map(({ scope, seq, hash }) => [scope, seq, hash]);
  return digestOf(algorithm, JSON.stringify([schema, at, algorithm, list]));
}

/**
 * A seal document from its text.
 *
 * @param name of the file, for messages
 * @throws StoreError store.not-a-seal
 */
export function parseSeal(text: string, name: string): SealDocument {
  const value = jsonOf(text);
  if (!isSealDocument(value)) throw new StoreError('store.not-a-seal', name);
  return value;
}

/** Whether a value is a seal document as it was written, by its form and its digest. */
export function isSealDocument(value: unknown): value is SealDocument {
  if (typeof value !== 'object' || value === null) return false;
  const { schema, at, algorithm, seals, digest } = value as Partial<Record<keyof SealDocument, unknown>>;
  return (
    schema === sealSchema &&
    typeof at === 'string' &&
    ledgerAlgorithms.includes(algorithm as LedgerAlgorithm) &&
    Array.isArray(seals) &&
    seals.every(isSeal) &&
    digest === digestOfSeals(value as SealDocument)
  );
}

function isSeal(value: unknown): value is Seal {
  if (typeof value !== 'object' || value === null) return false;
  const { scope, seq, hash } = value as Partial<Record<keyof Seal, unknown>>;
  return typeof scope === 'string' && Number.isSafeInteger(seq) && typeof hash === 'string';
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
