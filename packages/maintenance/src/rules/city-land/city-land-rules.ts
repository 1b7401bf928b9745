import type { Rule } from '../../rule.ts';
import { cityLandGreenSpace } from './city-land-green-space.rule.ts';
import { cityLandIntensity } from './city-land-intensity.rule.ts';
import { cityLandMandatoryContent } from './city-land-mandatory-content.rule.ts';
import { cityLandPerCapita } from './city-land-per-capita.rule.ts';
import { cityLandPublicService } from './city-land-public-service.rule.ts';
import { cityLandReservedConversion } from './city-land-reserved-conversion.rule.ts';
import { cityLandResidentialBesideIndustry } from './city-land-residential-beside-industry.rule.ts';
import { cityLandRoads } from './city-land-roads.rule.ts';
import { cityLandTotalScale } from './city-land-total-scale.rule.ts';
import { cityLandUtilities } from './city-land-utilities.rule.ts';
import { cityLandWithinCentralCity } from './city-land-within-central-city.rule.ts';

/** The rules of 中心城区用地, in the order of the report. */
export const cityLandRules: readonly Rule[] = [
  cityLandPerCapita,
  cityLandTotalScale,
  cityLandReservedConversion,
  cityLandPublicService,
  cityLandGreenSpace,
  cityLandRoads,
  cityLandUtilities,
  cityLandMandatoryContent,
  cityLandWithinCentralCity,
  cityLandResidentialBesideIndustry,
  cityLandIntensity,
];
