import { expect, it } from 'vitest';
import { colourOf } from './paint-of.ts';

it('reads plain colours and colours by class', () => {
  const byClass = ['match', ['get', 'YDYHFLDM'], '0101', '#ff0', '07', '#f0f', '#ccc'];
  expect(colourOf('#123456', {})).toBe('#123456');
  expect(colourOf(byClass, { YDYHFLDM: '07' })).toBe('#f0f');
  expect(colourOf(byClass, { YDYHFLDM: '0101' })).toBe('#ff0');
  expect(colourOf(byClass, {})).toBe('#ccc');
  expect(colourOf(['interpolate'], {})).toBeUndefined();
});
