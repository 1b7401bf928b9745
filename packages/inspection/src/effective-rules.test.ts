import type { Profile } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import { EffectiveRules } from './effective-rules.ts';
import { inspectionRules } from './inspection-rules.ts';

const profile = (more: object) => ({ schema: 'tuheng.profile/1', name: '某县', ...more }) as Profile;

describe('EffectiveRules', () => {
  const of = (...profiles: object[]) => new EffectiveRules(inspectionRules, profiles.map(profile));

  it('take the value of the narrowest profile, with its name before the source', () => {
    const wide = { name: '省', parameters: { 'G-06.tinyArea': { value: 300, source: '甲' } } };
    const narrow = {
      name: '县',
      parameters: { 'G-06.tinyArea': { value: 200, source: '乙', confidence: 'memory-low' } },
    };
    const rules = of(wide, narrow);
    expect(rules.value('G-06', 'tinyArea')).toBe(200);
    const rule = inspectionRules.find(({ id }) => id === 'G-06')!;
    expect(rules.parametersOf(rule)[0]).toMatchObject({ source: '县：乙', confidence: 'memory-low' });
    expect(of().value('G-06', 'tinyArea')).toBe(400);
  });

  it('let a narrower profile switch on again what a wider one switched off', () => {
    const off = { name: '省', rules: { 'G-05': { off: true, reason: '不查' } } };
    const on = { name: '县', rules: { 'G-05': { off: false, reason: '本县要查' } } };
    expect(of(off).offReason('G-05')).toBe('省：不查');
    expect(of(off, on).offReason('G-05')).toBeUndefined();
  });
});
