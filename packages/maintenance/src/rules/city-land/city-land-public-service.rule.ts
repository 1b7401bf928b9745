import { landKeptRule } from './land-kept-rule.ts';

/** 08: schools, hospitals, culture, welfare. */
export const cityLandPublicService = landKeptRule({
  id: 'city-land.public-service',
  title: '中心城区公共管理与公共服务用地不减少',
  kinds: [{ name: '公共管理与公共服务用地', classes: ['08'] }],
});
