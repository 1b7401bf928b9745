import { readdir, stat } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { DatasetError } from '../errors.ts';
import { isFileGdb, isJunk } from '../source/locate.ts';
import { findDatabases, type PackageDatabase } from './find-databases.ts';
import { unreadableReason } from './magic.ts';
import type { PackageFile } from './package-file.ts';

export interface PackageListing {
  /** By path. */
  readonly files: readonly PackageFile[];
  /** By path. */
  readonly databases: readonly PackageDatabase[];
  /** Whether it is a package and not a database with the folder around it. */
  readonly isPackage: boolean;
}

/** The parts a package is divided into (standards.md §2.7). */
const PART = /^\d*[\s._-]*(规划文本|栅格图件|规划图件|规划表格|矢量数据|数据说明文档)$/;
/** Files that belong to a package and not to a database. */
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
/** More databases than these are no delivery: each costs a process. */
const MOST_DATABASES = 100;

/**
 * Lists a folder as a package: every file at any depth, a FileGDB as one.
 *
 * @throws DatasetError ambiguous (more files or databases than allowed)
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
      if (isJunk(entry.name)) continue;
      count();
      if (entry.isFile()) files.push(await fileOf(root, path));
      else if (entry.isDirectory() && (await isFileGdb(path))) {
        files.push(await geodatabaseOf(root, path, count));
      } else if (entry.isDirectory()) {
        parts += Number(PART.test(entry.name));
        waiting.push(path);
      }
    }
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const hasDocuments = files.some(({ path }) => documents.has(extname(path).toLowerCase()));
  if (parts === 0 && !hasDocuments) return { files, databases: [], isPackage: false };
  const databases = await findDatabases(root, files);
  const isPackage = parts > 0 || databases.length > 0;
  if (isPackage && databases.length > MOST_DATABASES) {
    const detail = `${databases.length} 个，最多 ${MOST_DATABASES} 个`;
    throw new DatasetError('dataset.ambiguous', where, { detail });
  }
  return { files, databases, isPackage };
}

/** The folder a zip was made of, where it holds nothing else: `成果/1规划文本/…` is a package named 成果. */
export async function innermostFolder(root: string): Promise<string> {
  const entries = (await readdir(root, { withFileTypes: true })).filter(({ name }) => !isJunk(name));
  const [only] = entries;
  if (entries.length !== 1 || !only!.isDirectory() || PART.test(only!.name)) return root;
  const inner = join(root, only!.name);
  return (await isFileGdb(inner)) ? root : innermostFolder(inner);
}

async function fileOf(root: string, path: string): Promise<PackageFile> {
  const name = slashed(relative(root, path));
  const { size } = await stat(path);
  const reason = await unreadableReason(path, size).catch(() => '文件打不开');
  return {
    path: name,
    bytes: size,
    isFileGdb: false,
    content: [name],
    ...(reason !== undefined && { unreadable: reason }),
  };
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
  return { path: slashed(relative(root, path)), bytes, isFileGdb: true, content };
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
