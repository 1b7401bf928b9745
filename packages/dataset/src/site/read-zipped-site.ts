import { writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { featureCount } from '@tuheng/geometry';
import type { Crs, Site } from '@tuheng/standard';
import { DatasetError } from '../errors.ts';
import { planOf } from '../plan-of.ts';
import { readDatabase } from '../read-database.ts';
import { isJunk } from '../source/locate.ts';
import { withTemporaryFolder } from '../source/temporary-folder.ts';
import { zipNames } from '../source/unzip.ts';
import { noParcel } from './raw-site.ts';

/** The reader of plans reads layers of the standard: the one of a site passes as this one, and only its shapes are taken. */
const STAND_IN = 'KFQ';
const READ_LIMITS = { seconds: 30, unpackedMB: 100, entries: 100 } as const;

/**
 * A site from a zip with one Shapefile, through the process that reads plans: it takes about a second to start.
 *
 * @param given CRS where the Shapefile has no .prj
 * @throws DatasetError site-format where there is not exactly one .shp, and those of `readPlan`
 */
export function readZippedSite(
  bytes: Uint8Array,
  name: string,
  digest: string,
  given: Crs | undefined,
): Promise<Site> {
  return withTemporaryFolder(async (folder) => {
    const zip = join(folder, 'site.zip');
    await writeFile(zip, bytes);
    const shapefiles = (await zipNames(zip))
      .map((entry) => basename(entry.replaceAll('\\', '/')))
      .filter((file) => extname(file).toLowerCase() === '.shp' && !isJunk(file));
    if (shapefiles.length > 1) {
      throw new DatasetError('dataset.site-format', name, {
        detail: `压缩包里有 ${shapefiles.length} 个 Shapefile`,
      });
    }
    const stem = basename(shapefiles[0] ?? '', extname(shapefiles[0] ?? ''));
    const options = {
      limits: READ_LIMITS,
      aliases: { layers: { [stem]: STAND_IN } },
      ...(given ? { crs: given } : {}),
    };
    const database = await readDatabase(zip, options, name);
    const layer = planOf(database).layers.get(STAND_IN);
    if (shapefiles.length === 0 || !layer) {
      throw new DatasetError('dataset.site-format', name, { detail: '压缩包里没有面状的 Shapefile' });
    }
    const { crs, polygons } = layer;
    return {
      name,
      digest,
      format: 'Shapefile',
      crs,
      polygons,
      parcels: Array.from({ length: featureCount(polygons) }, () => noParcel),
      notes: database.notes.filter(({ code }) => code !== 'dataset.layer-alias'),
    };
  });
}
