import { describe, expect, it } from 'vitest';
import { inspectionRules } from '../inspection-rules.ts';
import { EffectiveRules } from './effective-rules.ts';
import { parseProfile } from './parse-profile.ts';
import { type Profile, ProfileError } from './profile.ts';

const profile = (more: object): string =>
  JSON.stringify({ schema: 'tuheng.profile/1', name: '某县', ...more });

describe('parseProfile', () => {
  it('reads parameters, rules and aliases', () => {
    const text = profile({
      parameters: { 'C-03.requiredLayers': { value: ['GHFQ'], source: '省细则' } },
      rules: { 'G-05': { off: true, reason: '不查' } },
      aliases: { layers: { 边界: 'CZKFBJ' }, fields: { CZKFBJ: { 面积数: 'MJ' } } },
    });
    expect(parseProfile(text, 'a.json').name).toBe('某县');
  });

  it.each([
    ['{', '不是有效的 JSON'],
    ['{}', 'tuheng.profile/1'],
    [profile({ name: ' ' }), '缺少名称'],
    [profile({ rule: {} }), '不认识 "rule"'],
    [profile({ extends: 1 }), '"extends"'],
    [profile({ parameters: { 'G-06.tinyAera': { value: 1, source: 'x' } } }), '没有参数 G-06.tinyAera'],
    [profile({ parameters: { 'G-06.tinyArea': { value: '1', source: 'x' } } }), '应是数'],
    [profile({ parameters: { 'G-06.tinyArea': { value: 1 } } }), '没有写明来源'],
    [
      profile({ parameters: { 'G-06.tinyArea': { value: 1, source: 'x', confidence: 'sure' } } }),
      'confidence',
    ],
    [profile({ rules: { 'X-99': { off: true, reason: 'x' } } }), '没有规则 X-99'],
    [profile({ rules: { 'G-05': { off: true } } }), '没有写明理由'],
    [profile({ aliases: { layers: { a: 'NOLAYER' } } }), 'NOLAYER'],
    [profile({ aliases: { fields: { CZKFBJ: { a: 'NOFIELD' } } } }), 'NOFIELD'],
  ])('refuses %s', (text, reason) => {
    expect(() => parseProfile(text, 'a.json')).toThrow(ProfileError);
    expect(() => parseProfile(text, 'a.json')).toThrow(reason);
  });
});

describe('EffectiveRules', () => {
  const of = (...profiles: object[]) =>
    new EffectiveRules(
      inspectionRules,
      profiles.map((more) => JSON.parse(profile(more)) as Profile),
    );

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
