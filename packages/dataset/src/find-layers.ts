import { basename, extname, join } from 'node:path';
import { type Note, resolveLayer } from '@tuheng/standard';
import { sniffDbfEncoding } from './attributes/dbf-encoding.ts';
import { DatasetError } from './errors.ts';
import type { DatasetDescription, LayerDescription, TableDescription } from './gdal/description.ts';
import type { GdalProcess } from './gdal/gdal-process.ts';
import { printable } from './printable.ts';
import type { Candidate } from './read-context.ts';
import type { Source } from './source/locate.ts';

const drivers: Readonly<Record<Source['format'], string>> = {
  FileGDB: 'OpenFileGDB',
  GeoPackage: 'GPKG',
  Shapefile: 'ESRI Shapefile',
  GeoJSON: 'GeoJSON',
};

/** Where GDAL sees the source; OpenFileGDB wants the extension. */
export const INPUT = '/input/data.gdb';
/** Types of layers that can hold polygons; a FileGDB multipatch or a TIN cannot. */
const POLYGONAL = /^(Multi|Curve)?(Polygon|Surface|Geometry|GeometryCollection|Unknown( \(any\))?)Z?M?$/;

/**
 * Opens the source's datasets and finds the layers the standard knows; they stay open.
 *
 * @throws DatasetError no-known-layer, duplicate-layer, unreadable
 */
export async function findLayers(
  gdal: GdalProcess,
  source: Source,
  where: string,
  notes: Note[],
): Promise<Candidate[]> {
  const known = new Map<string, Candidate>();
  const unknown: string[] = [];
  for await (const found of layersOf(gdal, source, where, notes)) {
    const resolved = found.names.map(resolveSafely).find((match) => match !== undefined);
    if (!resolved || !found.description) {
      unknown.push(found.sourceName);
      continue;
    }
    const { spec } = resolved;
    const geometry = found.description.geometryFields[0]?.type ?? 'None';
    if (!POLYGONAL.test(geometry)) {
      const message = `图层 ${printable(found.sourceName)} 不是面图层（${geometry}），未读取。`;
      notes.push({ code: 'dataset.not-polygons', layer: spec.code, message });
      continue;
    }
    const other = known.get(spec.code);
    if (other) {
      throw new DatasetError('dataset.duplicate-layer', where, {
        detail: `${other.sourceName} 和 ${found.sourceName} 都是 ${spec.code} ${spec.title}`,
      });
    }
    const { description, dataset, sourceName } = found;
    known.set(spec.code, { ...resolved, description, dataset, sourceName });
  }
  const list = unknown.map(printable).join('、');
  if (unknown.length > 0) {
    const message = `有 ${unknown.length} 个图层不在标准中，未读取：${list}。`;
    notes.push({ code: 'dataset.unknown-layers', count: unknown.length, message });
  }
  if (known.size === 0) {
    const detail = list === '' ? '没有图层' : `有：${list}`;
    throw new DatasetError('dataset.no-known-layer', where, { detail });
  }
  return [...known.values()];
}

interface FoundLayer {
  /** Names it may be known by, the first that is known counts. */
  readonly names: readonly string[];
  readonly sourceName: string;
  readonly dataset: number;
  /** Missing where its name alone told that nobody wants it. */
  readonly description?: LayerDescription;
}

async function* layersOf(
  gdal: GdalProcess,
  source: Source,
  where: string,
  notes: Note[],
): AsyncGenerator<FoundLayer> {
  const { format } = source;
  for (const file of source.datasets) {
    const relative = file.replaceAll('\\', '/');
    const stem = basename(file, extname(file));
    // The name of a Shapefile is the name of its layer: others need not even be opened.
    if (format === 'Shapefile' && !resolveSafely(stem)) {
      yield { names: [], sourceName: relative, dataset: 0 };
      continue;
    }
    const options = format === 'Shapefile' ? await shapefileOptions(source, file, notes) : [];
    const path = file === '' ? INPUT : `${INPUT}/${relative}`;
    const place = source.datasets.length > 1 ? relative : undefined;
    const dataset = await openDataset(gdal, path, drivers[format], options, place);
    if (format === 'FileGDB') await refuseMissingTables(gdal, source, where);
    const request = { verb: 'describe', dataset, options: ['-json', '-so', '-al'] } as const;
    const reply = await gdal.demand(request, place);
    for (const description of (JSON.parse(String(reply.result)) as DatasetDescription).layers) {
      const { name } = description;
      yield format === 'Shapefile' || format === 'GeoJSON'
        ? { names: [name, stem], sourceName: relative, dataset, description }
        : { names: [name], sourceName: name, dataset, description };
    }
  }
}

async function openDataset(
  gdal: GdalProcess,
  path: string,
  driver: string,
  options: readonly string[],
  place?: string,
): Promise<number> {
  const reply = await gdal.demand({ verb: 'open', path, driver, options }, place);
  return Number(reply.result);
}

/** A layer name reaches GDAL's argument list: one that looks like an option is nobody's. */
function resolveSafely(name: string): ReturnType<typeof resolveLayer> {
  return name.startsWith('-') ? undefined : resolveLayer(name);
}

/**
 * GDAL leaves out a layer whose table file is gone and says nothing. The catalogue of the database still names it: the number
 * of its row is the number of the file.
 */
async function refuseMissingTables(gdal: GdalProcess, source: Source, where: string): Promise<void> {
  const dataset = await openDataset(gdal, INPUT, drivers.FileGDB, ['LIST_ALL_TABLES=YES']);
  // The first name among the options stands for the dataset's, which GDAL knows already.
  const options = ['-json', '-features', INPUT, 'GDB_SystemCatalog'];
  const reply = await gdal.demand({ verb: 'describe', dataset, options });
  await gdal.ask({ verb: 'close', dataset });
  const files = new Set(source.content.map((file) => file.toLowerCase()));
  const catalogue = JSON.parse(String(reply.result)) as TableDescription;
  for (const { fid, properties } of catalogue.layers[0]?.features ?? []) {
    const table = String(properties.Name);
    const file = `a${fid.toString(16).padStart(8, '0')}.gdbtable`;
    if (!files.has(file) && resolveSafely(table)) {
      throw new DatasetError('dataset.unreadable', `${where} 图层 ${table}`, { detail: `缺少 ${file}` });
    }
  }
}

async function shapefileOptions(source: Source, file: string, notes: Note[]): Promise<string[]> {
  const stem = file.slice(0, file.length - extname(file).length);
  const part = (extension: string) =>
    source.content.find(
      (name) => name.slice(0, stem.length) === stem && name.slice(stem.length).toLowerCase() === extension,
    );
  const cpg = part('.cpg');
  const found = await sniffDbfEncoding(join(source.root, part('.dbf')!), cpg && join(source.root, cpg));
  if (found.by === 'bytes' || found.by === 'guess') {
    const said = found.refuted ? `声明的 ${found.refuted} 与内容不符` : '没有声明';
    const sure = found.by === 'bytes' ? '按内容判断为' : '内容也无法判断，按';
    notes.push({
      code: found.by === 'bytes' ? 'dataset.dbf-encoding' : 'dataset.dbf-encoding-unsure',
      message: `${file} 的文字编码${said}，${sure} ${found.encoding} 读取。`,
    });
  }
  return [`ENCODING=${found.encoding}`];
}
