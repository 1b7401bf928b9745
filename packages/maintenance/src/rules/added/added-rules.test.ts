import type { AddedRule } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../review.ts';
import { box, type Ring, type Row } from '../../testing/plans.ts';
import { forest, judgeAdded, type Layers, profileWith } from './testing/judge-added.ts';

const land = (code: string | null, ring: Ring, area?: number): Row => ({
  rings: [ring],
  attributes: { ...(code !== null && { YDYHFLDM: code }), ...(area !== undefined && { TBMJ: area }) },
});
const town = (ring: Ring): Row => ({ rings: [ring], attributes: { GHFQDM: '410' } });

/** 1 km² of forest, of grassland and of crops in a row; a town over the west half of the forest. */
const filed: Layers = {
  CZKFBJ: [town(box(0, 0, 500, 1000))],
  GHYDYH: [
    land('0301', box(0, 0, 1000, 1000), 100),
    land('04', box(1000, 0, 1000, 1000), 200),
    land('0103', box(2000, 0, 1000, 1000), 300),
  ],
};
/** As above, with 100 × 1000 m in the east of the forest made grassland. */
const cleared: Layers = {
  CZKFBJ: filed.CZKFBJ!,
  GHYDYH: [
    land('0301', box(0, 0, 900, 1000), 90),
    land('04', box(900, 0, 1100, 1000), 210),
    land('0103', box(2000, 0, 1000, 1000), 300),
  ],
};
const pieces = ({ evidence }: Verdict) =>
  evidence.map(({ side, label, planeArea, bsm }) => [side, label, Math.round(planeArea), bsm?.slice(-1)]);
const near = (value: number) => expect.closeTo(value, -2);

describe('an added rule on the area of a class', () => {
  it('passes where nothing changes, and says the figures', async () => {
    const verdict = await judgeAdded(forest, filed, filed);
    expect(verdict).toMatchObject({
      chapter: 'added',
      status: 'pass',
      basis: [
        { document: '省实施细则', article: '第 5 条', source: '省实施细则第 5 条', confidence: 'found' },
      ],
      parameters: [{ name: 'limit', source: '某省：省实施细则第 5 条' }],
      evidence: [],
    });
    expect(verdict.measure).toEqual({
      before: near(999_974),
      after: near(999_974),
      limit: near(999_974),
      unit: 'm²',
    });
    expect(verdict.explanation).toBe(
      '规划用地用海（GHYDYH）中 YDYHFLDM 以 03 开头的图斑，面积由备案的 100.00 公顷 变为维护后的 100.00 公顷；不低于备案库的 100.00 公顷。',
    );
  });

  it('fails where it shrinks, and points at what left', async () => {
    const verdict = await judgeAdded(forest, filed, cleared);
    expect(verdict.status).toBe('fail');
    expect(pieces(verdict)).toEqual([['filed', '所选规划用地用海减少', 100_000, '1']]);
    expect(verdict.explanation).toContain('低于备案库的 100.00 公顷，相差 10.00 公顷');
  });

  it('fails where it must not grow, and points at what came', async () => {
    const grass: AddedRule = { ...forest, where: { field: 'YDYHFLDM', equals: '04' }, compare: 'notMore' };
    const verdict = await judgeAdded(grass, filed, cleared);
    expect(verdict.status).toBe('fail');
    expect(pieces(verdict)).toEqual([['maintained', '所选规划用地用海增加', 100_000, '2']]);
  });

  it('holds it against a figure in the unit that the figure has, within its tolerance', async () => {
    const least = (value: number, unit: string, tolerance?: number): AddedRule => ({
      ...forest,
      limit: { value, unit },
      ...(tolerance !== undefined && { tolerance: { value: tolerance, unit: '亩' } }),
    });
    const status = async (rule: AddedRule) => (await judgeAdded(rule, filed, cleared)).status;
    expect(await status(least(89, 'ha'))).toBe('pass');
    expect(await status(least(1349, '亩'))).toBe('pass');
    expect(await status(least(0.091, 'km²'))).toBe('pass');
    expect(await status(least(91, 'ha'))).toBe('fail');
    expect(await status(least(91, 'ha', 15))).toBe('fail');
    expect(await status(least(91, 'ha', 16))).toBe('pass');
  });

  it('shows all there is where nothing changed and it was never enough', async () => {
    const verdict = await judgeAdded({ ...forest, limit: { value: 2, unit: 'km²' } }, filed, filed);
    expect(verdict.status).toBe('fail');
    expect(pieces(verdict)).toEqual([['maintained', '所选规划用地用海', 1_000_000, undefined]]);
  });

  it('takes a sentence of its own before what was found', async () => {
    const rule = { ...forest, explanation: '林地 {before} → {after}（下限 {limit}）' };
    expect((await judgeAdded(rule, filed, cleared)).explanation).toBe(
      '林地 100.00 公顷 → 90.00 公顷（下限 100.00 公顷）；低于备案库的 100.00 公顷，相差 10.00 公顷。',
    );
  });
});

