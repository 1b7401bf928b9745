import * as standard from '@tuheng/standard';
import { expect, it } from 'vitest';
import { codesOf2020 } from './codes-of-2020.ts';

it('tells for each class of 2023 which it was in 2020', () => {
  const codes = codesOf2020(standard);
  expect(codes.get('0101')).toEqual(['0101']);
  for (const [now, then] of codes) for (const code of then) expect(standard.toScheme2023(code)).toBe(now);
  expect([...codes.values()].flat()).toHaveLength(
    standard.landUseClasses(2020).filter(({ code }) => standard.toScheme2023(code)).length,
  );
});
