import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPlan, writeDataset } from '@tuheng/dataset';
import { type Review, ruleBookDigest } from '@tuheng/maintenance';
import { layerSpec } from '@tuheng/standard';
import type { Database } from '@tuheng/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobArguments } from './job-command.ts';
import { loadProfiles } from './profile-files.ts';
import { publishFiles } from './publish-files.ts';
import { runReview } from './run-review.ts';
import { demonstrationInto, tuheng, tuhengHere } from './testing/commands.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuheng-细则-'));
const at = (name: string): string => join(folder, name);

const province = {
  schema: 'tuheng.profile/1',
  name: '某省',
  parameters: {
    'udb.fragments.minimumArea': { value: 300, source: '省细则第 3 条' },
    'G-06.tinyArea': { value: 250, source: '省质检细则' },
  },
  rules: { 'udb.shape': { off: true, reason: '省里另行评价' } },
  added: [
    {
      id: 'hlj.town-patches',
      title: '城镇集中建设区块数有上限',
      layer: 'CZKFBJ',
      measure: 'patches',
      compare: 'notMore',
      limit: { value: 500, unit: '个' },
      source: '省细则第 7 条',
      basis: [{ document: '省实施细则', article: '第 7 条' }],
    },
  ],
};
const county = {
  schema: 'tuheng.profile/1',
  name: '某县',
  extends: '省.json',
  parameters: { 'hlj.town-patches.limit': { value: 1, source: '县细则', confidence: 'memory-low' } },
  aliases: { layers: { 城区边线: 'CZKFBJ' } },
};

