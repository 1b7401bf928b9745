import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/** SHA-256 (hex) of one file's bytes. */
export async function fileDigest(path: string): Promise<string> {
  const hash = createHash('sha256');
  await addFile(hash, path);
  return hash.digest('hex');
}

/**
 * SHA-256 (hex) over several files of a folder: relative name, size and bytes of each in the order of the names, so that it
 * depends neither on where the folder lies nor on the order the file system lists.
 */
export async function folderDigest(root: string, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) {
    const path = join(root, file);
    hash.update(`${file.replaceAll('\\', '/')}\0${(await stat(path)).size}\0`);
    await addFile(hash, path);
  }
  return hash.digest('hex');
}

async function addFile(hash: Hash, path: string): Promise<void> {
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
}
