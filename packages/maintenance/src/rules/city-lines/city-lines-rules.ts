import type { Rule } from '../../rule.ts';
import { blueArea } from './blue-area.rule.ts';
import { blueConnectivity } from './blue-connectivity.rule.ts';
import { blueFunction } from './blue-function.rule.ts';
import { blueLayout } from './blue-layout.rule.ts';
import { greenArea } from './green-area.rule.ts';
import { greenFunction } from './green-function.rule.ts';
import { greenLayout } from './green-layout.rule.ts';
import { greenServiceRange } from './green-service-range.rule.ts';
import { purpleArea } from './purple-area.rule.ts';
import { purpleExtent } from './purple-extent.rule.ts';
import { purpleFunction } from './purple-function.rule.ts';
import { purpleHistoricBuildings } from './purple-historic-buildings.rule.ts';
import { purpleServiceRange } from './purple-service-range.rule.ts';
import { yellowArea } from './yellow-area.rule.ts';
import { yellowFacilities } from './yellow-facilities.rule.ts';
import { yellowFunction } from './yellow-function.rule.ts';
import { yellowLayout } from './yellow-layout.rule.ts';
import { yellowPointFacilities } from './yellow-point-facilities.rule.ts';
import { yellowServiceRange } from './yellow-service-range.rule.ts';

/** The rules of 城市四线, in the order of the report. */
export const cityLinesRules: readonly Rule[] = [
  greenArea,
  greenLayout,
  greenFunction,
  greenServiceRange,
  blueArea,
  blueLayout,
  blueFunction,
  blueConnectivity,
  yellowArea,
  yellowLayout,
  yellowFunction,
  yellowServiceRange,
  yellowFacilities,
  yellowPointFacilities,
  purpleArea,
  purpleExtent,
  purpleFunction,
  purpleServiceRange,
  purpleHistoricBuildings,
];