beforeAll(async () => {
  writeFileSync(at('省.json'), JSON.stringify(province));
  writeFileSync(at('县.json'), JSON.stringify(county));
  await demonstrationInto(at('县'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const data = (name: string): string => at(`县/数据/${name}.gdb`);
const plans = ['--filed', data('备案'), '--maintained', data('维护后'), '--base', data('基础数据')];

describe('tuheng review --profile', () => {
  let review: Review;
  beforeAll(() => {
    const run = tuheng('review', ...plans, '--profile', at('县.json'), '--out', at('o'), '--quiet');
    expect(run.code, run.err).toBe(1);
    expect(run.out).toMatch(/– 不适用 +城镇开发边界形态更完整[^\n]*\n {4}未执行：某省：省里另行评价/);
    expect(run.out).toMatch(/✗ 不通过 +城镇集中建设区块数有上限/);
    review = JSON.parse(readFileSync(at('o/review.json'), 'utf8'));
  }, 120_000);

  it('judges by it: values, what is off, what is added', async () => {
    const of = (id: string) => review.verdicts.find(({ rule }) => rule === id)!;
    expect(of('udb.shape')).toMatchObject({ status: 'notApplicable', chapter: 'lines' });
    expect(of('hlj.town-patches')).toMatchObject({
      status: 'fail',
      chapter: 'added',
      parameters: [{ value: 1, source: '某县：县细则', confidence: 'memory-low' }],
    });
    const profiles = (await loadProfiles(at('县.json'))).map(({ profile }) => profile);
    expect(review.ruleBook).toMatchObject({
      digest: await ruleBookDigest([], profiles),
      profiles: ['国家基础规则', '某省', '某县'],
    });
    expect(review.inputs.filter(({ role }) => role === 'profile').map(({ name }) => name)).toEqual([
      '省.json',
      '县.json',
    ]);
  });

  it('has the report say so, and inspects the data by it', async () => {
    const report = readFileSync(at('o/report.html'), 'utf8');
    expect(report).toContain('国家基础规则 → 某省 → 某县');
    expect(report).toContain('未执行：某省：省里另行评价');
    const plain = JSON.parse(readFileSync(at('县/review.json'), 'utf8')) as Review;
    expect(review.dataQuality[0]!.inspection).not.toBe(plain.dataQuality[0]!.inspection);
  });

  it('reads names that it adds; what was so read is not published under other names', async () => {
    const { layers } = await readPlan(data('备案'));
    const named = (code: string, name: string) => {
      const { crs, polygons, columns } = layers.get(code)!;
      return { name, crs, polygons, columns, fields: layerSpec(code)!.fields };
    };
    const file = at('别名.gpkg');
    await writeDataset(file, 'GeoPackage', [named('CZKFBJ', '城区边线'), named('STBHHX', 'STBHHX')]);
    const args = {
      filed: file,
      maintained: file,
      out: at('o2'),
      date: '20261130',
      profile: at('无增设.json'),
    };
    const { added: _, ...plain } = province;
    writeFileSync(at('无增设.json'), JSON.stringify({ ...plain, aliases: county.aliases }));
    const { review: aliased } = await runReview(args, () => {});
    expect(aliased.inputs[0]!.layers.map(({ code, sourceName }) => [code, sourceName])).toEqual([
      ['CZKFBJ', '城区边线'],
      ['STBHHX', 'STBHHX'],
    ]);
    const files = { code: '230898', filed: file, maintained: file, review: at('o2'), reason: '试' };
    const actor = { name: 'a', origin: 'cli' };
    // It is refused before the store is asked.
    const published = publishFiles({} as Database, actor, files, () => {});
    await expect(published).rejects.toThrow('城区边线（CZKFBJ） 是按地方细则的别名读出的');
  });

  it.each([
    ['省里没有的规则', { rules: { 'udb.shap': { off: true, reason: 'x' } } }, '没有规则 udb.shap'],
    ['规则写错', { added: [{ ...province.added[0], layer: 'X' }] }, '没有的图层 X'],
  ])('refuses what cannot be meant: %s', async (name, wrong, reason) => {
    writeFileSync(at(`${name}.json`), JSON.stringify({ ...province, ...wrong }));
    const run = await tuhengHere('review', ...plans, '--profile', at(`${name}.json`), '--out', at('never'));
    expect(run).toMatchObject({ code: 2, err: expect.stringContaining('profile.invalid') });
    expect(run.err).toContain(reason);
  });

  it('is for jobs, too', () => {
    const files = ['--filed', 'A', '--maintained', 'B', '--out', 'o', '--profile', at('县.json')];
    expect(jobArguments(['submit', 'review', ...files])).toMatchObject({
      request: { kind: 'review', parameters: { profile: at('县.json') } },
    });
  });
});

describe('tuheng rules', () => {
  it('prints both books, with who set what, what is off and what is added', async () => {
    const targets = { 'udb.fragments.minimumArea': { value: 200, unit: 'm²', source: '规划文本第 5 页' } };
    writeFileSync(
      at('targets.json'),
      JSON.stringify({
        schema: 'tuheng.targets/1',
        parameters: { ...targets, 'udb.fragment.x': targets['udb.fragments.minimumArea'] },
      }),
    );
    const { out, code } = await tuhengHere(
      ...['rules', '--profile', at('县.json'), '--targets', at('targets.json')],
    );
    expect(code).toBe(0);
    expect(out).toMatch(/minimumArea = 200 m²　规划文本第 5 页（已查证）　由目标值文件设定/);
    expect(out).toMatch(/tinyArea = 250 m²　某省：省质检细则/);
    expect(out).toContain('udb.shape  城镇开发边界形态更完整　（不执行：某省：省里另行评价）');
    expect(out).toMatch(/【地方增设规则】\nhlj\.town-patches {2}城镇集中建设区块数有上限　（某省增设）/);
    expect(out).toMatch(/limit = 1 个　某县：县细则（未核实）　由某县设定/);
    expect(out).toContain('参数 udb.fragment.x 不属于任何规则');
    expect(out).toContain('图层：城镇开发边界 CZKFBJ');
  });

  it('prints one of them alone, as text or as JSON', async () => {
    const rules = async (...args: readonly string[]) => (await tuhengHere('rules', ...args)).out;
    expect(await rules('--book', 'inspection')).not.toContain('udb.total');
    expect(await rules('--book', 'review')).not.toContain('G-06');
    const both = JSON.parse(await rules('--json', '--profile', at('县.json')));
    const review = JSON.parse(await rules('--json', '--book', 'review', '--profile', at('县.json')));
    expect(both.review).toEqual(review);
    expect(Object.keys(JSON.parse(await rules('--json', '--book', 'inspection')))).toEqual([
      'digest',
      'profiles',
      'rules',
    ]);
    expect(review).toMatchObject({ profiles: ['国家基础规则', '某省', '某县'] });
    expect(review.rules.at(-1)).toMatchObject({
      id: 'hlj.town-patches',
      addedBy: '某省',
      parameters: [{ name: 'limit', setBy: '某县' }],
    });
    expect((await tuhengHere('rules', '--book', 'x')).err).toContain('cli.usage');
  });
});
