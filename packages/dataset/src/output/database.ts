import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatasetError } from '../errors.ts';
import { encodeFlatGeobuf, type PivotField } from '../flatgeobuf/encode.ts';
import { GdalProcess } from '../gdal/gdal-process.ts';
import type { Limits } from '../limits.ts';
import { type FieldValues, fieldValues } from './field-values.ts';
import type { OutputLayer } from './output-layer.ts';

/** Where GDAL sees the folder in which pivot files and the database are made. */
const WORK = '/work';

const drivers = {
  FileGDB: { name: 'OpenFileGDB', extension: 'gdb' },
  GeoPackage: { name: 'GPKG', extension: 'gpkg' },
} as const;

const geometryTypes = { polygons: 'MULTIPOLYGON', lines: 'MULTILINESTRING', points: 'POINT' } as const;

/**
 * Writes layers into one database in `folder` and returns its path: each as FlatGeobuf first, which GDAL then adds.
 *
 * @param where name of the target for error messages
 */
export async function writeDatabase(
  folder: string,
  format: keyof typeof drivers,
  layers: readonly OutputLayer[],
  limits: Limits,
  where: string,
): Promise<string> {
  const driver = drivers[format];
  const file = `data.${driver.extension}`;
  const values = layers.map(fieldValues);
  const gdal = await GdalProcess.start([{ real: folder, virtual: WORK, writable: true }], limits, where);
  try {
    let database = 0;
    for (const [i, layer] of layers.entries()) {
      await encodeFlatGeobuf(join(folder, 'layer.fgb'), { ...layer, fields: values[i]!.map(pivotField) });
      const opened = await demandWrite(gdal, {
        verb: 'open',
        path: `${WORK}/layer.fgb`,
        driver: 'FlatGeobuf',
        options: [],
      });
      const written = await demandWrite(gdal, {
        verb: 'translate',
        source: opened,
        target: database === 0 ? `${WORK}/${file}` : database,
        options: [
          ...['-f', driver.name, '-nln', layer.name, '-nlt', geometryTypes[layer.shapes ?? 'polygons']],
          // The pivot has no plain dates.
          ...['-mapFieldType', 'DateTime=Date'],
          ...(layer.vertical === undefined ? [] : ['-a_srs', `EPSG:${layer.crs.epsg}+${layer.vertical}`]),
        ],
      });
      database ||= written;
      await gdal.ask({ verb: 'close', dataset: opened });
      await rm(join(folder, 'layer.fgb'));
    }
    await demandWrite(gdal, { verb: 'close', dataset: database });
  } finally {
    await gdal.stop();
  }
  return join(folder, file);

  async function demandWrite(process: GdalProcess, request: Parameters<GdalProcess['ask']>[0]) {
    const { result, messages } = await process.ask(request);
    const problems = [...messages.errors, ...messages.warnings.map(({ text }) => text)];
    if (problems.length > 0 || result === 0) {
      // What was checked beforehand gives no warning: any is a value that would not arrive as it is.
      throw new DatasetError('dataset.not-writable', where, {
        detail: problems[0],
        cause: new Error(problems.join('\n')),
      });
    }
    return Number(result);
  }
}

function pivotField({ field, type, valueAt }: FieldValues): PivotField {
  const { name, title = '', length } = field;
  const width = type === 'text' ? length : 0;
  const midnight = (f: number) => {
    const date = valueAt(f);
    return date === null ? null : `${date}T00:00:00`;
  };
  return { name, title, type, width, valueAt: type === 'date' ? midnight : valueAt };
}
