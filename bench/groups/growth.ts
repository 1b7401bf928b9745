import { type Context, scaled } from '../context.ts';
import { ensureInput } from '../inputs/ensure-input.ts';
import type { Input } from '../inputs/input.ts';
import type { Job } from '../kernels.ts';
import { measureCase } from '../measure-case.ts';
import { note } from '../note.ts';
import type { CaseResult } from '../result.ts';
import { growthExponent } from '../statistics.ts';
import { faultyCoverage } from './coverage.ts';
import { crossingCoverages } from './overlay.ts';

/** Parcels, from the smallest county to the largest prefecture; each of twice as many as the one before. */
export const SIZES = [0.25, 0.5, 1, 2, 4];

type Size = { readonly columns: number; readonly rows: number };

/** How the seconds of ours grow with the number of parcels, everything else staying the same; one zone for ten parcels. */
export async function growthGroup(context: Context): Promise<CaseResult[]> {
  return [
    await grow('overlay', context, (parcels, factor) => crossingCoverages(parcels, scaled(160, 125, factor))),
    await grow('coverage', context, (parcels) => [faultyCoverage(parcels)]),
  ];
}

async function grow(
  job: Job,
  context: Context,
  inputsOf: (parcels: Size, factor: number) => readonly Input[],
): Promise<CaseResult> {
  note(`growth of ${job}`);
  const points: { parcels: number; median: number; peakMB: number }[] = [];
  let largest: CaseResult['ours'] = { median: 0, runs: [] };
  for (const size of SIZES) {
    const factor = size * context.scale;
    const parcels = scaled(500, 400, factor);
    const files: string[] = [];
    for (const input of inputsOf(parcels, factor)) files.push(await ensureInput(input));
    const ours = await measureCase('ours', job, files, context);
    if (ours.peakMB === undefined) break;
    points.push({ parcels: parcels.columns * parcels.rows, median: ours.median, peakMB: ours.peakMB });
    largest = ours;
  }
  const exponent = growthExponent(
    points.map(({ parcels }) => parcels),
    points.map(({ median }) => median),
  );
  const title = `${job}, ${points[0]?.parcels} to ${points.at(-1)?.parcels} parcels`;
  return { case: title, ours: largest, peers: {}, ratio: null, growth: { exponent, points } };
}
