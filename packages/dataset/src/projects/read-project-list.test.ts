import { writeFile } from 'node:fs/promises';
import { ProjectListError, type ProjectRow } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import { csvByOffice, hasOffice, savedByOffice } from '../testing/programs.ts';
import { useTestFolder } from '../testing/test-folder.ts';
import { writeWorkbook } from '../workbook/write-workbook.ts';
import { projectListSheet } from './project-list-sheet.ts';
import { readProjectList } from './read-project-list.ts';

const folder = useTestFolder();

const row: ProjectRow = {
  sheet: '重点建设项目清单',
  row: 2,
  number: '0012',
  name: '甲公路',
  level: '省级',
  category: '交通',
  nature: '新建',
  years: '2026—2028',
  area: 123_456,
  newArea: 120_000,
  cultivated: 0,
  farmland: null,
  redLine: 0,
  siting: '单独选址',
  basis: '发改〔2026〕1号',
  operation: 'add',
  reason: '=新立项',
  order: 1,
  remark: null,
};
const rows = [row, { ...row, row: 3, number: '0013', operation: null, reason: null, order: 2, area: 5000 }];

async function written(): Promise<string> {
  await writeWorkbook(folder.file('清单.xlsx'), [
    { name: '填表说明', columns: [{ title: '说明', width: 20, kind: 'text' }], rows: [['面积写公顷']] },
    projectListSheet(rows),
  ]);
  return folder.file('清单.xlsx');
}

async function errorOf(path: string): Promise<ProjectListError> {
  const error: unknown = await readProjectList(path).catch((reason: unknown) => reason);
  if (error instanceof ProjectListError) return error;
  throw new Error(`not refused: ${path}`);
}

describe('readProjectList', () => {
  it('reads back what the sheet holds, and tells which sheets it did not read', async () => {
    const list = await readProjectList(await written());
    expect(list).toMatchObject({ name: '清单.xlsx', format: 'XLSX', rows });
    expect(list.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(list.notes.map(({ code, message }) => [code, message])).toEqual([
      ['projects.sheets-unread', '清单.xlsx：工作表“填表说明”没有清单的表头，未读取。'],
    ]);
  });

  it('reads CSV in UTF-8 and GBK', async () => {
    const text = '编号,名称,用地规模（亩）\n1,甲,15\n';
    await writeFile(folder.file('u.csv'), text);
    // 编号,名称,用地规模(亩) / 1,甲,15 in GBK.
    const gbk = 'b1e0bac52cc3fbb3c62cd3c3b5d8b9e6c4a3a3a8c4b6a3a90a312cbcd72c31350a';
    await writeFile(folder.file('g.csv'), Buffer.from(gbk, 'hex'));
    for (const name of ['u.csv', 'g.csv']) {
      const list = await readProjectList(folder.file(name));
      expect(list.format).toBe('CSV');
      expect(list.rows).toHaveLength(1);
      expect(list.rows[0]).toMatchObject({ sheet: '', row: 2, number: '1', name: '甲' });
      expect(list.rows[0]!.area).toBeCloseTo(10_000, 6);
    }
  });

  it('says why a file is no list, and what to do', async () => {
    expect((await errorOf(folder.file('无.xlsx'))).message).toBe(
      '重点建设项目清单 无.xlsx：没有这个文件。请检查路径是否写对。',
    );
    await writeFile(folder.file('坏.xlsx'), 'PK not a workbook');
    expect((await errorOf(folder.file('坏.xlsx'))).code).toBe('projects.unreadable');
    expect((await errorOf(folder.file('表.xls'))).message).toContain('请另存为 .xlsx');
    await writeWorkbook(folder.file('空.xlsx'), [
      { name: '一', columns: [{ title: '说明', width: 9, kind: 'text' }], rows: [] },
    ]);
    expect(await errorOf(folder.file('空.xlsx'))).toMatchObject({ code: 'projects.no-header' });
  });

  it.skipIf(!hasOffice)(
    'says the same to LibreOffice, and reads what LibreOffice saved (skipped where that is not installed)',
    async () => {
      await writeWorkbook(folder.file('一.xlsx'), [projectListSheet(rows)]);
      const lines = csvByOffice(folder.file('一.xlsx'), folder.path).split('\n');
      expect(lines[0]).toContain('"项目编号","项目名称","项目级别"');
      expect(lines[1]).toContain('"0012","甲公路","省级"');
      expect(lines[1]).toContain('12.3456');
      const saved = await readProjectList(savedByOffice(folder.file('一.xlsx'), folder.path));
      expect(saved.rows).toEqual(rows);
      expect(saved.notes).toEqual([]);
    },
    120_000,
  );
});
