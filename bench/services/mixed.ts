import { setTimeout } from 'node:timers/promises';
import { createRandom } from '../random.ts';
import { Addresses } from './addresses.ts';
import { ask } from './client.ts';
import type { ServedCounty } from './serve-county.ts';

export interface MixedRun {
  /** Seconds of every request. */
  readonly seconds: readonly number[];
  /** Answers that were no answer. */
  readonly errors: number;
  readonly actions: number;
}

/** Milliseconds that a person looks at what came, at least and at most. */
const THINKS = [1000, 4000] as const;

/** So many people at work for a while, each signed in: most move the map, some ask what is there, search, or have a site judged. */
export async function mixedUse(county: ServedCounty, seconds: number): Promise<MixedRun> {
  const until = performance.now() + 1000 * seconds;
  const taken: number[] = [];
  let errors = 0;
  let actions = 0;
  const one = async (url: string, cookie: string, body?: string): Promise<void> => {
    try {
      const answer = await ask(url, cookie, body === undefined ? {} : { method: 'POST', body });
      taken.push(answer.seconds);
      if (answer.status >= 400) errors++;
    } catch {
      errors++;
    }
  };
  await Promise.all(
    county.cookies.map(async (cookie, n) => {
      const random = createRandom(n + 1);
      const addresses = new Addresses(county, random);
      await setTimeout(random() * THINKS[1]);
      while (performance.now() < until) {
        actions++;
        await Promise.all(action(county, addresses, random).map(([url, body]) => one(url, cookie, body)));
        await setTimeout(THINKS[0] + random() * (THINKS[1] - THINKS[0]));
      }
    }),
  );
  return { seconds: taken, errors, actions };
}

/** What a person does next: the requests that a browser makes for it at once. */
function action(
  { address, plan, base }: ServedCounty,
  addresses: Addresses,
  random: () => number,
): (readonly [url: string, body?: string])[] {
  const place = addresses.place();
  const chance = random();
  if (chance < 0.6) {
    const z = 11 + Math.floor(random() * 6);
    return ['DLTB', 'GHFQ', 'CZKFBJ'].flatMap((layer) =>
      addresses.view(layer, z, place, 2, 2).map((url) => [url] as const),
    );
  }
  if (chance < 0.75)
    return [[addresses.box(`${base}.DLTB`, place, 20)], [addresses.box(`${plan}.GHFQ`, place, 20)]];
  if (chance < 0.85) return [[addresses.box(`${plan}.GDBHMB`, place, 1000)]];
  if (chance < 0.95) return [[`${address}/api/v1/compliance`, addresses.site(place, 1 + 4 * random())]];
  return ['/api/v1/session', '/api/v1/plans', `/api/v1/plans/${plan}/versions/1/layers`, '/api/v1/jobs'].map(
    (path) => [`${address}${path}`] as const,
  );
}
