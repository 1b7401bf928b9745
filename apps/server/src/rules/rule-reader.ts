import type { Caller } from '@tuheng/store';
import { Problem } from '../problems/problem.ts';
import type { Services } from '../services.ts';

/** Who reads plans or the ledger reads the rules. */
const reading = ['plan.read', 'ledger.read'] as const;

/**
 * Refuses who may not read the rules of a region.
 *
 * @param region absent: those of no region
 * @throws Problem server.forbidden
 */
export async function refuseReader(
  { rights }: Services,
  caller: Caller,
  region: string | undefined,
): Promise<void> {
  for (const verb of reading) {
    const may =
      region === undefined
        ? await rights.mayDoSomewhere(caller, verb)
        : await rights.mayDo(caller, verb, region);
    if (may) return;
  }
  throw new Problem('server.forbidden', { detail: region ?? '规则库' });
}
