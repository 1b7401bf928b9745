import { landKeptRule } from './land-kept-rule.ts';

/** 14: parks, protective green, squares. */
export const cityLandGreenSpace = landKeptRule({
  id: 'city-land.green-space',
  title: '中心城区绿地与开敞空间用地不减少',
  kinds: [{ name: '绿地与开敞空间用地', classes: ['14'] }],
});
