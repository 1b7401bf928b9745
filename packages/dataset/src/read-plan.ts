import type { Plan } from '@tuheng/standard';
import { planOf } from './plan-of.ts';
import { readDatabase } from './read-database.ts';
import type { ReadOptions } from './read-options.ts';

/**
 * Reads a plan database into columnar layers: those the standard knows, under its names, in file order.
 *
 * @param path a FileGDB folder, a zip with one FileGDB or with Shapefiles, a GeoPackage, a folder of Shapefiles, a GeoJSON
 *   file; also a folder that holds one of these
 * @returns layers with coordinates in the declared CRS (longitude or easting first, degrees or metres); everything that was
 *   left out, changed or assumed is in `notes`
 * @throws DatasetError with one of `datasetErrorCodes`; nothing is left behind then
 */
export async function readPlan(path: string, options: ReadOptions = {}): Promise<Plan> {
  return planOf(await readDatabase(path, options));
}
