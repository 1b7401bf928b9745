import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parameterForm, settingFault } from './parameter-form.ts';

const width = { value: 0.5, unit: 'm' };
const classes = { value: '1401、1402', unit: '', free: 'text' } as const;
const head = { value: '备案值', unit: 'm²/人', free: 'number' } as const;
const statement = { value: '等别数值越小质量越高', unit: '' };

describe('what a parameter can be set to', () => {
  it.each([
    [width, { kind: 'number', least: 0, most: 1e5, whole: false }],
    [
      { value: 18, unit: '字符' },
      { kind: 'number', least: 1, most: 254, whole: true },
    ],
    [
      { value: 1, unit: '光年' },
      { kind: 'number', least: 0, most: 1e9, whole: false },
    ],
    [{ value: 'ZXCQGHFQ', unit: '' }, { kind: 'layer' }],
    [statement, { kind: 'statement' }],
    [classes, { kind: 'text' }],
    [head, { kind: 'number', least: 0, most: 1e9, whole: false }],
    [{ value: ['DLTB'], unit: '' }, { kind: 'list' }],
  ])('%j', (own, form) => {
    expect(parameterForm(own)).toEqual(form);
  });

  it.each([
    [width, -0.1, '之间'],
    [width, 1e5 + 1, '之间'],
    [width, Number.NaN, '一个数'],
    [width, Number.POSITIVE_INFINITY, '一个数'],
    [width, '0.5', '一个数'],
    [width, null, '一个数'],
    [{ value: 18, unit: '字符' }, 18.5, '整数'],
    [{ value: 'ZXCQGHFQ', unit: '' }, 'ABC', '图层代码'],
    [statement, '等别数值越大质量越高', '不能改写'],
    [classes, ' ', '应是文字'],
    [classes, 1401, '应是文字'],
    [head, '一百', '一个数'],
    [{ value: ['DLTB'], unit: '' }, ['DLTB'], '列表'],
  ])('%j refuses %j', (own, value, why) => {
    expect(settingFault(own, value, '某文件')).toContain(why);
  });

  it('a statement is confirmed with a source only', () => {
    expect(settingFault(statement, statement.value, ' ')).toContain('出处');
    expect(settingFault(statement, statement.value, '某文件第 3 条')).toBeUndefined();
  });

  it('a text that the rule reads is another text, or the number that may replace it', () => {
    expect(settingFault(classes, '1401', '')).toBeUndefined();
    expect(settingFault(head, 105, '')).toBeUndefined();
    expect(settingFault(head, '备案值', '某文件')).toBeUndefined();
    expect(settingFault(head, '备案值', '')).toContain('出处');
  });

  it('takes every number within the bounds of its unit and no other', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: false }), (value) => {
        const fits = Number.isFinite(value) && value >= 0 && value <= 100;
        expect(settingFault({ value: 90, unit: '%' }, value, '') === undefined).toBe(fits);
      }),
    );
  });
});
