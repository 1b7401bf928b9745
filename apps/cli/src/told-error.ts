/** An error whose message says what happened, where, and what to do. */
export interface ToldError extends Error {
  readonly code: string;
}

/** Whether an error is of ours: those have a code with the name of the package before a full stop (`dataset.…`, `store.…`, `cli.…`). */
export function isTold(error: unknown): error is ToldError {
  return error instanceof Error && /^[a-z]+\.[a-z-]+$/.test(String((error as { code?: unknown }).code));
}