describe('what is selected', () => {
  const area = async (rule: Partial<AddedRule>) =>
    (await judgeAdded({ ...forest, ...rule } as AddedRule, filed, cleared)).measure;

  it('lies within or outside other ground', async () => {
    const within = { layer: 'CZKFBJ' };
    expect(await area({ within })).toMatchObject({ before: near(499_987), after: near(499_987) });
    expect(await area({ outside: within })).toMatchObject({ before: near(499_987), after: near(399_990) });
    const none = { layer: 'CZKFBJ', where: { field: 'GHFQDM', equals: '430' } };
    expect(await area({ within: none })).toMatchObject({ before: 0, after: 0 });
    const both = { within: { layer: 'GHYDYH', where: { field: 'YDYHFLDM', in: ['0301'] } }, outside: within };
    expect(await area({ ...both, where: { not: { field: 'YDYHFLDM', startsWith: ['01'] } } })).toMatchObject({
      after: near(399_990),
    });
  });

  it('meets every condition', async () => {
    const wide = { field: 'TBMJ', between: [95, 250] } as const;
    expect(await area({ where: wide })).toMatchObject({ before: near(1_999_948), after: near(1_099_971) });
    expect(await area({ where: [wide, { field: 'YDYHFLDM', in: ['0301', '0103'] }] })).toMatchObject({
      before: near(999_974),
      after: 0,
    });
    expect(await area({ where: { not: wide } })).toMatchObject({ before: near(999_974) });
    expect(await area({ where: { field: 'TBMJ', equals: 300 } })).toMatchObject({ after: near(999_974) });
  });

  it('counts ground once that two features cover', async () => {
    const twice = { ...filed, GHYDYH: [...filed.GHYDYH!, land('0302', box(0, 0, 1000, 1000))] };
    expect((await judgeAdded(forest, filed, twice)).measure.after).toEqual(near(999_974));
  });

  it('is from the layer that both sides share', async () => {
    const base = { DLTB: [{ rings: [box(0, 0, 200, 100)], attributes: { DLBM: '0101' } }] };
    const rule: AddedRule = {
      ...forest,
      layer: 'DLTB',
      where: { field: 'DLBM', startsWith: ['01'] },
      within: { layer: 'CZKFBJ' },
      compare: 'notMore',
    };
    const wider = { ...filed, CZKFBJ: [...filed.CZKFBJ!, town(box(500, 0, 100, 100))] };
    expect(await judgeAdded(rule, filed, wider, { base })).toMatchObject({
      status: 'pass',
      measure: { before: near(20_000), after: near(20_000) },
    });
    expect(await judgeAdded(rule, filed, filed)).toMatchObject({
      status: 'notApplicable',
      explanation: '两版数据库都没有地类图斑图层（DLTB），本条不适用。',
    });
  });
});

