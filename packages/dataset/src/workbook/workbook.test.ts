import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../testing/expect-error.ts';
import { csvByOffice, hasOffice } from '../testing/programs.ts';
import { useTestFolder } from '../testing/test-folder.ts';
import { zipBytes } from '../testing/zip-file.ts';
import { readWorkbook, workbookLimits } from './read-workbook.ts';
import { type WorkbookSheet, writeWorkbook } from './write-workbook.ts';

const folder = useTestFolder();

const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '=cmd|" /C calc"!A0', '\t=1', '<b>&"\''];
const sheet: WorkbookSheet = {
  name: '问题',
  columns: [
    { title: '问题', width: 40, kind: 'text' },
    { title: '面积', width: 12, kind: 'number' },
    { title: '行', width: 8, kind: 'integer' },
  ],
  rows: [
    ...dangerous.map((text, i) => [text, i + 0.25, i]),
    ['图斑重叠\u0000\ud800\uffff', Number.NaN, null],
    ['230899000000000001', Number.POSITIVE_INFINITY, null],
    ['长'.repeat(40_000), 1e15, -3],
  ],
};

async function written(...sheets: readonly WorkbookSheet[]): Promise<string> {
  await writeWorkbook(folder.file('a.xlsx'), sheets);
  return folder.file('a.xlsx');
}

async function opened(path: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

describe('writeWorkbook', () => {
  it('writes what is read back: text as text, numbers as numbers, nothing as a formula', async () => {
    const [read] = await readWorkbook(await written(sheet));
    expect(read!.name).toBe('问题');
    expect(read!.rows[0]).toEqual(['问题', '面积', '行']);
    dangerous.forEach((text, i) => {
      expect(read!.rows[i + 1]).toEqual([text.trim(), i + 0.25, i]);
    });
    expect(read!.rows[8]).toEqual(['图斑重叠\ufffd\ufffd']);
    expect(read!.rows[9]).toEqual(['230899000000000001']);
    expect(read!.rows[10]).toEqual([`${'长'.repeat(32_000)}…`, 1e15, -3]);
    const cells = (await opened(folder.file('a.xlsx'))).worksheets[0]!;
    for (let row = 2; row <= 8; row++) {
      expect(cells.getCell(row, 1).type).toBe(ExcelJS.ValueType.String);
      // As text also once somebody edits the cell.
      expect(cells.getCell(row, 1).numFmt).toBe('@');
    }
  });

  it('shows longitude and latitude to 1e-9°, other numbers to two decimals and at most four', async () => {
    const columns = [
      { title: '经度', width: 16, kind: 'degrees' },
      { title: '面积', width: 12, kind: 'number' },
      { title: '行', width: 8, kind: 'integer' },
    ] as const;
    const path = await written({ name: '问题', columns, rows: [[132.000000004, 0.0008, 7]] });
    const row = (await opened(path)).worksheets[0]!.getRow(2);
    expect([1, 2, 3].map((c) => row.getCell(c).numFmt)).toEqual(['0.000000000', '#,##0.00##', '0']);
    expect(row.getCell(1).value).toBe(132.000000004);
  });

  it('keeps bold titles in sight with a filter over the columns, where it is asked to', async () => {
    const path = await written(sheet, { ...sheet, freezeHeader: false }, { ...sheet, rows: [] });
    const [frozen, free, empty] = (await opened(path)).worksheets;
    expect(frozen!.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(frozen!.getCell('A1').font).toMatchObject({ bold: true });
    expect(frozen!.getCell('A2').font?.bold).toBeUndefined();
    expect(frozen!.autoFilter).toBe('A1:C11');
    expect(frozen!.getColumn(1).width).toBe(40);
    expect([frozen!.name, free!.name, empty!.name]).toEqual(['问题', '问题 (2)', '问题 (3)']);
    expect(free!.views?.[0]?.state).not.toBe('frozen');
    expect(empty!.rowCount).toBe(1);
  });

  it('gives equal bytes for equal content, whenever it is written', async () => {
    const first = await readFile(await written(sheet, sheet));
    await wait(2_100);
    expect((await readFile(await written(sheet, sheet))).equals(first)).toBe(true);
  });

  it('fails with a code where it cannot write, and leaves nothing', async () => {
    await mkdir(folder.file('b.xlsx'));
    await failureOf(writeWorkbook(folder.file('b.xlsx'), [sheet]), 'dataset.not-writable');
    await failureOf(writeWorkbook(folder.file('none/b.xlsx'), [sheet]), 'dataset.not-writable');
    const broken = { ...sheet, rows: [undefined as never] };
    await failureOf(writeWorkbook(folder.file('c.xlsx'), [broken]), 'dataset.not-writable');
    await expect(readFile(folder.file('c.xlsx'))).rejects.toThrow();
  });

  it.skipIf(!hasOffice)(
    'says the same to LibreOffice (skipped where that is not installed)',
    async () => {
      const csv = csvByOffice(await written(sheet), folder.path);
      const lines = csv.split('\n');
      expect(lines[0]).toBe('"问题","面积","行"');
      expect(lines[1]).toBe('"=1+1",0.25,0');
      expect(lines[2]).toBe('"+1",1.25,1');
      expect(lines[4]).toBe('"@SUM(A1)",3.25,3');
      expect(csv).toContain('"230899000000000001"');
      expect(csv).toContain('图斑重叠');
    },
    120_000,
  );
});

async function made(fill: (sheet: ExcelJS.Worksheet) => void): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('表'));
  await workbook.xlsx.writeFile(folder.file('m.xlsx'));
  return folder.file('m.xlsx');
}

