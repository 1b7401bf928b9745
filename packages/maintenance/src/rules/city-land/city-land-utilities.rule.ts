import { landKeptRule } from './land-kept-rule.ts';

/** 13: water, drainage, power, gas, heat, sanitation, fire. */
export const cityLandUtilities = landKeptRule({
  id: 'city-land.utilities',
  title: '中心城区公用设施用地不减少',
  kinds: [{ name: '公用设施用地', classes: ['13'] }],
});
