import type { DemonstrationCounty } from '@tuheng/demonstration';
import { loadKernelOverlay } from '@tuheng/geometry';
import { type Review, reviewPlans } from '@tuheng/maintenance';
import { defaultTolerance, type ProjectList, parseTargets } from '@tuheng/standard';

/** Parcels of the counties whose maintenance the tests of the rules review. */
export const PARCELS = 4000;

/** The review of a county's maintenance, without any file. */
export async function reviewOf(county: DemonstrationCounty): Promise<Review> {
  const { review } = await reviewPlans({
    filed: county.filed,
    maintained: county.maintained,
    base: county.base,
    targets: {
      file: parseTargets(JSON.stringify(county.targets), 'targets.json'),
      name: 'targets.json',
      digest: 'generated',
    },
    projects: { filed: listOf(county, 'filed'), maintained: listOf(county, 'maintained') },
    overlay: await loadKernelOverlay(defaultTolerance.grid),
    date: '20261124',
  });
  return review;
}

function listOf({ projects }: DemonstrationCounty, side: 'filed' | 'maintained'): ProjectList {
  return {
    name: '重点建设项目清单.xlsx',
    digest: 'generated',
    format: 'XLSX',
    rows: projects[side],
    notes: [],
  };
}

/** Rules that the maintenance breaks. */
export const failed = ({ verdicts }: Review): string[] =>
  verdicts.filter(({ status }) => status === 'fail').map(({ rule }) => rule);

/** Rules that the maintenance leaves undetermined. */
export const open = ({ verdicts }: Review): string[] =>
  verdicts.filter(({ status }) => status === 'undetermined').map(({ rule }) => rule);
