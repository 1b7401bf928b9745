import { digestOf, type LedgerAlgorithm, ledgerAlgorithms } from './algorithm.ts';

/** Schema of an exported ledger; it is hashed with every row. */
export const ledgerSchema = 'tuheng.ledger/1';

/** One write as the ledger keeps it. */
export interface LedgerRow {
  readonly scope: string;
  /** 1, 2, 3 … within the scope. */
  readonly seq: number;
  /** UTC by the clock of the database, microseconds: `2026-11-25T08:30:00.123456Z`. */
  readonly at: string;
  readonly actor: string;
  readonly origin: string;
  readonly verb: string;
  readonly object: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string;
  readonly algorithm: LedgerAlgorithm;
  /** Hash of the row before it, 64 hex digits; of the first row `genesisOf(scope)`. */
  readonly prevHash: string;
  readonly hash: string;
}

/** What a row tells, without its place in the chain. */
export type LedgerContent = Omit<LedgerRow, 'seq' | 'prevHash' | 'hash'>;

/** Fields in the order they are hashed and exported in; `hash` itself is the last. */
export const ledgerFields = [
  'scope',
  'seq',
  'at',
  'actor',
  'origin',
  'verb',
  'object',
  'before',
  'after',
  'reason',
  'algorithm',
  'prevHash',
  'hash',
] as const satisfies readonly (keyof LedgerRow)[];

/**
 * Hash of a row: over a JSON array of the schema's name and all fields but the hash, in their order, without spaces, in UTF-8 (docs/ledger.md).
 * The algorithm is one of the fields, so that a chain may change it and nobody can say afterwards that it was another.
 */
export function hashOf(row: Omit<LedgerRow, 'hash'>): string {
  const values = ledgerFields.slice(0, -1).map((field) => row[field as keyof typeof row]);
  return digestOf(row.algorithm, JSON.stringify([ledgerSchema, ...values]));
}

/** What stands before the first row of a scope. */
export function genesisOf(scope: string, algorithm: LedgerAlgorithm): string {
  return digestOf(algorithm, JSON.stringify([ledgerSchema, scope]));
}

/** The row that follows `tail`, the last of its scope, or is the first. */
export function nextRow(
  tail: Pick<LedgerRow, 'seq' | 'hash'> | undefined,
  content: LedgerContent,
): LedgerRow {
  const row = {
    ...content,
    seq: (tail?.seq ?? 0) + 1,
    prevHash: tail?.hash ?? genesisOf(content.scope, content.algorithm),
  };
  return { ...row, hash: hashOf(row) };
}

/** A row as a line of an exported ledger. */
export function lineOf(row: LedgerRow): string {
  return JSON.stringify(row, [...ledgerFields]);
}

const DIGEST = /^[0-9a-f]{64}$/;
const isText = (value: unknown): boolean => typeof value === 'string';
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isDigest = (value: unknown): boolean => typeof value === 'string' && DIGEST.test(value);

const checks: Readonly<Record<keyof LedgerRow, (value: unknown) => boolean>> = {
  scope: isText,
  seq: (value) => Number.isSafeInteger(value) && (value as number) > 0,
  at: isText,
  actor: isText,
  origin: isText,
  verb: isText,
  object: isText,
  before: isTextOrNull,
  after: isTextOrNull,
  reason: isText,
  algorithm: (value) => ledgerAlgorithms.includes(value as LedgerAlgorithm),
  prevHash: isDigest,
  hash: isDigest,
};

/** Whether a value has the form of a row: all fields, each of its type. */
export function isLedgerRow(value: unknown): value is LedgerRow {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Record<string, unknown>;
  return ledgerFields.every((field) => checks[field](row[field]));
}
