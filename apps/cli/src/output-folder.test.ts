import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refuseUnwritable, writingTo } from './output-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tuheng-输出-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('refuseUnwritable', () => {
  it('lets a folder through that is there, or could be made, and makes none', async () => {
    await refuseUnwritable(folder);
    await refuseUnwritable(join(folder, '一', '二'));
    expect(existsSync(join(folder, '一'))).toBe(false);
  });

  it.each(['文件', '文件/里面'])('refuses %s, which is or lies in a file', async (path) => {
    writeFileSync(join(folder, '文件'), '');
    await expect(refuseUnwritable(join(folder, path))).rejects.toMatchObject({
      code: 'cli.not-writable',
      message: expect.stringContaining('文件 是文件，不是文件夹'),
    });
  });

  const root = process.getuid?.() === 0;
  it.skipIf(root)(
    `refuses a folder without permission${root ? ' (skipped: root may write all)' : ''}`,
    async () => {
      const closed = join(folder, 'closed');
      mkdirSync(closed);
      chmodSync(closed, 0o500);
      await expect(refuseUnwritable(join(closed, 'out'))).rejects.toThrow('没有写入权限');
    },
  );
});

describe('writingTo', () => {
  const fail = (error: Error) => writingTo('out', () => Promise.reject(error));

  it('tells what the file system refused', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC', syscall: 'write' });
    await expect(fail(full)).rejects.toMatchObject({ code: 'cli.not-writable', cause: full });
    await expect(fail(full)).rejects.toThrow('不能写入 out：磁盘已满。');
  });

  it('leaves other errors as they are', async () => {
    const other = new Error('a fault of ours');
    await expect(fail(other)).rejects.toBe(other);
  });
});
