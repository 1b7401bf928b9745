import { expect, it } from 'vitest';
import { sheetNames } from './sheet-names.ts';

it('makes names that Excel takes, each once', () => {
  const names = sheetNames(['问题', 'a/b:c', "'x'", '', '问题', 'A_B_C', '长'.repeat(40), '长'.repeat(50)]);
  expect(names).toEqual([
    '问题',
    'a_b_c',
    'x',
    '_',
    '问题 (2)',
    'A_B_C (2)',
    '长'.repeat(31),
    `${'长'.repeat(27)} (2)`,
  ]);
});
