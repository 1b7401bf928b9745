import { landKeptRule } from './land-kept-rule.ts';

/** 12 as a whole and 1207, the streets, by themselves. */
export const cityLandRoads = landKeptRule({
  id: 'city-land.roads',
  title: '中心城区交通运输用地（道路）不减少',
  kinds: [
    { name: '交通运输用地', classes: ['12'] },
    { name: '城镇村道路用地', classes: ['1207'] },
  ],
});
