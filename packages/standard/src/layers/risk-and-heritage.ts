import { controlFields } from './control-fields.ts';
import type { LayerSpec } from './spec.ts';

const found = { source: 'standards.md §2.2, §2.3 [GHBOX]', confidence: 'found' } as const;

const line = {
  mode: 'transfer',
  comparedField: null,
  areaFields: ['MJ'],
  netAreaFields: [],
  fields: controlFields(),
  aliases: [],
  maintainable: true,
  ...found,
} as const;

/** 洪涝风险控制线 and 历史文化保护线. */
export const riskAndHeritage: readonly LayerSpec[] = [
  { ...line, code: 'HLFXKZX', title: '洪涝风险控制线', ysdm: { value: '2090020229', ...found } },
  { ...line, code: 'LSWHBHX', title: '历史文化保护线', ysdm: { value: '2090020227', ...found } },
];
