import { expect, it } from 'vitest';
import { readChange, writeChange } from './change-row.ts';

it('reads what it wrote, and takes anything else for nothing', () => {
  expect(readChange(writeChange('CZKFBJ', 12))).toEqual({ layer: 'CZKFBJ', id: 12 });
  for (const text of [undefined, '', 'CZKFBJ', 'CZKFBJ.', '.4', 'A.1.2', 'A.-1'])
    expect(readChange(text)).toBeUndefined();
});
