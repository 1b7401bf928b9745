import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrationInto, type Run, tuheng, tuhengHere } from '../testing/commands.ts';

const CODE = '230898';

let folder: string;
const path = (name: string): string => join(folder, name);
const plan = (...args: readonly string[]): Promise<Run> =>
  tuhengHere('plan', ...args, '--data', path('data'), '--quiet');
const dataOf = async (...args: readonly string[]) => JSON.parse((await plan(...args, '--json')).out);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tuheng-规划库-'));
  await demonstrationInto(path('县'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Publishes the county's maintenance by a review. */
function publish(review = path('县')): Promise<Run> {
  const files = ['--filed', path('县/数据/备案.gdb'), '--maintained', path('县/数据/维护后.gdb')];
  return plan('publish', CODE, ...files, '--review', review, '--reason', '年度动态维护');
}

describe('tuheng plan', () => {
  it('wants a store that is there', async () => {
    expect(await plan('list')).toMatchObject({ code: 2, err: expect.stringContaining('store.no-store') });
  });

  it('takes a plan in', async () => {
    const base = ['--base', path('县/数据/基础数据.gdb')];
    const place = ['--data', path('data'), '--quiet'];
    const run = tuheng('plan', 'import', path('县/数据/备案.gdb'), ...base, '--reason', '备案入库', ...place);
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toMatch(/行政区划中有 [1-9]\d* 个乡镇\n$/);
    expect(run.out).toContain(`备案.gdb 已入库，规划代码 ${CODE}，第 1 版：16 个图层`);
    expect(await dataOf('list')).toMatchObject([
      { code: CODE, region: CODE, name: '演示县国土空间总体规划', head: { number: 1, reason: '备案入库' } },
    ]);
  });

  it('refuses it a second time', async () => {
    const again = await plan('import', path('县/数据/备案.gdb'), '--reason', '备案入库');
    expect(again).toMatchObject({ code: 2, err: expect.stringContaining('store.plan-exists') });
  });

  it('refuses a review that was edited, or is of other files', async () => {
    const review = JSON.parse(readFileSync(path('县/review.json'), 'utf8'));
    writeFileSync(path('改过.json'), JSON.stringify({ ...review, verdicts: [] }));
    expect(await publish(path('改过.json'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('内容与它自己的编号不符'),
    });
    const swapped = await plan(
      ...['publish', CODE, '--filed', path('县/数据/维护后.gdb'), '--maintained', path('县/数据/备案.gdb')],
      ...['--review', path('县'), '--reason', 'x'],
    );
    expect(swapped).toMatchObject({ code: 2, err: expect.stringContaining('store.wrong-review') });
  });

  it('publishes what was reviewed, and tells what changed', async () => {
    const run = await publish();
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toContain(`${CODE} 第 2 版已发布`);
    const { layers } = await dataOf('diff', CODE, '--from', '1');
    expect(layers.map(({ code }: { code: string }) => code)).toContain('CZKFBJ');
    expect((await plan('versions', CODE)).out).toContain('发布（依据第 1 版）');
    expect((await plan('show', CODE)).out).toContain('城镇开发边界');
  });

  it.each([
    ['1', 'gdb'],
    ['2', 'gpkg'],
  ])('exports version %s to .%s, and takes the same in again', async (version, ending) => {
    const file = path(`第${version}版.${ending}`);
    expect((await plan('export', CODE, '--version', version, '--out', file)).code).toBe(0);
    const { content } = await dataOf('import', file, '--code', ending, '--reason', '再入库');
    expect(content).toBe((await dataOf('show', CODE, '--version', version)).version.content);
  });

  it('rolls back, and verifies every version', async () => {
    expect((await plan('rollback', CODE, '--to', '1', '--reason', '误发布')).code).toBe(0);
    const versions = await dataOf('versions', CODE);
    expect(versions).toHaveLength(3);
    expect(versions[2].content).toBe(versions[0].content);
    expect(await plan('verify', CODE)).toMatchObject({
      code: 0,
      out: `${CODE} 的 3 个版本与记录的哈希都相符\n`,
    });
    expect(tuheng('ledger', 'verify', '--data', path('data')).code).toBe(0);
  });

  it.each([
    [['show'], 'plan show 后面要写规划的代码'],
    [['publish', CODE], '缺少 --filed'],
    [['export', CODE, '--out', 'x.shp'], '--out 要以 .gdb 或 .gpkg 结尾'],
    [['show', CODE, '--version', '0'], '--version 要写成版本号'],
    [['show', CODE, '--day', '2026-02-30'], '--day 要写成日期'],
    [['show', CODE, '--version', '9'], 'store.no-version'],
    [['show', '110101'], 'store.no-plan'],
    [['forget', CODE], 'plan 后面要写'],
  ])('says what is wrong with %j', async (args, message) => {
    expect(await tuhengHere('plan', ...args, '--data', path('data'))).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(message),
    });
  });
});
