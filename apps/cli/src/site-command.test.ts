import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPlan } from '@tuheng/dataset';
import { featureCount, interiorPoint, planeArea, selectFeatures, transformBetween } from '@tuheng/geometry';
import type { SiteReport } from '@tuheng/maintenance';
import { CGCS2000, type Layer, textAt } from '@tuheng/standard';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrationInto, tuheng, tuhengHere } from './testing/commands.ts';

let folder: string;
let redLine: string;
let project: string;
let projectName: string | null;
const data = (name: string): string => join(folder, '数据', name);
const plan = (): string[] => ['--plan', data('维护后.gdb'), '--base', data('基础数据.gdb')];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tuheng-用地-'));
  await demonstrationInto(folder);
  const { layers } = await readPlan(data('维护后.gdb'));
  redLine = squareIn(layers.get('STBHHX')!, 0, '红线.wkt');
  const projects = layers.get('ZDJSXM')!;
  project = squareIn(projects, 0, '项目.wkt');
  projectName = textAt(projects, 'XMMC', 0);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A square of 20 m about a point within a feature, as WKT in degrees. */
function squareIn(layer: Layer, f: number, name: string): string {
  expect(featureCount(layer.polygons)).toBeGreaterThan(f);
  expect(planeArea(layer.polygons, f)).toBeGreaterThan(10_000);
  const [x, y] = interiorPoint(selectFeatures(layer.polygons, [f]), 0)!;
  const toLonLat = transformBetween(layer.crs, CGCS2000);
  const ring = [
    [-10, -10],
    [10, -10],
    [10, 10],
    [-10, 10],
    [-10, -10],
  ].map(([dx, dy]) => {
    const out: [number, number] = [0, 0];
    toLonLat(x + dx!, y + dy!, out);
    return out.join(' ');
  });
  writeFileSync(join(folder, name), `POLYGON((${ring.join(', ')}))`);
  return join(folder, name);
}

describe('tuheng site', () => {
  it('tells a person what the site touches, the verdicts, and the kinds of limited activity', () => {
    const { code, out, err } = tuheng('site', redLine, ...plan(), '--land-use', '1202', '--quiet');
    expect(code, err).toBe(1);
    expect(out).toContain('演示数据：虚构的县');
    expect(out).toMatch(/用地 红线.wkt：0\.04\d* 公顷（0\.6\d 亩），1 个地块，WKT/);
    expect(out).toMatch(/生态保护红线 STBHHX\s+0\.04\d*\s+0\.6\d\s+100\.00%/);
    expect(out).toMatch(/✗ 不通过\s+不占用生态保护红线\n {4}用地占用生态保护红线/);
    expect(out).toContain('○ 可能  （6）必须且无法避让');
    expect(out).toContain('✗ 排除  （4）');
    expect(out).toContain('用途 1202 公路用地（2023 年版） 是建设用地，不是林木抚育采伐');
  });

  it('passes a site of a listed project, writes the report and prints the same with --json', async () => {
    const out = join(folder, '报告.json');
    const { code, out: text } = await tuhengHere(
      'site',
      project,
      ...plan(),
      '--out',
      out,
      '--json',
      '--quiet',
    );
    expect(code).toBe(0);
    expect(text).toBe(readFileSync(out, 'utf8'));
    const report: SiteReport = JSON.parse(text);
    expect(report.schema).toBe('tuheng.site/1');
    expect(report.limitedActivities).toEqual([]);
    const verdict = report.verdicts.find(({ question }) => question === 'site.key-project')!;
    expect(verdict.status).toBe('pass');
    expect(verdict.explanation).toContain(projectName);
  });

  it('leaves to people what a claim says', async () => {
    const { out } = await tuhengHere('site', redLine, ...plan(), '--activity', '6', '--quiet');
    expect(out).toContain('申报为有限人为活动第 6 类');
  });

  it.each([
    [['site'], '要一个用地范围文件'],
    [['site', 'a.wkt'], '缺少 --plan'],
    [['site', 'a.wkt', '--plan', 'b', '--activity', '11'], '1 到 10'],
    [['site', 'a.wkt', '--plan', 'b', '--land-use-year', '2019'], '2020 或 2023'],
  ])('refuses %j', async (args, sentence) => {
    const { code, err } = await tuhengHere(...args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });

  it('says why it cannot judge', async () => {
    const missing = await tuhengHere('site', join(folder, '无.wkt'), ...plan(), '--quiet');
    expect(missing).toMatchObject({ code: 2, err: expect.stringContaining('无.wkt：没有这个文件') });
    const unknown = await tuhengHere('site', project, ...plan(), '--land-use', '9999', '--quiet');
    expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('没有代码 9999') });
    const nowhere = await tuhengHere(
      'site',
      project,
      ...plan(),
      '--out',
      join(folder, '无', 'a.json'),
      '--quiet',
    );
    expect(nowhere).toMatchObject({ code: 2, err: expect.stringContaining('文件夹不存在') });
  });
});
