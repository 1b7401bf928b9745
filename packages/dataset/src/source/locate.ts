import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative } from 'node:path';
import type { Plan } from '@tuheng/standard';
import { DatasetError } from '../errors.ts';

/** What lies at a path: the files GDAL has to open, and those the digest covers. */
export interface Source {
  readonly format: Exclude<Plan['format'], 'memory'>;
  /** Real folder that holds everything; the FileGDB folder itself for a FileGDB. */
  readonly root: string;
  /** Files to open, relative to `root`, sorted; [''] for a FileGDB, which is the folder. */
  readonly datasets: readonly string[];
  /** Files whose content counts, relative to `root`. */
  readonly content: readonly string[];
}

/** Formats of which each layer is a file of its own. */
export type LooseFormat = 'Shapefile' | 'GeoJSON';

const SQLITE_MAGIC = 'SQLite format 3\0';
/** Files of a Shapefile that say something about its content; the others are indexes. */
const shapefileParts = ['.shp', '.shx', '.dbf', '.prj', '.cpg'];

/** Whether the file begins like a zip (also an empty one). */
export async function isZip(path: string): Promise<boolean> {
  const head = await headOf(path, 4);
  return head === 'PK\x03\x04' || head === 'PK\x05\x06';
}

/**
 * Finds the dataset in a folder: the folder itself where it is a FileGDB, else the one FileGDB at any depth, else the one
 * GeoPackage, else all Shapefiles, else all GeoJSON files.
 *
 * @param where name for error messages
 * @throws DatasetError ambiguous, unsupported-format, unreadable (a Shapefile with a part missing)
 */
export async function locateFolder(root: string, where: string, maxEntries: number): Promise<Source> {
  if (await isFileGdb(root)) return fileGdb(root);
  const found = await walk(root, where, maxEntries);
  const [gdb, ...moreGdbs] = found.gdbs;
  if (gdb !== undefined && moreGdbs.length === 0) return fileGdb(join(root, gdb));
  const withExtension = (...extensions: string[]) =>
    found.files.filter((file) => extensions.includes(extname(file).toLowerCase())).sort();
  const geoPackages = withExtension('.gpkg');
  if (gdb !== undefined || geoPackages.length > 1) {
    const detail = [...found.gdbs, ...geoPackages].sort().join('、');
    throw new DatasetError('dataset.ambiguous', where, { detail });
  }
  if (geoPackages[0] !== undefined) {
    return { format: 'GeoPackage', root, datasets: geoPackages, content: geoPackages };
  }
  const shapefiles = withExtension('.shp');
  if (shapefiles.length > 0) return shapefileSource(root, shapefiles, found.files);
  const geoJson = withExtension('.geojson');
  if (geoJson.length > 0) return { format: 'GeoJSON', root, datasets: geoJson, content: geoJson };
  throw new DatasetError('dataset.unsupported-format', where, { detail: '没有找到数据库文件' });
}

/**
 * The Shapefiles or the GeoJSON files that lie in a folder itself, as one dataset.
 *
 * @throws DatasetError unreadable (a Shapefile with a part missing)
 */
export async function locateLoose(root: string, format: LooseFormat): Promise<Source> {
  const files = (await readdir(root, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && !isJunk(entry.name))
    .map(({ name }) => name);
  const extension = format === 'Shapefile' ? '.shp' : '.geojson';
  const datasets = files.filter((file) => extname(file).toLowerCase() === extension).sort();
  return format === 'Shapefile'
    ? shapefileSource(root, datasets, files)
    : { format, root, datasets, content: datasets };
}

/** What systems leave beside the files of people: macOS a shadow of every file when it zips, others their indexes. */
export function isJunk(name: string): boolean {
  return /^(__MACOSX|\._.*|\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(name);
}

/**
 * The dataset a single file is; zips are not among them.
 *
 * @throws DatasetError not-a-zip, unsupported-format, unreadable (also a Shapefile with a part missing)
 */
export async function locateFile(path: string): Promise<Source> {
  const root = dirname(path);
  const file = basename(path);
  const single = { root, datasets: [file], content: [file] };
  const extension = extname(file).toLowerCase();
  const head = await headOf(path, 512);
  if (head.startsWith(SQLITE_MAGIC)) return { format: 'GeoPackage', ...single };
  if (extension === '.shp') return shapefileSource(root, [file], await readdir(root));
  if (/^(\u00ef\u00bb\u00bf)?\s*\{/.test(head)) return { format: 'GeoJSON', ...single };
  if (extension === '.zip') throw new DatasetError('dataset.not-a-zip', file);
  if (['.gpkg', '.geojson', '.json'].includes(extension)) throw new DatasetError('dataset.unreadable', file);
  throw new DatasetError('dataset.unsupported-format', file);
}

async function fileGdb(root: string): Promise<Source> {
  const files = await readdir(root, { withFileTypes: true });
  // Lock files come and go with whoever has the database open.
  const content = files.filter((f) => f.isFile() && !f.name.endsWith('.lock')).map((f) => f.name);
  return { format: 'FileGDB', root, datasets: [''], content };
}

function shapefileSource(root: string, shapefiles: readonly string[], files: readonly string[]): Source {
  const stems = new Set(shapefiles.map(stemOf));
  const content = files.filter(
    (file) => shapefileParts.includes(extname(file).toLowerCase()) && stems.has(stemOf(file)),
  );
  for (const stem of stems) {
    for (const part of ['.shx', '.dbf']) {
      if (content.some((file) => stemOf(file) === stem && extname(file).toLowerCase() === part)) continue;
      throw new DatasetError('dataset.unreadable', `${stem}.shp`, {
        detail: `缺少 ${basename(stem)}${part}`,
      });
    }
  }
  return { format: 'Shapefile', root, datasets: shapefiles, content };
}

function stemOf(file: string): string {
  return file.slice(0, file.length - extname(file).length);
}

/** Whether a folder is a FileGDB: by its name, or by the first of its tables. */
export async function isFileGdb(folder: string): Promise<boolean> {
  if (folder.toLowerCase().endsWith('.gdb')) return true;
  return stat(join(folder, 'a00000001.gdbtable')).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function walk(root: string, where: string, maxEntries: number) {
  const gdbs: string[] = [];
  const files: string[] = [];
  const waiting = [root];
  let entries = 0;
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (++entries > maxEntries) {
        throw new DatasetError('dataset.ambiguous', where, { detail: `文件数超过 ${maxEntries} 个` });
      }
      const path = join(folder, entry.name);
      if (isJunk(entry.name)) continue;
      if (entry.isFile()) files.push(relative(root, path));
      else if (entry.isDirectory() && (await isFileGdb(path))) gdbs.push(relative(root, path));
      else if (entry.isDirectory()) waiting.push(path);
    }
  }
  return { gdbs, files };
}

/** The first bytes of a file, one character a byte. */
export async function headOf(path: string, length: number): Promise<string> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}
