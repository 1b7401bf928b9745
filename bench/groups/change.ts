import { compare } from '../compare.ts';
import type { Context } from '../context.ts';
import type { CountyInput } from '../inputs/input.ts';
import type { CaseResult } from '../result.ts';

/** The generator's least. */
const LEAST_PARCELS = 2000;

/** From the demonstration county's survey to the same with 1 % of the parcels edited. */
export async function changeGroup(context: Context): Promise<CaseResult[]> {
  const parcels = Math.max(LEAST_PARCELS, Math.round(200_000 * context.scale));
  const county: CountyInput = { kind: 'county', seed: 1, parcels };
  return [
    await compare(
      {
        case: `county of about ${parcels} parcels, 1 % edited`,
        job: 'change',
        inputs: [county, { kind: 'edited', of: county, share: 0.01, seed: 1 }],
        peers: ['postgis', 'postgisPruned', 'geos'],
      },
      context,
    ),
  ];
}
