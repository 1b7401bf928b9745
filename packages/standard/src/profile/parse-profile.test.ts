import { describe, expect, it } from 'vitest';
import { parseProfile, settableRulesOf, widerProfile } from './parse-profile.ts';
import { ProfileError, type SettableRule } from './profile.ts';

const profile = (more: object): string =>
  JSON.stringify({ schema: 'tuheng.profile/1', name: '某县', ...more });

const own = { unit: '' };
/** Of the inspection and of the review, with a number, a list, a layer and a statement. */
const rules: readonly SettableRule[] = [
  { id: 'G-05', parameters: [] },
  { id: 'G-06', parameters: [{ ...own, name: 'tinyArea', value: 400, unit: 'm²' }] },
  { id: 'C-03', parameters: [{ ...own, name: 'requiredLayers', value: ['CZKFBJ'] }] },
  { id: 'T-06', parameters: [{ ...own, name: 'extentLayer', value: 'ZXCQGHFQ' }] },
  { id: 'udb.fragments', parameters: [{ ...own, name: 'minimumArea', value: 400, unit: 'm²' }] },
  { id: 'city-land.per-capita', parameters: [{ ...own, name: 'limit', value: '备案值', free: 'number' }] },
  { id: 'green.function', parameters: [{ ...own, name: 'classes', value: '1401', free: 'text' }] },
  { id: 'udb.holes', parameters: [{ ...own, name: 'definition', value: '空洞' }] },
];
const parse = (text: string) => parseProfile(text, 'a.json', rules);

describe('parseProfile', () => {
  it('reads parameters, rules and aliases', () => {
    const text = profile({
      parameters: { 'C-03.requiredLayers': { value: ['GHFQ'], source: '省细则' } },
      rules: { 'G-05': { off: true, reason: '不查' } },
      aliases: { layers: { 边界: 'CZKFBJ' }, fields: { CZKFBJ: { 面积数: 'MJ' } } },
    });
    expect(parse(text).name).toBe('某县');
  });

  it('reads settings of both books', () => {
    const text = profile({
      parameters: {
        'udb.fragments.minimumArea': { value: 250, source: '省细则' },
        'udb.holes.definition': { value: '空洞', source: '省细则', confidence: 'memory-high' },
        'T-06.extentLayer': { value: 'CZKFBJ', source: '省细则' },
        'city-land.per-capita.limit': { value: 105, source: '省细则' },
        'green.function.classes': { value: '1401、1403', source: '省细则' },
      },
      rules: { 'udb.fragments': { off: false, reason: '本县要查' } },
    });
    expect(Object.keys(parse(text).parameters!)).toHaveLength(5);
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
    [profile({ parameters: { 'G-06.tinyArea': { value: -1, source: 'x' } } }), '应在 0 到'],
    [profile({ parameters: { 'G-06.tinyArea': { value: 1, source: 'x', unit: 'ha' } } }), '不认识 "unit"'],
    [profile({ parameters: { 'udb.holes.definition': { value: '别的', source: 'x' } } }), '不能改写'],
    [profile({ parameters: { 'T-06.extentLayer': { value: 'ZXCQ', source: 'x' } } }), '图层代码'],
    [profile({ parameters: { 'city-land.per-capita.limit': { value: '多', source: 'x' } } }), '一个数'],
    [profile({ parameters: { 'green.function.classes': { value: 14, source: 'x' } } }), '应是文字'],
    [profile({ rules: { 'G-05': { off: true, reason: 'x', note: '' } } }), '不认识 "note"'],
    [profile({ aliases: { layer: {} } }), '不认识 "layer"'],
    [profile({ rules: { 'X-99': { off: true, reason: 'x' } } }), '没有规则 X-99'],
    [profile({ rules: { 'G-05': { off: true } } }), '没有写明理由'],
    [profile({ aliases: { layers: { a: 'NOLAYER' } } }), 'NOLAYER'],
    [profile({ aliases: { fields: { CZKFBJ: { a: 'NOFIELD' } } } }), 'NOFIELD'],
  ])('refuses %s', (text, reason) => {
    expect(() => parse(text)).toThrow(ProfileError);
    expect(() => parse(text)).toThrow(reason);
  });
});

describe('widerProfile', () => {
  it('is what a profile extends', () => {
    expect(widerProfile(profile({ extends: '../省.json' }), 'a.json')).toBe('../省.json');
    expect(widerProfile(profile({}), 'a.json')).toBeUndefined();
    expect(() => widerProfile(profile({ extends: '' }), 'a.json')).toThrow(ProfileError);
  });
});

const rule = {
  id: 'hlj.forest-not-reduced',
  title: '林地不减少',
  layer: 'GHYDYH',
  where: { field: 'YDYHFLDM', startsWith: ['03'] },
  measure: 'area',
  compare: 'notLess',
  limit: 'filed',
  source: '省实施细则第 5 条',
  basis: [{ document: '省实施细则', article: '第 5 条' }],
};
const adding = (...added: object[]) => profile({ added });
const hectares = (value: unknown, unit: unknown = 'ha') => ({ value, unit });

