import { area, identity, remarks } from '../field.ts';
import type { LayerSpec } from '../layer-spec.ts';

const found = { source: 'standards.md §2.2、§2.3', confidence: 'found' } as const;

function line(code: string, title: string, ysdm: string): LayerSpec {
  return {
    ...found,
    code,
    title,
    ysdm: { value: ysdm, ...found },
    mode: 'transfer',
    comparedField: null,
    areaFields: ['MJ'],
    aliases: [],
    maintainable: true,
    fields: [...identity, area, remarks],
  };
}

export const riskAndHeritage: readonly LayerSpec[] = [
  line('HLFXKZX', '洪涝风险控制线', '2090020229'),
  line('LSWHBHX', '历史文化保护线', '2090020227'),
];
