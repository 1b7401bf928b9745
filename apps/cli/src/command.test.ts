import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Review, ruleBook } from '@tuheng/maintenance';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrationInto, tuheng, tuhengHere } from './testing/commands.ts';

let folder: string;
const data = (name: string): string => join(folder, '数据', name);
const lawful = (): string[] => [
  '--filed',
  data('备案.gdb'),
  '--maintained',
  data('维护后.gdb'),
  '--base',
  data('基础数据.gdb'),
];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tuheng-命令-'));
  await demonstrationInto(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('tuheng', () => {
  it('explains itself with an example and names its version', () => {
    expect(tuheng('--help').out).toMatch(/示例[\s\S]*bin\/tuheng review --filed/);
    expect(tuheng('--version').out).toMatch(/^tuheng \d+\.\d+\.\d+\n$/);
  });

  it.each([
    [['review'], '--filed、--maintained、--out'],
    [['no-such-command'], '没有 no-such-command'],
    [['review', '--nonsense'], '--nonsense'],
    [['review', '--filed', 'a', '--maintained', 'b', '--out', 'c', '--date', '20261399'], '20261399'],
    [['review', '--filed', 'a', '--maintained', 'b', '--out', 'c', '--date', '20260230'], '20260230'],
    [['review', '--filed', 'a', '--maintained', 'b', '--out', 'package.json'], 'package.json 是文件'],
    [['demo', '--generate', 'package.json/县'], 'package.json 是文件'],
    [['demo', '--parcels', '7'], '--parcels'],
    [['demo', '--faults', 'no-such-fault'], 'no-such-fault'],
  ])('refuses %j with exit code 2 and says why', async (args, sentence) => {
    const { code, err, out } = await tuhengHere(...args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(out).toBe('');
  });
});

describe('tuheng review', () => {
  it('passes a lawful maintenance with exit code 0 and leaves its three results', () => {
    const out = join(folder, 'lawful');
    const { code, out: table } = tuheng('review', ...lawful(), '--out', out, '--date', '20261124', '--quiet');
    expect(code, table).toBe(0);
    expect(table).toContain('演示数据：虚构的县');
    expect(readdirSync(out).sort()).toEqual(['change-set.gdb', 'report.html', 'review.json']);
    const review: Review = JSON.parse(readFileSync(join(out, 'review.json'), 'utf8'));
    expect(review.verdicts.map(({ status }) => status)).toEqual(ruleBook.map(() => 'pass'));
    expect(Object.values(review.layers).every(({ conservation }) => conservation.holds)).toBe(true);
  }, 60_000);

  it('prints the review with --json, the same bytes as the file and as before', async () => {
    const out = join(folder, 'json');
    const again = await tuhengHere(
      'review',
      ...lawful(),
      '--out',
      out,
      '--json',
      '--date',
      '20270101',
      '--quiet',
    );
    expect(again.out).toBe(readFileSync(join(out, 'review.json'), 'utf8'));
    expect(again.out).toBe(readFileSync(join(folder, 'lawful', 'review.json'), 'utf8'));
  }, 60_000);

  const ogrinfo = spawnSync('ogrinfo', ['--version']).status === 0;
  it.skipIf(!ogrinfo)(
    `writes a change set that ogrinfo reads${ogrinfo ? '' : ' (skipped: ogrinfo is not installed)'}`,
    () => {
      const path = join(folder, 'lawful', 'change-set.gdb');
      const { stdout } = spawnSync('ogrinfo', ['-so', '-al', path], { encoding: 'utf8' });
      expect(stdout).toContain('Layer name: WHCCZKFBJ');
      expect(stdout).toContain('ID["EPSG",4490]');
      const fields = [
        ...stdout.slice(stdout.indexOf('WHCCZKFBJ')).matchAll(/^(\w+): (\w+ \(\d+\.\d+\))/gm),
      ].slice(0, 10);
      expect(fields.map(([, name, type]) => `${name} ${type}`)).toEqual([
        'BSM String (18.0)',
        'YSDM String (10.0)',
        'XZQDM String (12.0)',
        'XZQMC String (100.0)',
        'WHLX String (2.0)',
        'WHLY String (3.0)',
        'JDZBLY String (10.0)',
        'WHBH String (18.0)',
        'KZBSHSLX String (3.0)',
        'BZ String (255.0)',
      ]);
      const review: Review = JSON.parse(readFileSync(join(folder, 'lawful', 'review.json'), 'utf8'));
      const count = (layer: string): number =>
        Number(/Feature Count: (\d+)/.exec(stdout.slice(stdout.indexOf(`Layer name: ${layer}\n`)))?.[1]);
      const { change } = review.layers.CZKFBJ!;
      expect(count('WHCCZKFBJ')).toBe(change.transferIn.pieces + change.transferOut.pieces);
      expect(count('WHCGHFQ')).toBe(review.layers.GHFQ!.change.reclassified.pieces);
    },
  );

  it('finds faults when the versions are taken the other way round, with exit code 1', async () => {
    const { code, out } = await tuhengHere(
      'review',
      '--filed',
      data('维护后.gdb'),
      '--maintained',
      data('备案.gdb'),
      '--base',
      data('基础数据.gdb'),
      '--out',
      join(folder, 'reversed'),
      '--quiet',
    );
    expect(code).toBe(1);
    expect(out).toMatch(/✗ 不通过/);
  }, 60_000);

  it.each([
    ['a path that is not there', ['--filed', '/没有/这个.gdb'], 'dataset.not-found'],
    ['a targets file that is no JSON', ['--targets', 'TARGETS'], 'targets.invalid'],
  ])('leaves nothing behind for %s and ends with 2', async (_, extra, code) => {
    writeFileSync(join(folder, '坏.json'), '{');
    const out = join(folder, 'nothing');
    const args = extra.map((word) => (word === 'TARGETS' ? join(folder, '坏.json') : word));
    const result = await tuhengHere('review', ...lawful(), ...args, '--out', out, '--quiet');
    expect(result.code).toBe(2);
    expect(result.err).toContain(code);
    expect(result.err.trim().split('\n')).toHaveLength(1);
    expect(existsSync(out)).toBe(false);
  });

  it('says that nothing can be compared when there is no common layer', async () => {
    const result = await tuhengHere(
      'review',
      '--filed',
      data('备案.gdb'),
      '--maintained',
      data('基础数据.gdb'),
      '--out',
      join(folder, 'none'),
      '--quiet',
    );
    expect(result.code).toBe(2);
    expect(result.err).toContain('review.no-common-layer');
  });
});
