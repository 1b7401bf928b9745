import { featureCount, type Polygons, PolygonsBuilder, vertexCount } from '@tuheng/geometry';
import type { Crs, Site, SiteFormat } from '@tuheng/standard';
import { DatasetError } from '../errors.ts';
import { placeCoordinates } from './place-coordinates.ts';
import type { RawSite } from './raw-site.ts';
import { refuseUnsound } from './refuse-unsound.ts';
import type { SiteLimits } from './site-limits.ts';
import { nestRings, ringsAsFeatures } from './sort-rings.ts';

/** A ring encloses something from three different points on; written closed or not. */
const LEAST_POINTS = 3;

interface About {
  readonly name: string;
  readonly digest: string;
  readonly format: SiteFormat;
}

/**
 * A parsed site as polygons in a known coordinate system.
 *
 * @param given CRS to fall back on
 * @throws DatasetError site-no-area, site-too-large, those of `placeCoordinates` and `refuseUnsound`
 */
export function buildSite(raw: RawSite, about: About, given: Crs | undefined, limits: SiteLimits): Site {
  const points = raw.parcels.flatMap(({ polygons }) => polygons.flat()).flatMap((ring) => [...ring]);
  if (points.length === 0) throw new DatasetError('dataset.site-no-area', about.name, { detail: '没有图形' });
  refuseTooLarge(points.length / 2, limits, about.name);
  const placed = placeCoordinates(points, raw, given, about.name);
  const builder = new PolygonsBuilder();
  let first = 0;
  for (const { polygons, nested } of raw.parcels) {
    const lists = polygons.map((rings) =>
      rings.map((ring) => {
        refuseShort(ring, raw.place(first), about.name);
        first += ring.length / 2;
        return placed.swapped ? turned(ring) : ring;
      }),
    );
    const rings = lists.reduce((sum, list) => sum + list.length, 0);
    if (rings > limits.rings) throw tooLarge(`一个地块有 ${rings} 个环，最多 ${limits.rings} 个`, about.name);
    if (nested) {
      for (const list of lists) {
        for (const ring of list) builder.addRing(ring);
        builder.endPolygon();
      }
    } else nestRings(ringsAsFeatures(lists.flat()), builder);
    builder.endFeature();
  }
  return soundSite(
    {
      ...about,
      crs: placed.crs,
      polygons: builder.build(),
      parcels: raw.parcels.map(({ parcel }) => parcel),
      notes: [...raw.notes, ...placed.notes],
    },
    limits,
  );
}

/** The site, where it is not too large and its boundaries are sound. */
export function soundSite(site: Site, limits: SiteLimits): Site {
  refuseTooLarge(vertexCount(site.polygons), limits, site.name);
  if (hasNothing(site.polygons))
    throw new DatasetError('dataset.site-no-area', site.name, { detail: '没有图形' });
  refuseUnsound(site.polygons, site.name);
  return site;
}

function hasNothing(polygons: Polygons): boolean {
  return featureCount(polygons) === 0 || vertexCount(polygons) === 0;
}

function refuseTooLarge(vertices: number, limits: SiteLimits, where: string): void {
  if (vertices > limits.vertices) throw tooLarge(`${vertices} 个顶点，最多 ${limits.vertices} 个`, where);
}

function tooLarge(detail: string, where: string): DatasetError {
  return new DatasetError('dataset.site-too-large', where, { detail });
}

function refuseShort(ring: ArrayLike<number>, place: string, where: string): void {
  const different = new Set<string>();
  for (let i = 0; i < ring.length && different.size < LEAST_POINTS; i += 2)
    different.add(`${ring[i]} ${ring[i + 1]}`);
  if (different.size < LEAST_POINTS) {
    throw new DatasetError('dataset.site-no-area', where, { detail: `${place}起的环不足三个不同的点` });
  }
}

function turned(ring: readonly number[]): number[] {
  return ring.map((_, i) => ring[i ^ 1]!);
}
