import { compare } from '../compare.ts';
import { type Context, scaled } from '../context.ts';
import type { CoverageInput } from '../inputs/input.ts';
import type { CaseResult } from '../result.ts';

/** Two coverages over the same ground: parcels of 4 ha and `zones`, each about `vertices` vertices a polygon. */
export function crossingCoverages(
  parcels: { columns: number; rows: number },
  zones: { columns: number; rows: number },
): readonly [CoverageInput, CoverageInput] {
  const pitch = 200;
  const vertices = 30;
  return [
    { kind: 'coverage', seed: 1, ...parcels, pitch, vertices, shift: 0 },
    // A shift that is no share of the pitch: no border of the one lies along a border of the other.
    {
      kind: 'coverage',
      seed: 2,
      ...zones,
      pitch: (pitch * parcels.columns) / zones.columns,
      vertices,
      shift: 71.3,
    },
  ];
}

/** The pair table of two generated coverages. */
export async function overlayGroup(context: Context): Promise<CaseResult[]> {
  const { scale } = context;
  const cases: CaseResult[] = [];
  for (const { parcels, zones, peerRuns } of [
    { parcels: scaled(224, 224, scale), zones: scaled(60, 60, scale), peerRuns: 3 },
    { parcels: scaled(500, 400, scale), zones: scaled(160, 125, scale), peerRuns: 1 },
  ]) {
    const [a, b] = crossingCoverages(parcels, zones);
    const title = `${a.columns * a.rows} × ${b.columns * b.rows}`;
    cases.push(
      await compare(
        { case: title, job: 'overlay', inputs: [a, b], peers: ['postgis', 'geos'], peerRuns },
        context,
      ),
    );
  }
  return cases;
}
