import type { Session } from '../database/database.ts';
import { type StoredLayer, standing } from './stored-layers.ts';

/**
 * Numbers of features that are read at once: so few that the database sorts and joins them within the processor's cache, which takes it half the
 * time of a whole layer, and so many that the statements cost nothing.
 */
const SPAN = 1 << 14;

/**
 * Reads all features of a version span by span of their numbers, a binary COPY each, in their order. The next one is asked for before the last is
 * given out: a server works on it while that is decoded.
 *
 * @param lastFeature of the version. What has numbers beyond it against all rules is read with the last span
 * @param blocks the SELECT for a FROM and WHERE of `feature f`
 */
export async function* versionBlocks(
  session: Session,
  layers: readonly StoredLayer[],
  { number, lastFeature }: { readonly number: number; readonly lastFeature: number },
  blocks: (from: string) => string,
): AsyncGenerator<Uint8Array> {
  if (layers.length === 0) return;
  const ids = layers.map(({ id }) => id);
  const read = (first: number): Promise<Uint8Array> => {
    const last = first + SPAN > lastFeature ? undefined : first + SPAN - 1;
    const copied = session.copyOut(blocks(standing(ids, number, { first, last })));
    // Whoever waits for it is told; where nobody does any more, it is nobody's error.
    copied.catch(() => {});
    return copied;
  };
  let next = read(1);
  try {
    for (let first = 1; first <= Math.max(1, lastFeature); first += SPAN) {
      const bytes = await next;
      if (first + SPAN <= lastFeature) next = read(first + SPAN);
      yield bytes;
    }
  } finally {
    await next.catch(() => {});
  }
}
