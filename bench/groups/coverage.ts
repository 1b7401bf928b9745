import { compare } from '../compare.ts';
import { type Context, scaled } from '../context.ts';
import type { CoverageInput } from '../inputs/input.ts';
import type { CaseResult } from '../result.ts';

/** A coverage of parcels of 4 ha with two dozen faults of each kind. */
export function faultyCoverage(size: { columns: number; rows: number }): CoverageInput {
  const each = Math.max(1, Math.min(24, Math.floor((size.columns * size.rows) / 40)));
  return {
    kind: 'coverage',
    seed: 3,
    ...size,
    pitch: 200,
    vertices: 30,
    shift: 0,
    faults: { gaps: each, overlaps: each, junctions: each },
  };
}

/** The coverage check of 200,000 parcels with six million vertices. */
export async function coverageGroup(context: Context): Promise<CaseResult[]> {
  const input = faultyCoverage(scaled(500, 400, context.scale));
  const title = `${input.columns * input.rows} parcels, ${input.vertices} vertices each`;
  return [
    await compare({ case: title, job: 'coverage', inputs: [input], peers: ['postgis', 'geos'] }, context),
  ];
}
