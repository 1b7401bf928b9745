import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Inspection, RepairLog } from '@tuheng/inspection';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrationInto, tuheng, tuhengHere } from './testing/commands.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuheng-质检命令-'));
const at = (name: string): string => join(folder, name);
const hasOgr = spawnSync('ogrinfo', ['--version']).status === 0;

beforeAll(() => demonstrationInto(at('县'), 'data-faults'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('tuheng inspect', () => {
  it('inspects a package, says why it may not be submitted, and ends with 1', () => {
    const { code, out } = tuheng(
      'inspect',
      at('县/数据/成果包'),
      '--base',
      at('县/数据/基础数据.gdb'),
      '--out',
      at('o'),
      '--fix',
      '--quiet',
    );
    expect(code).toBe(1);
    expect(out).toMatch(/✗ 不通过 {2}错误 {2}G-02 {2}环有效/);
    expect(out).toContain('不能提交');
    for (const name of [
      'inspection.html',
      'inspection.json',
      'findings.xlsx',
      'findings.gpkg',
      'repair.json',
      '修复副本',
    ]) {
      expect(existsSync(at(`o/${name}`)), name).toBe(true);
    }
  });

  it('gives the same bytes for the same inputs', () => {
    tuheng(
      'inspect',
      at('县/数据/成果包'),
      '--base',
      at('县/数据/基础数据.gdb'),
      '--out',
      at('o2'),
      '--quiet',
    );
    for (const name of ['inspection.json', 'inspection.html', 'findings.gpkg']) {
      expect(readFileSync(at(`o2/${name}`)).equals(readFileSync(at(`o/${name}`))), name).toBe(true);
    }
  });

  it.skipIf(!hasOgr)(
    `writes findings that GDAL reads as what they are${hasOgr ? '' : ' (skipped: no ogrinfo installed)'}`,
    () => {
      const { stdout } = spawnSync('ogrinfo', ['-so', '-al', at('o/findings.gpkg')], { encoding: 'utf8' });
      expect(stdout).toMatch(/Layer name: 问题_面[\s\S]*Geometry: Multi Polygon[\s\S]*ID\["EPSG",4490\]/);
      expect(stdout).toMatch(/Layer name: 问题_点[\s\S]*Geometry: Point/);
      const inspection: Inspection = JSON.parse(readFileSync(at('o/inspection.json'), 'utf8'));
      const points = inspection.findings.filter(({ geometry }) => geometry?.type === 'Point').length;
      expect(stdout).toMatch(new RegExp(`Geometry: Point\\s+Feature Count: ${points}\\b`));
    },
  );

  it('repairs a copy in which the repaired faults are not found again', async () => {
    const log: RepairLog = JSON.parse(readFileSync(at('o/repair.json'), 'utf8'));
    expect(Object.keys(log.counts).sort()).toEqual(
      [
        'area',
        'bsm',
        'closed-ring',
        'even-odd',
        'name-by-code',
        'orientation',
        'repeated-points',
        't-junction',
      ].sort(),
    );
    const copy = at('o/修复副本/230898演示县县级国土空间总体规划矢量数据.gpkg');
    const { out } = await tuhengHere(
      'inspect',
      copy,
      '--base',
      at('县/数据/基础数据.gdb'),
      '--out',
      at('o3'),
      '--json',
      '--quiet',
    );
    const rules = new Map(
      (JSON.parse(out) as Inspection).rules.map(({ rule, findings }) => [rule, findings]),
    );
    for (const rule of ['G-02', 'G-04', 'T-08', 'A-04', 'A-05', 'A-06', 'A-07'])
      expect(rules.get(rule), rule).toBe(0);
    expect(rules.get('T-01')).toBe(1);
  });

  it('ends with 0 where no rule fails', async () => {
    writeFileSync(
      at('县.profile.json'),
      JSON.stringify({
        schema: 'tuheng.profile/1',
        name: '测试县',
        rules: Object.fromEntries(
          ['G-05', 'C-02', 'C-04', 'K-02'].map((rule) => [rule, { off: true, reason: `本县不查 ${rule}` }]),
        ),
      }),
    );
    const { code, out } = await tuhengHere(
      'inspect',
      at('县/数据/备案.gdb'),
      '--base',
      at('县/数据/基础数据.gdb'),
      '--profile',
      at('县.profile.json'),
      '--out',
      at('o4'),
      '--quiet',
    );
    expect(out).toMatch(/未执行.*G-05[\s\S]*测试县：本县不查 G-05/);
    expect(out).toContain('可以提交');
    expect(code).toBe(0);
  });

  it.each([
    [['inspect'], 'cli.usage'],
    [['inspect', 'a', '--out', 'package.json'], 'cli.not-writable'],
    [['inspect', 'no-such.gdb', '--out', 'out/never'], 'dataset.not-found'],
    [['inspect', 'package.json', '--profile', 'package.json', '--out', 'out/never'], 'profile.invalid'],
  ])('tells what is wrong with %j', async (args, code) => {
    const run = await tuhengHere(...args);
    expect(run.code).toBe(2);
    expect(run.err).toContain(code);
    expect(existsSync('out/never')).toBe(false);
  });
});

describe('tuheng rules', () => {
  it('prints every rule with the source and confidence of its numbers, and what a profile sets', async () => {
    writeFileSync(
      at('省.json'),
      JSON.stringify({
        schema: 'tuheng.profile/1',
        name: '某省',
        parameters: { 'G-06.tinyArea': { value: 200, source: '省细则第 3 条' } },
      }),
    );
    writeFileSync(
      at('市.json'),
      JSON.stringify({
        schema: 'tuheng.profile/1',
        name: '某市',
        extends: '省.json',
        parameters: { 'G-05.sharpAngle': { value: 8, source: '市细则', confidence: 'memory-low' } },
      }),
    );
    const { code, out } = await tuhengHere('rules', '--profile', at('市.json'));
    expect(code).toBe(0);
    expect(out).toContain('国家基础规则 → 某省 → 某市');
    expect(out).toMatch(/tinyArea = 200 m²　某省：省细则第 3 条（已查证）/);
    expect(out).toMatch(/sharpAngle = 8 °　某市：市细则（未核实）/);
    const digest = async (...args: string[]) =>
      /SHA-256 ([0-9a-f]{64})/.exec((await tuhengHere('rules', '--book', 'inspection', ...args)).out)?.[1];
    expect(await digest('--profile', at('市.json'))).not.toBe(await digest());
    expect(JSON.parse((await tuhengHere('rules', '--json')).out).rules.length).toBeGreaterThan(40);
  });

  it('refuses profiles that build on each other in a circle', async () => {
    writeFileSync(
      at('甲.json'),
      JSON.stringify({ schema: 'tuheng.profile/1', name: '甲', extends: '乙.json' }),
    );
    writeFileSync(
      at('乙.json'),
      JSON.stringify({ schema: 'tuheng.profile/1', name: '乙', extends: '甲.json' }),
    );
    expect((await tuhengHere('rules', '--profile', at('甲.json'))).err).toContain('profile.invalid');
  });
});