describe('other measures', () => {
  const judge = (more: Partial<AddedRule>, after = cleared) =>
    judgeAdded({ ...forest, ...more } as AddedRule, filed, after);

  it('unchanged: the same ground, not only the same area', async () => {
    const rule = { compare: 'unchanged' } as const;
    expect(await judge(rule, filed)).toMatchObject({ status: 'pass' });
    const moved = { ...filed, GHYDYH: [land('0301', box(0, 100, 1000, 1000)), ...filed.GHYDYH!.slice(1)] };
    const verdict = await judge(rule, moved);
    expect(verdict.status).toBe('fail');
    expect(verdict.explanation).toContain('减少 1 处、10.00 公顷，增加 1 处、10.00 公顷');
    expect(pieces(verdict)).toEqual([
      ['filed', '所选规划用地用海减少', 100_000, '1'],
      ['maintained', '所选规划用地用海增加', 100_000, '1'],
    ]);
  });

  it('count: features, and which are new or gone', async () => {
    const more = { ...filed, GHYDYH: [...filed.GHYDYH!, land('0302', box(4000, 0, 100, 100))] };
    const most = await judge({ measure: 'count', compare: 'notMore' }, more);
    expect(most).toMatchObject({ status: 'fail', measure: { before: 1, after: 2, limit: 1, unit: '个' } });
    expect(pieces(most)).toEqual([['maintained', '维护后的规划用地用海', 10_000, '4']]);
    const least = await judge({ measure: 'count', where: { field: 'TBMJ', equals: 100 } });
    expect(least).toMatchObject({ status: 'fail', measure: { before: 1, after: 0 } });
    expect(pieces(least)).toEqual([['filed', '维护前的规划用地用海', 1_000_000, '1']]);
    expect(await judge({ measure: 'count', limit: { value: 1, unit: '个' } })).toMatchObject({
      status: 'pass',
    });
  });

  it('patches and the largest of them', async () => {
    const split = {
      ...filed,
      GHYDYH: [land('0301', box(0, 0, 450, 1000)), land('0301', box(550, 0, 450, 1000))],
    };
    const patches = await judge({ measure: 'patches', compare: 'notMore' }, split);
    expect(patches).toMatchObject({ status: 'fail', measure: { before: 1, after: 2 } });
    expect(pieces(patches).map(([side]) => side)).toEqual(['maintained', 'maintained']);
    const largest = await judge({ measure: 'largestPatch' }, split);
    expect(largest).toMatchObject({
      status: 'fail',
      measure: { before: near(999_974), after: near(449_988) },
    });
    expect(pieces(largest)).toEqual([['filed', '所选规划用地用海减少', 100_000, '1']]);
    const limit = { value: 40, unit: 'ha' };
    const most = await judge({ measure: 'largestPatch', compare: 'notMore', limit }, split);
    expect(pieces(most)).toEqual([['maintained', '最大的规划用地用海地块', 450_000, undefined]]);
  });

  it('shareOf: the whole layer, the layer within, or what is selected', async () => {
    const shares = async (shareOf: 'layer' | 'within' | 'selected') =>
      (await judge({ measure: { shareOf }, within: { layer: 'CZKFBJ' } })).measure;
    expect(await shares('layer')).toMatchObject({ after: expect.closeTo(100 / 6, 3), unit: '%' });
    expect(await shares('within')).toMatchObject({ before: expect.closeTo(100, 6) });
    expect(await shares('selected')).toMatchObject({
      before: expect.closeTo(50, 3),
      after: expect.closeTo(500 / 9, 3),
    });
    const verdict = await judge({ measure: { shareOf: 'layer' }, limit: { value: 31, unit: '%' } });
    expect(verdict.status).toBe('fail');
    expect(verdict.explanation).toContain('低于限值 31.00%，相差 1.00%');
  });

  it('meanOf: by area', async () => {
    const rule: Partial<AddedRule> = {
      measure: { meanOf: 'TBMJ' },
      where: { field: 'YDYHFLDM', in: ['0301', '04'] },
    };
    const verdict = await judge({ ...rule, compare: 'notMore' });
    expect(verdict.status).toBe('fail');
    // (90 × 0.9 + 210 × 1.1) ÷ 2
    expect(verdict.measure).toMatchObject({ before: expect.closeTo(150, 3), after: expect.closeTo(156, 3) });
    expect(pieces(verdict)).toEqual([
      ['maintained', '维护后的规划用地用海：TBMJ 210', 1_100_000, '2'],
      ['filed', '维护前的规划用地用海：TBMJ 100', 1_000_000, '1'],
      ['filed', '维护前的规划用地用海：TBMJ 200', 1_000_000, '2'],
      ['maintained', '维护后的规划用地用海：TBMJ 90', 900_000, '1'],
    ]);
    const least = await judge({ ...rule, limit: { value: 180, unit: '级' } }, filed);
    expect(least.measure).toMatchObject({ limit: 180, unit: '级' });
    expect(pieces(least)).toEqual([['maintained', '所选规划用地用海：TBMJ 100', 1_000_000, '1']]);
  });

  it('sumOf: a feature counts whole, also where it lies within in part', async () => {
    const rule: Partial<AddedRule> = { measure: { sumOf: 'TBMJ' }, within: { layer: 'CZKFBJ' } };
    expect(await judge(rule)).toMatchObject({ status: 'fail', measure: { before: 100, after: 90 } });
    expect(await judge({ ...rule, compare: 'equals' }, filed)).toMatchObject({ status: 'pass' });
  });
});

