import type { PlacedFile } from './placed-files.ts';

/** What can be sent of the files that somebody dropped. */
export type Dropped =
  | { readonly take: 'file'; readonly file: File }
  /** A folder, or the files of a Shapefile: they go as one archive. */
  | { readonly take: 'archive'; readonly name: string }
  | { readonly take: 'nothing'; readonly why: 'many' | 'wrong' | 'empty'; readonly name: string };

/** Endings of the single files that the server takes. */
const accepted = /\.(zip|gpkg|geojson|xlsx|json)$/i;
/** Endings of what belongs to a Shapefile. */
const ofShapefile = /\.(shp|shx|dbf|prj|cpg|sbn|sbx|qix|qmd|shp\.xml)$/i;

/** What is to be done with files: a single one goes as it is; a folder, or the files of one or more Shapefiles, as an archive of that name. */
export function judgeDropped(files: readonly PlacedFile[]): Dropped {
  const [first] = files;
  if (!first) return { take: 'nothing', why: 'empty', name: '' };
  const tops = new Set(files.map(({ path }) => path.split('/')[0]!));
  if (first.path.includes('/'))
    return tops.size === 1
      ? { take: 'archive', name: `${[...tops][0]}.zip` }
      : { take: 'nothing', why: 'many', name: first.path };
  if (files.length === 1 && accepted.test(first.path)) return { take: 'file', file: first.file };
  if (files.some(({ path }) => /\.shp$/i.test(path)) && files.every(({ path }) => ofShapefile.test(path)))
    return { take: 'archive', name: `${first.path.replace(ofShapefile, '')}.zip` };
  const isSeveral = files.length > 1 && files.every(({ path }) => accepted.test(path));
  return isSeveral
    ? { take: 'nothing', why: 'many', name: first.path }
    : { take: 'nothing', why: 'wrong', name: files.find(({ path }) => !accepted.test(path))!.path };
}

/**
 * Packs files into an archive, without compression: what a plan holds goes once over the county's own line. The same files make the same name, size and
 * time, by which an upload that was cut off is known again.
 */
export async function packFiles(name: string, files: readonly PlacedFile[]): Promise<File> {
  const { downloadZip } = await import('client-zip');
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const archive = downloadZip(
    sorted.map(({ path, file }) => ({
      name: path,
      input: file,
      size: file.size,
      lastModified: file.lastModified,
    })),
  );
  return new File([await archive.blob()], name, {
    type: 'application/zip',
    lastModified: Math.max(...sorted.map(({ file: { lastModified } }) => lastModified)),
  });
}
