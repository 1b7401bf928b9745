import { expect, it } from 'vitest';
import type { SetThreshold } from '../set-threshold.ts';
import type { Profile } from './profile.ts';
import { offReason, setters, underProfiles } from './under-profiles.ts';

const profile = (name: string, more: Partial<Profile>): Profile => ({
  schema: 'tuheng.profile/1',
  name,
  ...more,
});
const own = {
  name: 'minimumArea',
  value: 400,
  unit: 'm²',
  source: '建议',
  confidence: 'suggestion',
} as const;
const wide = profile('省', { parameters: { 'udb.fragments.minimumArea': { value: 300, source: '甲' } } });
const narrow = profile('县', {
  parameters: { 'udb.fragments.minimumArea': { value: 200, source: '乙', confidence: 'memory-low' } },
});

it('a parameter is that of the narrowest profile, with its name before the source', () => {
  expect(underProfiles(own, [], 'udb.fragments')).toBe(own);
  expect(underProfiles(own, [wide], 'pbf.fragments')).toBe(own);
  expect(underProfiles(own, [wide], 'udb.fragments')).toEqual({
    ...own,
    value: 300,
    source: '省：甲',
    confidence: 'found',
  });
  expect(underProfiles(own, [wide, narrow], 'udb.fragments')).toMatchObject({
    value: 200,
    source: '县：乙',
    confidence: 'memory-low',
  });
});

it('a rule is off by the narrowest profile that speaks of it', () => {
  const off = profile('省', { rules: { 'udb.shape': { off: true, reason: '不查' } } });
  const on = profile('县', { rules: { 'udb.shape': { off: false, reason: '要查' } } });
  expect(offReason([off], 'udb.shape')).toBe('省：不查');
  expect(offReason([off], 'udb.total')).toBeUndefined();
  expect(offReason([off, on], 'udb.shape')).toBeUndefined();
  expect(offReason([on, off], 'udb.shape')).toBe('省：不查');
});

it('the setters of a book are the base, the profiles and the regions that set thresholds in it', () => {
  const threshold = { book: 'review', region: { adcode: '230898', name: '示范县' } } as SetThreshold;
  expect(setters([wide, narrow], [threshold, threshold], 'review')).toEqual([
    '国家基础规则',
    '省',
    '县',
    '示范县设定的阈值',
  ]);
  expect(setters([], [threshold], 'inspection')).toEqual(['国家基础规则']);
});
