import { basename } from 'node:path';
import { defaultLimits, type Limits } from './limits.ts';
import { printable } from './printable.ts';
import { isZip, locateFile } from './source/locate.ts';
import { checkZip } from './source/unzip.ts';

/**
 * Refuses a file that no reader would take: a zip with names that lead out of it or that unpacks to more than allowed, or a file of no known format.
 * Only the directory of the zip or the file's first bytes are read, so that it can be asked as soon as a file has arrived.
 *
 * @throws DatasetError unreadable, encrypted, path-traversal, zip-bomb, not-a-zip, unsupported-format
 */
export async function checkFile(path: string, limits: Partial<Limits> = {}): Promise<void> {
  if (await isZip(path)) await checkZip(path, printable(basename(path)), { ...defaultLimits, ...limits });
  else await locateFile(path);
}
