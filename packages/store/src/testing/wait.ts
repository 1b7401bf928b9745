import { setTimeout } from 'node:timers/promises';

const SECONDS = 50;

/** Asks until there is an answer. */
export async function until<T>(ask: () => Promise<T | undefined | false>): Promise<T> {
  const end = performance.now() + SECONDS * 1000;
  while (performance.now() < end) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await setTimeout(50);
  }
  throw new Error(`nothing for ${SECONDS} s`);
}