describe('added rules', () => {
  it.each([
    ['the least that a rule has', rule],
    [
      'all that a rule can have',
      {
        ...rule,
        where: [
          { field: 'YDYHFLDM', in: ['0301', '0302'] },
          { not: { field: 'TBMJ', between: [0, 400] } },
          { field: 'TBDLMJ', equals: 7 },
        ],
        within: { layer: 'CZKFBJ', where: { field: 'GHFQDM', equals: '410' } },
        outside: { layer: 'STBHHX' },
        limit: hectares(100),
        tolerance: hectares(1, '亩'),
        confidence: 'memory-low',
        explanation: '边界内林地 {before} → {after}，下限 {limit}',
      },
    ],
    ['ground that stays', { ...rule, compare: 'unchanged' }],
    ['a number of patches', { ...rule, measure: 'patches', compare: 'notMore', limit: hectares(3, '个') }],
    ['a share of the layer', { ...rule, measure: { shareOf: 'layer' }, limit: hectares(20, '%') }],
    ['a mean', { ...rule, where: undefined, layer: 'GDBHMB', measure: { meanOf: 'GDDB' } }],
    ['a sum', { ...rule, measure: { sumOf: 'TBMJ' }, limit: hectares(5, '任何单位') }],
  ])('are read: %s', (_, added) => {
    expect(parse(adding(added)).added).toHaveLength(1);
  });

  it.each([
    [{ ...rule, id: 'Wald' }, '编号 "id"'],
    [{ ...rule, id: 'udb.fragments' }, '编号已被占用'],
    [{ ...rule, title: '' }, '名称'],
    [{ ...rule, severity: 'error' }, '不认识 "severity"'],
    [{ ...rule, layer: 'WALD' }, '没有的图层 WALD'],
    [{ ...rule, where: { field: 'DLBM', equals: '01' } }, 'GHYDYH 没有字段 DLBM'],
    [{ ...rule, where: [] }, '空的列表'],
    [{ ...rule, where: { field: 'YDYHFLDM' } }, '中的一个'],
    [{ ...rule, where: { field: 'YDYHFLDM', equals: '03', in: ['04'] } }, '中的一个'],
    [{ ...rule, where: { field: 'YDYHFLDM', begins: '03' } }, '不认识 "begins"'],
    [{ ...rule, where: { field: 'YDYHFLDM', equals: 3 } }, 'equals 应是文字'],
    [{ ...rule, where: { field: 'TBMJ', in: ['3'] } }, 'in 应是数的列表'],
    [{ ...rule, where: { field: 'YDYHFLDM', startsWith: '03' } }, 'startsWith'],
    [{ ...rule, where: { field: 'TBMJ', startsWith: ['3'] } }, 'startsWith'],
    [{ ...rule, where: { field: 'TBMJ', between: [2, 1] } }, '由小到大'],
    [{ ...rule, where: { not: { field: 'X', equals: 1 } } }, '没有字段 X'],
    [{ ...rule, within: { layer: 'X' } }, '"within.layer"'],
    [{ ...rule, within: { layer: 'CZKFBJ', field: 'MJ' } }, '不认识 "field"'],
    [{ ...rule, measure: 'size' }, '"measure"'],
    [{ ...rule, measure: { meanOf: 'GDDB' } }, '没有字段 GDDB'],
    [{ ...rule, measure: { meanOf: 'TBMJ', sumOf: 'TBMJ' } }, '"measure"'],
    [{ ...rule, measure: { shareOf: 'all' } }, '"shareOf"'],
    [{ ...rule, measure: { shareOf: 'selected' } }, '"within" 或 "outside"'],
    [{ ...rule, where: undefined, measure: { shareOf: 'layer' } }, '"where"'],
    [{ ...rule, compare: 'less' }, '"compare"'],
    [{ ...rule, compare: 'unchanged', measure: 'count' }, '"unchanged"'],
    [{ ...rule, limit: 100 }, '"limit"'],
    [{ ...rule, limit: hectares('100') }, '不是数'],
    [{ ...rule, limit: hectares(-1) }, '不能为负'],
    [{ ...rule, limit: hectares(1, '顷') }, '不是面积单位'],
    [{ ...rule, measure: 'count', limit: hectares(1.5, '个') }, '整数'],
    [{ ...rule, measure: { shareOf: 'layer' }, limit: hectares(120, '%') }, '0 到 100'],
    [{ ...rule, tolerance: hectares(-1) }, '不能为负'],
    [
      { ...rule, measure: { sumOf: 'TBMJ' }, limit: hectares(1, 'm²'), tolerance: hectares(1) },
      '单位应与 "limit" 相同',
    ],
    [{ ...rule, source: undefined }, '来源'],
    [{ ...rule, confidence: 'sure' }, 'confidence'],
    [{ ...rule, basis: [] }, '依据'],
    [{ ...rule, basis: [{ article: '5' }] }, '"document"'],
    [{ ...rule, explanation: '{area} 不足' }, '不认识 {area}'],
  ])('are refused: %j', (added, reason) => {
    expect(() => parse(adding(added))).toThrow(ProfileError);
    expect(() => parse(adding(added))).toThrow(reason);
  });

  it('have ids of their own', () => {
    expect(() => parse(adding(rule, rule))).toThrow('编号已被占用');
    expect(() => parse(profile({ added: rule }))).toThrow('列表');
  });

  it('are set by narrower profiles', () => {
    const wide = parse(adding({ ...rule, limit: hectares(100) }));
    const narrow = profile({
      parameters: { [`${rule.id}.limit`]: { value: 120, source: '市细则' } },
      rules: { [rule.id]: { off: true, reason: '本市无林地' } },
    });
    expect(() => parse(narrow)).toThrow('没有参数');
    expect(parseProfile(narrow, 'b.json', [...rules, ...settableRulesOf(wide)]).name).toBe('某县');
  });
});