describe('what cannot be judged', () => {
  const without = (layers: Layers, ...codes: string[]): Layers =>
    Object.fromEntries(Object.entries(layers).filter(([code]) => !codes.includes(code)));

  it('is undetermined where a side has not the layer, and does not apply where neither has it', async () => {
    const gone = await judgeAdded(forest, filed, without(filed, 'GHYDYH'));
    expect(gone).toMatchObject({
      status: 'undetermined',
      reasons: ['维护后数据库没有规划用地用海图层（GHYDYH）'],
    });
    const fresh = await judgeAdded(forest, without(filed, 'GHYDYH'), filed);
    expect(fresh.reasons).toEqual(['备案库没有规划用地用海图层（GHYDYH）']);
    const neither = without(filed, 'GHYDYH');
    expect((await judgeAdded(forest, neither, neither)).status).toBe('notApplicable');
    const fixed = { ...forest, limit: { value: 1, unit: 'ha' } };
    expect((await judgeAdded(fixed, neither, neither)).status).toBe('undetermined');
    expect((await judgeAdded(fixed, without(filed, 'GHYDYH'), filed)).status).toBe('pass');
    const targets = {
      schema: 'tuheng.targets/1',
      absentLayers: [{ layer: 'GHYDYH', source: '县说明' }],
    } as const;
    expect((await judgeAdded(fixed, neither, neither, { targets })).status).toBe('notApplicable');
  });

  it('is undetermined without the ground or the field that it asks for', async () => {
    const within = await judgeAdded({ ...forest, within: { layer: 'STBHHX' } }, filed, filed);
    expect(within.reasons).toEqual([
      '维护后数据库没有生态保护红线图层（STBHHX）',
      '备案库没有生态保护红线图层（STBHHX）',
    ]);
    const field = await judgeAdded({ ...forest, where: { field: 'GHZT', equals: '现状' } }, filed, filed);
    expect(field.status).toBe('undetermined');
    expect(field.reasons[0]).toContain('没有字段 GHZT');
    const nothing = { ...forest, where: { field: 'YDYHFLDM', equals: '99' }, measure: { meanOf: 'TBMJ' } };
    expect((await judgeAdded(nothing as AddedRule, filed, filed)).status).toBe('undetermined');
  });

  it('never passes on blanks', async () => {
    const blank = { ...filed, GHYDYH: [...filed.GHYDYH!, land(null, box(4000, 0, 100, 100))] };
    const verdict = await judgeAdded(forest, filed, blank);
    expect(verdict.status).toBe('undetermined');
    expect(verdict.reasons).toEqual(['维护后数据库有 1 个图斑没有填写条件所用的字段，是否属于所选范围不明']);
    const known: AddedRule = {
      ...forest,
      where: [{ field: 'TBMJ', equals: 1 }, ...[forest.where].flat()] as never,
    };
    expect((await judgeAdded(known, filed, blank)).status).toBe('undetermined');
    const unsummed = { ...filed, GHYDYH: [land('0301', box(0, 0, 1000, 1000)), ...filed.GHYDYH!.slice(1)] };
    const sum = { ...forest, where: undefined, measure: { sumOf: 'TBMJ' }, compare: 'notMore' };
    expect(await judgeAdded(sum as never, filed, unsummed)).toMatchObject({
      status: 'undetermined',
      reasons: ['维护后数据库有 1 个所选图斑没有填写求值的字段'],
    });
    const failing = await judgeAdded(forest, filed, {
      ...cleared,
      GHYDYH: [...cleared.GHYDYH!, land(null, box(4000, 0, 9, 9))],
    });
    expect(failing.status).toBe('fail');
    expect(failing.explanation).toContain('是否属于所选范围不明，未计入');
  });

  it('never passes on an unverified rule, which may fail all the same', async () => {
    const doubtful: AddedRule = { ...forest, confidence: 'memory-low' };
    const verdict = await judgeAdded(doubtful, filed, filed);
    expect(verdict.status).toBe('undetermined');
    expect(verdict.reasons[0]).toContain('hlj.forest-not-reduced.limit');
    expect((await judgeAdded(doubtful, filed, cleared)).status).toBe('fail');
  });
});

it('is set and switched off by narrower profiles and the plan', async () => {
  const rule: AddedRule = { ...forest, limit: { value: 50, unit: 'ha' } };
  const county = profileWith(
    { parameters: { [`${rule.id}.limit`]: { value: 95, source: '县细则' } } },
    '某县',
  );
  expect((await judgeAdded(rule, filed, cleared)).status).toBe('pass');
  expect(await judgeAdded(rule, filed, cleared, { profiles: [county] })).toMatchObject({
    status: 'fail',
    parameters: [{ value: 95, unit: 'ha', source: '某县：县细则' }],
  });
  const parameters = { [`${rule.id}.limit`]: { value: 1200, unit: '亩', source: '规划文本' } };
  const targets = { schema: 'tuheng.targets/1', parameters } as const;
  expect(await judgeAdded(rule, filed, cleared, { profiles: [county], targets })).toMatchObject({
    status: 'pass',
    parameters: [{ value: 1200, unit: '亩', source: '规划文本' }],
  });
  const wrong = { ...targets, parameters: { [`${rule.id}.limit`]: { value: 1, unit: '顷', source: 'x' } } };
  expect((await judgeAdded(rule, filed, cleared, { targets: wrong })).status).toBe('undetermined');
  const off = profileWith({ rules: { [rule.id]: { off: true, reason: '本县没有林地' } } }, '某县');
  expect(await judgeAdded(rule, filed, cleared, { profiles: [off] })).toMatchObject({
    status: 'notApplicable',
    explanation: '未执行：某县：本县没有林地',
  });
});
