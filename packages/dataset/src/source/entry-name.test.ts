import { describe, expect, it } from 'vitest';
import { gbk } from '../testing/gbk.ts';
import { decodeEntryName, entryDanger } from './entry-name.ts';

describe('decodeEntryName', () => {
  it('reads GBK names that carry no flag', () => {
    expect(decodeEntryName(gbk('规划/示范县.gdb'), 0)).toBe('规划/示范县.gdb');
  });

  it('reads UTF-8 names with and without the flag', () => {
    expect(decodeEntryName(Buffer.from('示范县.gdb'), 0x800)).toBe('示范县.gdb');
    expect(decodeEntryName(Buffer.from('示范县.gdb'), 0)).toBe('示范县.gdb');
  });
});

describe('entryDanger', () => {
  it.each([
    ['../a', '含 .. 的路径'],
    ['a/../../b', '含 .. 的路径'],
    ['/etc/passwd', '绝对路径'],
    ['C:/a', '带盘符的路径'],
    ['a\\b', '含反斜杠的路径'],
    ['a\u0000b', '含非法字符的文件名'],
    ['', '含非法字符的文件名'],
  ])('refuses %j', (name, danger) => {
    expect(entryDanger(name, 0)).toBe(danger);
  });

  it('refuses symbolic links and devices', () => {
    expect(entryDanger('a', 0o120777)).toBe('符号链接');
    expect(entryDanger('a', 0o020666)).toBe('特殊文件');
  });

  it('lets plain files and folders through', () => {
    expect(entryDanger('示范县.gdb/a00000001.gdbtable', 0o100644)).toBeUndefined();
    expect(entryDanger('示范县.gdb/', 0o040755)).toBeUndefined();
    expect(entryDanger('a..b', 0)).toBeUndefined();
  });
});
