import { basename, dirname, extname, join } from 'node:path/posix';
import type { LooseFormat, Source } from '../source/locate.ts';
import { zipNames } from '../source/unzip.ts';
import type { PackageFile } from './package-file.ts';

/** A database of a package. */
export interface PackageDatabase {
  /** Relative to the package; of Shapefiles and GeoJSON files that lie together their folder, `.` for the package itself. */
  readonly path: string;
  readonly format: Source['format'];
  /** Set where it is the files of this kind in the folder `path`, which may hold other things beside them. */
  readonly loose?: LooseFormat;
  /** Files whose bytes count, relative to the package. */
  readonly content: readonly string[];
}

/** All databases among the files of a package, by path: FileGDB, GeoPackage, zips with one in it, folders of Shapefiles and of GeoJSON. */
export async function findDatabases(root: string, files: readonly PackageFile[]): Promise<PackageDatabase[]> {
  const found: PackageDatabase[] = [];
  for (const { path, isFileGdb, content } of files) {
    const extension = extname(path).toLowerCase();
    const format = isFileGdb
      ? 'FileGDB'
      : extension === '.gpkg'
        ? 'GeoPackage'
        : extension === '.zip'
          ? formatIn(await zipNames(join(root, path)))
          : undefined;
    if (format) found.push({ path, format, content });
  }
  found.push(...looseFiles(files, 'Shapefile', '.shp'), ...looseFiles(files, 'GeoJSON', '.geojson'));
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function looseFiles(files: readonly PackageFile[], loose: LooseFormat, extension: string): PackageDatabase[] {
  const stems = new Set(
    files.filter(({ path }) => extname(path).toLowerCase() === extension).map(({ path }) => stemOf(path)),
  );
  const folders = new Map<string, string[]>();
  for (const { path } of files) {
    if (!stems.has(stemOf(path))) continue;
    const folder = dirname(path);
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  return [...folders].map(([path, content]) => ({ path, format: loose, loose, content }));
}

function stemOf(path: string): string {
  return join(dirname(path), basename(path, extname(path)));
}

/** The format of the database a zip holds by the names in it; undefined where it holds none. */
function formatIn(names: readonly string[]): Source['format'] | undefined {
  const holds = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (holds(/(\.gdb\/|(^|\/)a00000001\.gdbtable$)/i)) return 'FileGDB';
  if (holds(/\.gpkg$/i)) return 'GeoPackage';
  if (holds(/\.shp$/i)) return 'Shapefile';
  return holds(/\.geojson$/i) ? 'GeoJSON' : undefined;
}
