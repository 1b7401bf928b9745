import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importPlan, openDatabase } from '@tuheng/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tuheng, tuhengHere } from './testing/commands.ts';

const actor = { name: '王工', origin: '10.1.2.3' };
let folder: string;
const at = (name: string): string => join(folder, name);

/** Takes in plans without layers: each is one row in a chain of its own. */
async function importEmpty(store: string, ...codes: readonly string[]): Promise<void> {
  const database = await openDatabase({ folder: at(store) });
  for (const code of codes) {
    const plan = { name: code, digest: '', format: 'memory', layers: new Map(), notes: [] } as const;
    await importPlan(database, actor, { plan, code, region: '230882', reason: '首次入库' });
  }
  await database.close();
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tuheng-台账-'));
  await importEmpty('库', 'first', 'second');
  await importEmpty('另一个库', 'first');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('tuheng ledger', () => {
  it('verifies a store', () => {
    const { code, out } = tuheng('ledger', 'verify', '--data', at('库'));
    expect(code).toBe(0);
    expect(out).toMatch(/plan:first +1 +— +完好 /);
    expect(out).toContain('✓ 台账完好：2 条链，共 2 行');
  });

  it('exports a file that is verified without the store, and names the row that was tampered with', () => {
    const file = at('导出/台账.jsonl');
    expect(tuheng('ledger', 'export', '--data', at('库'), '--out', file).code).toBe(0);
    expect(readdirSync(at('导出'))).toEqual(['台账.jsonl']);
    expect(tuheng('ledger', 'verify', file).code).toBe(0);
    const tampered = at('改动.jsonl');
    writeFileSync(tampered, readFileSync(file, 'utf8').replace(/首次入库(?=[^首]*$)/, '再次入库'));
    const { code, out } = tuheng('ledger', 'verify', tampered);
    expect(code).toBe(1);
    expect(out).toContain('✗ 台账被改动过：1 处');
    expect(out).toContain('plan:second 第 1 行：哈希与内容不符');
    const json = tuheng('ledger', 'verify', tampered, '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({
      sound: false,
      rows: 2,
      breaks: [{ scope: 'plan:second', seq: 1, row: 2, fault: 'altered' }],
    });
  });

  it('seals a store, and shows by the seal what another one lacks or has otherwise', () => {
    const seal = at('封存.json');
    expect(tuheng('ledger', 'seal', '--data', at('库'), '--out', seal).code).toBe(0);
    expect(tuheng('ledger', 'verify', '--data', at('库'), '--seal', seal).code).toBe(0);
    const { code, out } = tuheng('ledger', 'verify', '--data', at('另一个库'), '--seal', seal);
    expect(code).toBe(1);
    expect(out).toContain('plan:first 第 1 行：与封存时不同');
    expect(out).toContain('plan:second 第 1 行：封存时有这一行，现在没有');
  });

  it.each([
    [['ledger'], 'cli.usage'],
    [['ledger', 'burn'], 'cli.usage'],
    [['ledger', 'verify', 'a', 'b'], 'cli.usage'],
    [['ledger', 'verify', 'a', '--data', 'b'], 'cli.usage'],
    [['ledger', 'verify', '--data', 'a', '--database-url', 'b'], 'cli.usage'],
    [['ledger', 'export', '--data', 'a'], 'cli.usage'],
    [['ledger', 'verify', 'package.json'], 'store.not-a-ledger'],
    [['ledger', 'verify', 'no-such-file'], 'store.not-a-ledger'],
    [['ledger', 'verify', '--seal', 'package.json'], 'store.not-a-seal'],
    [['ledger', 'verify', '--seal', 'no-such-file'], 'store.not-a-seal'],
    [['ledger', 'verify', '--data', 'no-such-folder'], 'store.no-store'],
    [['ledger', 'verify', '--data', 'apps'], 'store.not-a-store'],
    [['ledger', 'seal', '--out', 'package.json/x'], 'cli.not-writable'],
  ])('says why it cannot do %j, in one line with exit code 2', async (args, code) => {
    const run = await tuhengHere(...args);
    expect(run.code).toBe(2);
    expect(run.err).toContain(`（${code}）`);
    expect(run.err.trim().split('\n')).toHaveLength(1);
    expect(run.out).toBe('');
    expect(existsSync('no-such-folder')).toBe(false);
  });

  it('leaves a folder that stands where the file is to go', () => {
    const taken = at('文件夹');
    mkdirSync(taken);
    const { code, err } = tuheng('ledger', 'seal', '--data', at('库'), '--out', taken);
    expect(code).toBe(2);
    expect(err).toContain('它是文件夹');
    expect(statSync(taken).isDirectory()).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('making'))).toEqual([]);
  });
});
