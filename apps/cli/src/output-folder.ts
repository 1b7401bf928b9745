import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';

/** A folder that results cannot be written to. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
  readonly code = 'cli.not-writable';

  constructor(folder: string, reason: string, cause?: unknown) {
    super(`不能写入 ${folder}：${reason}。请换一个可以写入的文件夹，或检查权限和磁盘空间。`, { cause });
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: '没有写入权限',
  EPERM: '没有写入权限',
  EROFS: '磁盘是只读的',
  ENOSPC: '磁盘已满',
  EISDIR: '它是文件夹，不是文件',
};

/**
 * Refuses a folder that is or lies in a file, or may not be written, before hours of work are done for it. Creates nothing:
 * the nearest folder that exists is asked.
 *
 * @throws OutputError
 */
export async function refuseUnwritable(folder: string): Promise<void> {
  await writingTo(folder, async () => {
    let place = resolve(folder);
    let found = await kindOf(place);
    while (found === 'nothing') {
      place = dirname(place);
      found = await kindOf(place);
    }
    if (found === 'file') throw new OutputError(folder, `${basename(place)} 是文件，不是文件夹`);
    await access(place, constants.W_OK | constants.X_OK);
  });
}

/**
 * Does `work`, which writes to `folder`; what the file system refuses comes out as a sentence for people.
 *
 * @throws OutputError, and whatever else `work` throws
 */
export async function writingTo<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const code = cause instanceof Error && 'syscall' in cause && 'code' in cause ? String(cause.code) : '';
    if (code === '') throw cause;
    throw new OutputError(folder, reasons[code] ?? `文件系统报告 ${code}`, cause);
  }
}

async function kindOf(path: string): Promise<'folder' | 'file' | 'nothing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'nothing';
    throw error;
  }
}
