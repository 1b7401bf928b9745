import { describe, expect, it } from 'vitest';
import { areaText, figures, hectares, mu } from './format.ts';

describe('areas for people', () => {
  it('tells hectares and 亩 with two decimals', () => {
    expect(hectares(801_810_700)).toBe('80,181.07');
    expect(mu(10_000)).toBe('15.00');
  });

  it('tells small areas in m², so that a sliver does not read as zero', () => {
    expect(areaText(0.28)).toBe('0.28 m²');
    expect(areaText(0)).toBe('0.00 ha');
    expect(areaText(15_743.63)).toBe('1.57 ha');
  });
});

describe('figures of a measure', () => {
  it('share one unit', () => {
    expect(figures([30, 15_743, 0], 'm²')).toEqual({ texts: ['0.00', '1.57', '0.00'], unit: 'ha' });
    expect(figures([0.5, 30, 0], 'm²')).toEqual({ texts: ['0.50', '30.00', '0.00'], unit: 'm²' });
    expect(figures([null, 1.28085, null], '倍')).toEqual({ texts: ['—', '1.2809', '—'], unit: '倍' });
  });
});
