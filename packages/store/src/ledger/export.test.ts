import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothDatabases } from '../testing/databases.ts';
import { appendLedger } from './append.ts';
import { exportLedger } from './export.ts';
import { openLedgerFile } from './ledger-file.ts';
import type { LedgerRow } from './ledger-row.ts';
import { parseSeal, sealsOf } from './seal.ts';
import { type LedgerVerification, verifyLedger } from './verify.ts';

/** More than are fetched at once. */
const ROWS = 1100;

onBothDatabases('an exported ledger', (database) => {
  const folder = mkdtempSync(join(tmpdir(), 'tuheng-台账-'));
  const path = join(folder, '台账.jsonl');
  let lines: string[];
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(async () => {
    await database().transaction(async (tx) => {
      for (let i = 0; i < ROWS; i++) {
        await appendLedger(tx, {
          scope: i % 2 ? 'accounts' : 'plan:230882',
          actor: { name: '王工', origin: '10.1.2.3' },
          verb: 'test',
          object: String(i),
          before: null,
          after: null,
          reason: '甲\u2028乙\r\n',
        });
      }
    });
    lines = await database().transaction((tx) => Array.fromAsync(exportLedger(tx)), 'repeatable read');
  });

  const verified = async (text: string): Promise<LedgerVerification> => {
    writeFileSync(path, text);
    const { seal, rows } = await openLedgerFile(path);
    return verifyLedger(rows, [seal]);
  };
  const fileOf = (some: readonly string[]): string => `${some.join('\n')}\n`;
  const faultsIn = async (some: readonly string[]): Promise<unknown> =>
    (await verified(fileOf(some))).breaks.map(({ scope, seq, row, fault }) => [scope, seq, row, fault]);

  it('has a header and one row a line, and is sound without the database', async () => {
    expect(lines).toHaveLength(ROWS + 1);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      schema: 'tuheng.ledger/1',
      seal: { schema: 'tuheng.seal/1' },
    });
    const found = await verified(fileOf(lines));
    expect(found.breaks).toEqual([]);
    expect(found.chains.map(({ scope, rows, sealedTo }) => [scope, rows, sealedTo])).toEqual([
      ['accounts', ROWS / 2, ROWS / 2],
      ['plan:230882', ROWS / 2, ROWS / 2],
    ]);
  });

  it('shows a tail that got lost on the way', async () => {
    expect(await faultsIn(lines.slice(0, -2))).toEqual([['plan:230882', ROWS / 2 - 1, null, 'cut']]);
  });

  it.each([
    ['no JSON', (line: string) => line.slice(1)],
    ['a field too many', (line: string) => line.replace('"seq"', '"note":"x","seq"')],
    ['a field twice', (line: string) => line.replace('"reason"', '"reason":"x","reason"')],
    ['a field too few', (line: string) => line.replace(/"origin":"[^"]*",/, '')],
    ['spaces', (line: string) => line.replace(',', ', ')],
  ])('shows a line with %s at its number, and the row that is missing', async (_, tamper) => {
    expect(await faultsIn(lines.with(3, tamper(lines[3]!)))).toEqual([
      [null, null, 3, 'unreadable'],
      ['accounts', 3, null, 'missing'],
    ]);
  });

  it.each([
    ['nothing', ''],
    ['another file', '{"schema":"tuheng.profile/1"}\n'],
    ['no JSON', 'x'],
    ['null', 'null\n'],
  ])('is refused where the file holds %s', async (_, text) => {
    await expect(verified(text)).rejects.toMatchObject({ code: 'store.not-a-ledger' });
  });

  it('is refused where its header was altered or the file cannot be read', async () => {
    const header = lines[0]!.replace(`"seq":${ROWS / 2}`, '"seq":1');
    expect(header).not.toBe(lines[0]);
    await expect(verified(fileOf(lines.with(0, header)))).rejects.toMatchObject({
      code: 'store.not-a-ledger',
    });
    for (const wrong of [join(folder, '没有'), folder]) {
      await expect(openLedgerFile(wrong)).rejects.toMatchObject({ code: 'store.not-a-ledger' });
    }
  });

  it('is sealed by the last row of every chain', async () => {
    const seal = await sealsOf(database());
    const rows = lines.slice(1).map((line) => JSON.parse(line) as LedgerRow);
    expect(seal).toMatchObject({
      schema: 'tuheng.seal/1',
      algorithm: 'sm3',
      seals: [rows[ROWS / 2 - 1]!, rows[ROWS - 1]!].map(({ scope, seq, hash }) => ({ scope, seq, hash })),
    });
    const text = JSON.stringify(seal, null, 1);
    expect(parseSeal(text, 'seal.json')).toEqual(seal);
    for (const wrong of [
      '',
      'null',
      '{}',
      text.replace('"seq": 550', '"seq": 549'),
      text.replace('sm3', 'sha256'),
    ]) {
      expect(() => parseSeal(wrong, 'seal.json'), wrong).toThrow('不是图衡的封存文件');
    }
  });
});
