import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseTargets, TargetsError, type TargetsFile } from '@tuheng/standard';

export interface LoadedTargets {
  readonly file: TargetsFile;
  readonly name: string;
  readonly digest: string;
}

/**
 * The targets of a review: the file named, or the first `targets.json` that lies beside one of the data paths.
 *
 * @throws TargetsError when it cannot be read; a missing file is an error only where it was named
 */
export async function loadTargets(
  named: string | undefined,
  dataPaths: readonly string[],
): Promise<LoadedTargets | undefined> {
  if (named !== undefined) return read(named);
  for (const path of dataPaths) {
    const beside = join(dirname(path), 'targets.json');
    if (await isFile(beside)) return read(beside);
  }
  return undefined;
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function read(path: string): Promise<LoadedTargets> {
  const name = basename(path);
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch {
    throw new TargetsError(path, '文件不存在或无法读取');
  }
  return {
    file: parseTargets(bytes.toString('utf8'), name),
    name,
    digest: createHash('sha256').update(bytes).digest('hex'),
  };
}
