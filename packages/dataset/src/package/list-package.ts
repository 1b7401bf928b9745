import { readdir, stat } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import type { DeliveredFile } from '@tuheng/standard';
import { DatasetError } from '../errors.ts';
import { isFileGdb } from '../source/locate.ts';
import { unreadableReason } from './magic.ts';

/** A file of a package; a FileGDB is one, with the files in it as `content`. */
export interface PackageFile extends DeliveredFile {
  /** Files whose bytes count, relative to the package. */
  readonly content: readonly string[];
}

export interface PackageListing {
  readonly files: readonly PackageFile[];
  /** Databases, relative to the package. */
  readonly databases: readonly string[];
  /** Whether it is a package and not a database with the folder around it. */
  readonly isPackage: boolean;
}

/** The parts a package is divided into (standards.md §2.7). */
const PART = /^\d*[\s._-]*(规划文本|栅格图件|规划图件|规划表格|矢量数据|数据说明文档)$/;
const documents = new Set([
  '.pdf',
  '.jpg',
  '.jpeg',
  '.png',
  '.tif',
  '.mdb',
  '.accdb',
  '.doc',
  '.docx',
  '.xls',
  '.xlsx',
]);

/**
 * Lists a folder as a package: every file at any depth, a FileGDB as one.
 *
 * @throws DatasetError ambiguous (more files than allowed)
 */
export async function listPackage(root: string, where: string, maxEntries: number): Promise<PackageListing> {
  if (await isFileGdb(root)) return { files: [], databases: [], isPackage: false };
  const files: PackageFile[] = [];
  let parts = 0;
  let entries = 0;
  const count = (): void => {
    if (++entries > maxEntries) {
      throw new DatasetError('dataset.ambiguous', where, { detail: `文件数超过 ${maxEntries} 个` });
    }
  };
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      // What systems leave beside the files of people.
      if (/^(__MACOSX|\._.*|\.DS_Store|Thumbs\.db)$/i.test(entry.name)) continue;
      count();
      if (entry.isFile()) files.push(await fileOf(root, path));
      else if (entry.isDirectory() && (await isFileGdb(path)))
        files.push(await geodatabaseOf(root, path, count));
      else if (entry.isDirectory()) {
        parts += Number(PART.test(entry.name));
        waiting.push(path);
      }
    }
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const databases = files.filter(({ path }) => /\.(gdb|gpkg)$/i.test(path)).map(({ path }) => path);
  const hasDocuments = files.some(({ path }) => documents.has(extname(path).toLowerCase()));
  return { files, databases, isPackage: parts > 0 || (hasDocuments && databases.length > 0) };
}

async function fileOf(root: string, path: string): Promise<PackageFile> {
  const name = slashed(relative(root, path));
  const { size } = await stat(path);
  const reason = await unreadableReason(path, size);
  return { path: name, bytes: size, content: [name], ...(reason !== undefined && { unreadable: reason }) };
}

async function geodatabaseOf(root: string, path: string, count: () => void): Promise<PackageFile> {
  const content: string[] = [];
  let bytes = 0;
  for (const entry of await readdir(path, { withFileTypes: true })) {
    count();
    if (!entry.isFile() || entry.name.endsWith('.lock')) continue;
    content.push(slashed(relative(root, join(path, entry.name))));
    bytes += (await stat(join(path, entry.name))).size;
  }
  return { path: slashed(relative(root, path)), bytes, content };
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
