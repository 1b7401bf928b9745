import type { Answer } from '../../api/answers.ts';
import { answered, api } from '../../api/client.ts';

export type Verification = NonNullable<Answer<'/api/v1/ledger/verifications', 'post'>['result']>;

/** Milliseconds between two looks at a verification that takes long. */
const PAUSE = 1000;

/**
 * Verifies chains of the ledger, one after the other.
 *
 * @param scopes undefined among them: all chains
 */
export async function verifyScopes(scopes: readonly (string | undefined)[]): Promise<Verification> {
  const results: Verification[] = [];
  for (const scope of scopes) results.push(await verifyScope(scope));
  return {
    sound: results.every(({ sound }) => sound),
    rows: results.reduce((sum, { rows }) => sum + rows, 0),
    chains: results.flatMap(({ chains }) => chains),
    breaks: results.flatMap(({ breaks }) => breaks),
  };
}

async function verifyScope(scope: string | undefined): Promise<Verification> {
  let told = await answered(
    api.POST('/api/v1/ledger/verifications', { body: scope === undefined ? {} : { scope } }),
  );
  while (!told.result) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    const path = { verification: told.id };
    told = await answered(api.GET('/api/v1/ledger/verifications/{verification}', { params: { path } }));
  }
  return told.result;
}
