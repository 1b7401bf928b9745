import { describe, expect, it } from 'vitest';
import { codeName, fieldTitle, isArea } from './field-text.ts';

describe('what a field says to people', () => {
  it('is its name by the standard, else what the server or the file calls it', () => {
    expect(fieldTitle('GHFQ', 'BSM')).toBe('标识码');
    expect(fieldTitle('GHFQ', 'XYZ', '备用')).toBe('备用');
    expect(fieldTitle('NOSUCH', 'XYZ')).toBe('XYZ');
  });

  it('is the name of a code', () => {
    expect(codeName('DLBM', '0101')).toBe('水田');
    expect(codeName('GHFQDM', '300')).toBe('农田保护区');
    expect(codeName('YDYHFLDM', '0701')).toBe('城镇住宅用地');
    expect(codeName('GDLX', 'TT')).toBe('梯田');
    expect(codeName('DLBM', '9999')).toBeUndefined();
    expect(codeName('BSM', '1')).toBeUndefined();
  });

  it('is an area where the standard says so', () => {
    expect(isArea('GHFQ', 'MJ')).toBe(true);
    expect(isArea('DLTB', 'KCMJ')).toBe(true);
    expect(isArea('CZKFBJ', 'KCMJ')).toBe(false);
  });
});
