import { basename, extname, join } from 'node:path';
import {
  type Aliases,
  type DeliveredName,
  type Note,
  type OtherLayer,
  resolveDeliveredLayer,
} from '@tuheng/standard';
import { sniffDbfEncoding } from './attributes/dbf-encoding.ts';
import { DatasetError } from './errors.ts';
import type { DatasetDescription, LayerDescription, TableDescription } from './gdal/description.ts';
import type { GdalProcess } from './gdal/gdal-process.ts';
import { printable } from './printable.ts';
import type { Candidate } from './read-context.ts';
import type { Source } from './source/locate.ts';
import { shapefileHead } from './source/shapefile-head.ts';

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

/** And those that can hold lines. */
const LINEAR =
  /^(Multi)?(LineString|Curve|CompoundCurve|CircularString|Geometry|GeometryCollection|Unknown( \(any\))?)Z?M?$/;

/** What a source holds: the layers to read, still open, and the others. */
export interface FoundLayers {
  readonly candidates: readonly Candidate[];
  readonly others: readonly OtherLayer[];
}

/**
 * Opens the source's datasets and finds the layers the standard knows, those of a maintenance database among them; they stay open.
 *
 * @throws DatasetError unreadable
 */
export async function findLayers(
  gdal: GdalProcess,
  source: Source,
  where: string,
  aliases: Aliases,
  notes: Note[],
): Promise<FoundLayers> {
  const known = new Map<string, Candidate>();
  const others: OtherLayer[] = [];
  const resolve = (name: string) => resolveSafely(name, aliases);
  for await (const found of layersOf(gdal, source, where, resolve, notes)) {
    const resolved = found.names.map(resolve).find((match) => match !== undefined);
    const { sourceName, description, dataset } = found;
    const geometryType = description.geometryFields[0]?.type ?? 'None';
    const other = { sourceName, geometryType, features: description.featureCount };
    const isLine = resolved?.spec.geometry === 'line';
    // The lines of a maintenance database would be a change of roads: there is no such thing.
    if (!resolved || (isLine && resolved.part !== 'plan')) others.push({ ...other, reason: 'unknown' });
    else if (isLine && !LINEAR.test(geometryType)) {
      others.push({ ...other, code: resolved.code, reason: 'not-lines' });
      const message = `图层 ${printable(sourceName)} 不是线图层（${geometryType}），未读取。`;
      notes.push({ code: 'dataset.not-lines', layer: resolved.code, message });
    } else if (!isLine && !POLYGONAL.test(geometryType)) {
      others.push({ ...other, code: resolved.code, reason: 'not-polygons' });
      const message = `图层 ${printable(sourceName)} 不是面图层（${geometryType}），未读取。`;
      notes.push({ code: 'dataset.not-polygons', layer: resolved.code, message });
    } else if (known.has(resolved.code)) {
      others.push({ ...other, code: resolved.code, reason: 'duplicate' });
    } else {
      known.set(resolved.code, { ...resolved, description, dataset, sourceName, encoding: found.encoding });
    }
  }
  const unknown = others.filter(({ reason }) => reason === 'unknown');
  if (unknown.length > 0) {
    const list = unknown.map(({ sourceName }) => printable(sourceName)).join('、');
    const message = `有 ${unknown.length} 个图层不在标准中，未读取：${list}。`;
    notes.push({ code: 'dataset.unknown-layers', count: unknown.length, message });
  }
  return { candidates: [...known.values()], others };
}

interface FoundLayer {
  /** Names it may be known by, the first that is known counts. */
  readonly names: readonly string[];
  readonly sourceName: string;
  readonly dataset: number;
  readonly encoding?: string | undefined;
  readonly description: LayerDescription;
}

async function* layersOf(
  gdal: GdalProcess,
  source: Source,
  where: string,
  resolve: (name: string) => DeliveredName | undefined,
  notes: Note[],
): AsyncGenerator<FoundLayer> {
  const { format } = source;
  for (const file of source.datasets) {
    const relative = file.replaceAll('\\', '/');
    const stem = basename(file, extname(file));
    // The name of a Shapefile is the name of its layer: others need not even be opened.
    if (format === 'Shapefile' && !resolve(stem)) {
      const { geometryType, features } = await shapefileHead(
        join(source.root, partOf(source, file, '.shx')!),
      );
      const description = {
        name: stem,
        featureCount: features,
        geometryFields: geometryType === 'None' ? [] : [{ type: geometryType }],
        fields: [],
      };
      yield { names: [], sourceName: relative, dataset: 0, description };
      continue;
    }
    const encoding = format === 'Shapefile' ? await encodingOf(source, file, notes) : undefined;
    const options = encoding ? [`ENCODING=${encoding}`] : [];
    const path = file === '' ? INPUT : `${INPUT}/${relative}`;
    const place = source.datasets.length > 1 ? relative : undefined;
    const dataset = await openDataset(gdal, path, drivers[format], options, place);
    if (format === 'FileGDB') await refuseMissingTables(gdal, source, where, resolve);
    // Without the extent: it costs a look at every feature, and where it is not finite the answer is no JSON.
    const request = { verb: 'describe', dataset, options: ['-json', '-so', '-al', '-noextent'] } as const;
    const reply = await gdal.demand(request, place);
    for (const description of (JSON.parse(String(reply.result)) as DatasetDescription).layers) {
      const { name } = description;
      yield format === 'Shapefile' || format === 'GeoJSON'
        ? { names: [name, stem], sourceName: relative, dataset, description, encoding }
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
function resolveSafely(name: string, aliases: Aliases): DeliveredName | undefined {
  return name.startsWith('-') ? undefined : resolveDeliveredLayer(name, aliases);
}

/**
 * GDAL leaves out a layer whose table file is gone and says nothing. The catalogue of the database still names it: the number
 * of its row is the number of the file.
 */
async function refuseMissingTables(
  gdal: GdalProcess,
  source: Source,
  where: string,
  resolve: (name: string) => DeliveredName | undefined,
): Promise<void> {
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
    if (!files.has(file) && resolve(table)) {
      throw new DatasetError('dataset.unreadable', `${where} 图层 ${table}`, { detail: `缺少 ${file}` });
    }
  }
}

/** The encoding to read a Shapefile's text in; where the file does not say it soundly, a note tells. */
async function encodingOf(source: Source, file: string, notes: Note[]): Promise<string> {
  const cpg = partOf(source, file, '.cpg');
  const dbf = join(source.root, partOf(source, file, '.dbf')!);
  const found = await sniffDbfEncoding(dbf, cpg && join(source.root, cpg));
  if (found.by === 'bytes' || found.by === 'guess') {
    const said = found.refuted ? `声明的 ${found.refuted} 与内容不符` : '没有声明';
    const sure = found.by === 'bytes' ? '按内容判断为' : '内容也无法判断，按';
    notes.push({
      code: found.by === 'bytes' ? 'dataset.dbf-encoding' : 'dataset.dbf-encoding-unsure',
      message: `${file} 的文字编码${said}，${sure} ${found.encoding} 读取。`,
    });
  }
  return found.encoding;
}

/** The file of a Shapefile with this extension, whatever its case. */
function partOf(source: Source, file: string, extension: string): string | undefined {
  const stem = file.slice(0, file.length - extname(file).length);
  return source.content.find(
    (name) => name.slice(0, stem.length) === stem && name.slice(stem.length).toLowerCase() === extension,
  );
}
