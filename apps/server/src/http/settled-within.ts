import { setTimeout } from 'node:timers/promises';

/**
 * Milliseconds that a request waits for work that goes on without it: less than any proxy in between does (nginx: 60 s). After that it answers 202,
 * and the client asks again.
 */
export const PATIENCE = 15_000;

/** What a promise gives within the time, or undefined; the work itself goes on. Rejects as the promise does. */
export async function settledWithin<T>(work: Promise<T>, milliseconds = PATIENCE): Promise<T | undefined> {
  const late = new AbortController();
  try {
    return await Promise.race([work, setTimeout(milliseconds, undefined, { signal: late.signal })]);
  } finally {
    late.abort();
    work.catch(() => {});
  }
}
