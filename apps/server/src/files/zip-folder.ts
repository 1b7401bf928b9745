import { createWriteStream } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** What a FileGDB gains by more effort is not worth the time of a download. */
const EFFORT = { compressionLevel: 1 };

/** Packs a folder, its own name as the only one at the top, into a zip that gets its name when it is whole. */
export async function zipFolder(folder: string, path: string): Promise<void> {
  const zip = new ZipFile();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  for (const file of files.sort())
    zip.addFile(file, relative(dirname(folder), file).replaceAll('\\', '/'), EFFORT);
  zip.end();
  const part = join(dirname(path), `.${basename(path)}.part`);
  // An error of a file that is packed comes out at the archive, not at the stream.
  const failed = new Promise<never>((_, reject) => zip.once('error', reject));
  await Promise.race([failed, pipeline(zip.outputStream, createWriteStream(part))]);
  await rename(part, path);
}
