import { expect, test } from 'vitest';
import { shownValue } from './shown-value.ts';

test.each([
  [400, 'm²', '400 m²'],
  [1_000_000, '', '1000000'],
  [0.1 + 0.2, '%', '0.3 %'],
  ['不含特别用途区', '', '不含特别用途区'],
  [['CZKFBJ', 'STBHHX'], '', 'CZKFBJ、STBHHX'],
])('%j %s is shown as %s', (value, unit, shown) => expect(shownValue(value, unit)).toBe(shown));