describe('readWorkbook', () => {
  it('gives of each kind of cell what it shows', async () => {
    const path = await made((cells) => {
      cells.addRow([{ formula: 'A1+1', result: 7 }, { formula: 'A1' }, new Date(Date.UTC(2026, 1, 3)), true]);
      cells.addRow([{ richText: [{ text: '甲' }, { text: '乙' }] }, { text: '链接', hyperlink: 'http://x' }]);
      cells.addRow([{ error: '#N/A' }, '  ', '', ' 合计 ']);
      cells.getCell('C5').value = 12.5;
    });
    expect((await readWorkbook(path))[0]!.rows).toEqual([
      [7, null, '2026-02-03', 'TRUE'],
      ['甲乙', '链接'],
      ['#N/A', null, null, '合计'],
      [],
      [null, null, 12.5],
    ]);
  });

  it('takes the value of merged cells once', async () => {
    const path = await made((cells) => {
      cells.addRow(['合计', null, 3]);
      cells.mergeCells('A1:B1');
    });
    expect((await readWorkbook(path))[0]!.rows).toEqual([['合计', null, 3]]);
  });

  it('ends soon with a workbook made to keep it busy, and without its limits', async () => {
    const xml = (body: string) => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const hostile = (cells: string) =>
      zipBytes([
        {
          name: 'xl/workbook.xml',
          data: xml(
            `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
          ),
        },
        {
          name: 'xl/_rels/workbook.xml.rels',
          data: xml(
            `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
          ),
        },
        { name: 'xl/worksheets/sheet1.xml', data: xml(`<worksheet xmlns="${main}">${cells}</worksheet>`) },
      ]);
    const path = folder.file('h.xlsx');
    const cell = (place: string) => `<sheetData><row r="1"><c r="${place}"><v>1</v></c></row></sheetData>`;
    await writeFile(
      path,
      hostile(
        `${cell('A1')}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>`,
      ),
    );
    expect((await readWorkbook(path))[0]!.rows).toEqual([[1]]);
    const rows = Array.from(
      { length: 400 },
      (_, r) => `<row r="${r + 1}"><c r="XFD${r + 1}"><v>1</v></c></row>`,
    );
    await writeFile(path, hostile(`<sheetData>${rows.join('')}</sheetData>`));
    await expect(readWorkbook(path)).rejects.toThrow('cells');
    const many = '<row><c><v>1</v></c></row>'.repeat(300_000);
    await writeFile(path, hostile(`<sheetData>${many}</sheetData>`));
    await expect(readWorkbook(path, { ...workbookLimits, memoryMB: 24 })).rejects.toThrow();
    await expect(readWorkbook(path, { ...workbookLimits, seconds: 0.01 })).rejects.toThrow('0.01 s');
    await expect(readWorkbook(path, { ...workbookLimits, unpackedMB: 1 })).rejects.toThrow();
  }, 60_000);

  it('fails with what is no workbook', async () => {
    const path = await written(sheet);
    await truncate(path, 3000);
    await expect(readWorkbook(path)).rejects.toThrow();
    await writeFile(path, zipBytes([{ name: 'a.txt', data: Buffer.from('x') }]));
    await expect(readWorkbook(path)).rejects.toThrow('no sheet');
  });
});
