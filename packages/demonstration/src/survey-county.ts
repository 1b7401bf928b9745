import { cutDistricts } from './ground/districts.ts';
import { drawGeography } from './ground/geography.ts';
import { cutPlots } from './ground/plots.ts';
import { buildSkeleton } from './ground/skeleton.ts';
import { drawDevelopmentZones } from './plan/filed.ts';
import type { County } from './plan/state.ts';
import { createRandom } from './random.ts';
import { formParcels } from './survey/parcels.ts';
import { surveyCounty } from './survey/survey.ts';

/** Lines that cross at a hair's breadth cannot be drawn; another draw of the same seed can. */
const MOST_DRAWS = 12;

/** Draws, cuts and surveys a county of about `parcels` parcels. */
export function createCounty(seed: number, parcels: number): County {
  for (let draw = 0; ; draw++) {
    try {
      return attempt(seed + draw * 7919, parcels);
    } catch (error) {
      if (!(error instanceof RangeError) || draw === MOST_DRAWS) throw error;
    }
  }
}

function attempt(seed: number, count: number): County {
  const geography = drawGeography(seed);
  const ground = buildSkeleton(geography);
  cutDistricts(ground, geography, seed, count);
  const plots = cutPlots(ground, geography, createRandom(seed, 'plots'));
  const parcels = formParcels(ground, plots);
  const survey = surveyCounty(ground, geography, parcels, seed);
  const county = { seed, geography, ground, plots, survey };
  return { ...county, developmentZone: drawDevelopmentZones(county) };
}
