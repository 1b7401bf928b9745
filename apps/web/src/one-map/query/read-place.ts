import { answered, api } from '../../api/client.ts';
import { judgeDropped, packFiles } from '../../uploads/pack-files.ts';
import type { PlacedFile } from '../../uploads/placed-files.ts';
import type { DrawnPlace } from './query-spec.ts';

export interface ReadPlace {
  readonly place: DrawnPlace;
  /** What the reader assumed, in sentences. */
  readonly notes: readonly string[];
}

/**
 * Polygons of a file or a text (GeoJSON, WKT, a coordinate text of the bureaus, a zipped Shapefile), by the server's reader.
 *
 * @param epsg of the plan: coordinates that do not tell their system are in it
 * @throws ApiProblem with the server's sentence
 */
export async function readPlace(source: Blob | string, epsg: number): Promise<ReadPlace> {
  const { coordinates, notes } = await answered(
    api.POST('/api/v1/sites/geometry', {
      params: { query: { epsg } },
      body: source,
      bodySerializer: (body) => body as BodyInit,
      headers: { 'content-type': 'application/octet-stream' },
    }),
  );
  const polygons = coordinates.map((rings) =>
    rings.map((ring) => ring.map(([lon, lat]) => [lon!, lat!] as const)),
  );
  return { place: { type: 'MultiPolygon', coordinates: polygons }, notes };
}

/** Files that somebody chose as one: those of a Shapefile packed, a single one as it is. Undefined where they are several things. */
export async function asOneFile(files: readonly PlacedFile[]): Promise<File | undefined> {
  if (files.length === 1) return files[0]!.file;
  const chosen = judgeDropped(files);
  return chosen.take === 'archive' ? packFiles(chosen.name, files) : undefined;
}

/** Points of a place; the last of a ring, which is its first, is not counted. */
export function pointCount({ coordinates }: DrawnPlace): number {
  return coordinates.flat(1).reduce((sum, ring) => sum + ring.length - 1, 0);
}
