import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createServerDatabase, onServer } from '@tuheng/store/testing/databases.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrationInto, tuheng, tuhengHere } from './testing/commands.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
/** What is told of the whole store, by its own ledger. */
const systemRows = async (...place: readonly string[]) => {
  const file = at(`台账-${readdirSync(folder).length}.jsonl`);
  const { code, err } = await tuhengHere('ledger', 'export', '--out', file, ...place);
  expect(code, err).toBe(0);
  const [, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return rows.map((row) => JSON.parse(row)).filter(({ scope }) => scope === 'system');
};
const told = { actor: userInfo().username, origin: hostname(), before: null };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tuheng-备份-'));
  await demonstrationInto(at('演示'));
  const imported = tuheng(
    'plan',
    'import',
    at('演示/数据/备案.gdb'),
    '--reason',
    '备案',
    '--data',
    at('库'),
    '--quiet',
  );
  expect(imported.code, imported.err).toBe(0);
  const saved = tuheng('backup', '--out', at('a.backup'), '--data', at('库'));
  expect(saved.code, saved.err).toBe(0);
  expect(saved.out).toMatch(/^已备份 \d+ 张表、\d+ 行，写入 .*a\.backup（\d+\.\d MB）\n$/);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('tuheng restore', () => {
  it('brings a backup into a new folder and tells of it in its ledger', async () => {
    const { code, out, err } = await tuhengHere(
      'restore',
      at('a.backup'),
      '--data',
      at('新库'),
      '--reason',
      '演练',
      '--quiet',
    );
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('规划的 1 个版本逐一重算哈希，全部相符');
    const sealed = execFileSync('tar', ['-xOf', at('a.backup'), 'manifest.json.sha256'], {
      encoding: 'utf8',
    });
    const after = sealed.slice(0, 64);
    expect(out).toContain(`备份摘要 ${after}`);
    expect(await systemRows('--data', at('新库'))).toMatchObject([
      { ...told, seq: 1, verb: 'store.restore', object: 'a.backup', after, reason: '演练' },
    ]);
    expect((await tuhengHere('plan', 'verify', '230898', '--data', at('新库'))).code).toBe(0);
    expect((await tuhengHere('ledger', 'verify', '--data', at('新库'))).code).toBe(0);

    const again = await tuhengHere('restore', at('a.backup'), '--data', at('新库'));
    expect([again.code, again.out]).toEqual([2, '']);
    expect(again.err).toContain('store.not-empty');
    expect(await systemRows('--data', at('新库'))).toHaveLength(1);
  });

  it('refuses a backup that was altered, and keeps nothing of it', async () => {
    const bytes = readFileSync(at('a.backup'));
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(at('b.backup'), bytes);
    const { code, err } = await tuhengHere('restore', at('b.backup'), '--data', at('坏'));
    expect(code).toBe(2);
    expect(err).toContain('store.backup-damaged');
    expect((await tuhengHere('plan', 'list', '--data', at('坏'))).out).not.toContain('230898');
  });
});

it.each([
  [['backup', '--data', '库'], 2, '缺少 --out'],
  [['backup', '--out', 'c.backup', '--data', '没有'], 2, 'store.no-store'],
  [['backup', '--out', 'a.backup', '--data', '库'], 2, 'store.file-exists'],
  [['backup', '--out', '没有/c.backup', '--data', '库'], 2, 'store.file-unwritable'],
  [['backup', '--out', 'c.backup', '--data', '库', '--database-url', 'postgres://x'], 2, '只能写一个'],
  [['restore', '--data', '无'], 2, '要一个备份文件，收到 0 个'],
  [['restore', 'a.backup', 'b.backup', '--data', '无'], 2, '收到 2 个'],
  [['restore', '没有.backup', '--data', '无'], 2, 'store.no-file'],
  [['restore', '演示/数据/targets.json', '--data', '无'], 2, 'store.not-a-backup'],
  [['migrate', '--from', '库'], 2, '要写 --from 和 --to'],
  [['migrate', '--from', '没有', '--to', 'postgres://x'], 2, 'store.no-store'],
  [['migrate', '--from', '库', '--to', 'postgres://nobody@127.0.0.1:1/x'], 2, 'store.unreachable'],
])('refuses %j and says why', async (args, code, sentence) => {
  const placed = args.map((word, i) => (i > 0 && !/^(--|postgres:)/.test(word) ? at(word) : word));
  const run = await tuhengHere(...placed);
  expect([run.code, run.out]).toEqual([code, '']);
  expect(run.err).toContain(sentence);
  expect(existsSync(at('c.backup'))).toBe(false);
});

onServer('tuheng migrate', () => {
  it('moves a folder to a server, compares, and tells of it in the ledger there', async () => {
    const url = await createServerDatabase();
    const move = () =>
      tuhengHere('migrate', '--from', at('库'), '--to', url, '--reason', '改用服务器', '--quiet');
    const { code, out, err } = await move();
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/feature +(\d+) +\1 +(\w{16}) +\2 +相同/);
    expect(out).toContain('两边逐表相同');
    const place = ['--database-url', url];
    expect(await systemRows(...place)).toMatchObject([
      { ...told, seq: 1, verb: 'store.migrate', object: at('库'), reason: '改用服务器' },
    ]);
    expect((await systemRows(...place))[0].after).toMatch(/^[0-9a-f]{64}$/);
    expect((await tuhengHere('ledger', 'verify', ...place)).code).toBe(0);
    expect(await systemRows('--data', at('库'))).toEqual([]);

    const again = await move();
    expect([again.code, again.out]).toEqual([2, '']);
    expect(again.err).toContain('store.not-empty');
  });
});
