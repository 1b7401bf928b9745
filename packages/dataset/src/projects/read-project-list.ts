import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { type Note, type ProjectList, ProjectListError, parseProjectList } from '@tuheng/standard';
import { decodeText } from '../decode-text.ts';
import { MIB } from '../limits.ts';
import { parseCsv } from '../package/parse-csv.ts';
import { printable } from '../printable.ts';
import { type ReadSheet, readWorkbook, workbookLimits } from '../workbook/read-workbook.ts';

/** A list has some hundred rows. */
const MOST_BYTES = 50 * MIB;

/**
 * Reads a list of key projects (重点建设项目清单): a workbook (.xlsx), all of whose sheets that have its titles are read, or CSV (UTF-8 or GBK).
 * Sheets without the titles are told in `notes`.
 *
 * @throws ProjectListError where the file cannot be read or no sheet has the titles, and for what `parseProjectList` refuses
 */
export async function readProjectList(path: string): Promise<ProjectList> {
  const file = printable(basename(path));
  const format = formatOf(path, file);
  const { bytes, sheets } = await read(path, file, format);
  const rows: ProjectList['rows'][number][] = [];
  const notes: Note[] = [];
  const without: string[] = [];
  for (const sheet of sheets) {
    const parsed = parseProjectList(sheet.rows, { file, sheet: sheet.name });
    if (!parsed) {
      if (sheet.rows.length > 0) without.push(sheet.name);
      continue;
    }
    rows.push(...parsed.rows);
    notes.push(...parsed.notes);
  }
  if (without.length === sheets.filter((sheet) => sheet.rows.length > 0).length) {
    throw new ProjectListError(
      'projects.no-header',
      { file },
      '没有找到表头（项目名称，以及项目编号、用地规模等至少两列）',
      '请对照 docs/targets.md 的列名补上表头，放在前 20 行内',
    );
  }
  if (without.length > 0) {
    const names = without.map((name) => `“${name}”`).join('、');
    notes.push({
      code: 'projects.sheets-unread',
      count: without.length,
      message: `${file}：工作表${names}没有清单的表头，未读取。`,
    });
  }
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { name: file, digest, format, rows, notes };
}

function formatOf(path: string, file: string): 'XLSX' | 'CSV' {
  const extension = extname(path).toLowerCase();
  if (extension === '.xlsx') return 'XLSX';
  if (extension === '.csv') return 'CSV';
  throw new ProjectListError(
    'projects.unreadable',
    { file },
    '不是 .xlsx 或 .csv 文件',
    '请另存为 .xlsx 后再试',
  );
}

async function read(
  path: string,
  file: string,
  format: 'XLSX' | 'CSV',
): Promise<{ readonly bytes: Uint8Array; readonly sheets: readonly ReadSheet[] }> {
  const refuse = (what: string, advice: string): ProjectListError =>
    new ProjectListError('projects.unreadable', { file }, what, advice);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw refuse('没有这个文件', '请检查路径是否写对');
  if (found.size > MOST_BYTES) throw refuse(`文件超过 ${MOST_BYTES / MIB} MB`, '请只保留清单所在的工作表');
  try {
    const bytes = await readFile(path);
    const sheets =
      format === 'XLSX'
        ? await readWorkbook(path)
        : [{ name: '', rows: parseCsv(decodeText(bytes), workbookLimits.cells) }];
    return { bytes, sheets };
  } catch {
    throw refuse('表格不能读取：损坏、加密，或内容大得不像清单', '请在表格软件中打开后另存为 .xlsx');
  }
}
