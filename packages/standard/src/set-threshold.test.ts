import { expect, it } from 'vitest';
import { type SetThreshold, underThresholds } from './set-threshold.ts';

const own = {
  name: 'gap',
  title: '间距',
  value: 20,
  unit: 'm',
  source: '建议',
  confidence: 'suggestion',
} as const;
const set: SetThreshold = {
  book: 'review',
  rule: 'pbf.contiguity',
  parameter: 'gap',
  value: 30,
  source: '某文件第 3 条',
  confidence: 'found',
  region: { adcode: '230898', name: '示范县' },
  by: 'zhang.san',
  at: '2026-11-30T08:00:00.000000Z',
  reason: '省里定的',
};

it('sets value, source and confidence, and tells who did it', () => {
  expect(underThresholds(own, [set], 'review', 'pbf.contiguity')).toEqual({
    ...own,
    value: 30,
    source: '某文件第 3 条',
    confidence: 'found',
    set: {
      region: { adcode: '230898', name: '示范县' },
      by: 'zhang.san',
      at: set.at,
      reason: '省里定的',
    },
  });
});

it.each([
  ['inspection', 'pbf.contiguity', 'gap'],
  ['review', 'pbf.quality', 'gap'],
  ['review', 'pbf.contiguity', 'resolution'],
] as const)('leaves %s %s.%s alone', (book, rule, name) => {
  const other = { ...own, name };
  expect(underThresholds(other, [set], book, rule)).toBe(other);
});
