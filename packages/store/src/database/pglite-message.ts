import type { Row } from './database.ts';

/** What can be asked of the thread of an embedded database: with what, and what the answer is. */
interface PgliteTalk {
  readonly query: readonly [{ readonly sql: string; readonly parameters: readonly unknown[] }, Row[]];
  /** Several statements; the rows of all of them. */
  readonly script: readonly [{ readonly sql: string }, Row[]];
  /** A statement that reads `/dev/blob`. */
  readonly copyIn: readonly [{ readonly sql: string; readonly bytes: Uint8Array<ArrayBuffer> }, undefined];
  /** One that writes it. */
  readonly copyOut: readonly [{ readonly sql: string }, Uint8Array];
  readonly close: readonly [object, undefined];
}

export type PgliteKind = keyof PgliteTalk;

/** Answers come in the order of the requests. */
export type PgliteRequest<K extends PgliteKind = PgliteKind> = {
  [P in K]: { readonly kind: P } & PgliteTalk[P][0];
}[K];

export type PgliteResult<K extends PgliteKind> = PgliteTalk[K][1];

/** The first answer of a thread says that the database is open, or why it is not. */
export type PgliteAnswer = { readonly result: unknown } | { readonly error: PgliteFailure };

/** An error between threads, where it would lose its fields. */
export interface PgliteFailure {
  readonly message: string;
  readonly stack: string | undefined;
  /** Of PostgreSQL's errors: code, severity, detail, constraint and so on. */
  readonly fields: Readonly<Record<string, string>>;
}

export function failureOf(error: unknown): PgliteFailure {
  if (!(error instanceof Error)) return { message: String(error), stack: undefined, fields: {} };
  const fields = Object.entries(error).filter(([, value]) => typeof value === 'string');
  return { message: error.message, stack: error.stack, fields: Object.fromEntries(fields) };
}

export function errorOf({ message, stack, fields }: PgliteFailure): Error {
  return Object.assign(new Error(message), fields, stack !== undefined && { stack });
}
