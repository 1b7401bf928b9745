import {
  CGCS2000,
  type Crs,
  chinaLatitudes,
  chinaLongitudes,
  chinaNorthings,
  crsOf,
  type Note,
  plainEastings,
  prefixedEastings,
} from '@tuheng/standard';
import { DatasetError, type DatasetErrorCode } from '../errors.ts';
import type { RawSite } from './raw-site.ts';

/** Where coordinates lie, and whether the second number of a point is the easting or longitude. */
export interface Placed {
  readonly crs: Crs;
  readonly swapped: boolean;
  readonly notes: readonly Note[];
}

type Kind = 'degrees' | 'prefixed' | 'plain';

interface Reading {
  readonly kind: Kind;
  readonly swapped: boolean;
  /** In front of the easting; 0 without. */
  readonly prefix: number;
}

/** 3° zones; 13–23 are 6° zones. */
const FIRST_ZONE = 25;

/**
 * Tells longitude and latitude, eastings with and without the zone number, and their order by magnitude, in China: longitudes 73–136,
 * latitudes 3–54, northings 300 to 6,000 km, eastings with a prefix above 13,000 km, those without below 1,000 km and their northings above. No
 * two of these can be taken for each other, so every point speaks for itself, and all have to agree.
 *
 * @param given CRS to fall back on, or whose zone to take for eastings without a number; what the source declares comes first
 * @throws DatasetError out-of-range for a point that is none of these, zone-mismatch where points or source disagree, wrong-crs for 6° zones,
 *   swapped-axes where the format fixes the order, degrees-as-metres, metres-as-degrees, zone-prefix-… where the declared CRS says
 *   otherwise, site-unclear-crs for an easting of no known zone
 */
export function placeCoordinates(
  points: ArrayLike<number>,
  site: Pick<RawSite, 'crs' | 'zone' | 'eastingFirst' | 'place'>,
  given: Crs | undefined,
  where: string,
): Placed {
  const fail = (code: DatasetErrorCode, detail: string) => new DatasetError(code, where, { detail });
  const first = readingOf(points[0]!, points[1]!);
  for (let p = 0; p < points.length / 2; p++) {
    const [x, y] = [points[2 * p]!, points[2 * p + 1]!];
    const reading = readingOf(x, y);
    const spot = `${site.place(p)}：${x}，${y}`;
    if (!reading) throw fail('dataset.out-of-range', spot);
    if (reading.kind !== first!.kind || reading.swapped !== first!.swapped) {
      throw fail('dataset.out-of-range', `${spot}，与前面的点不是同一种坐标`);
    }
    if (reading.prefix !== first!.prefix)
      throw fail('dataset.zone-mismatch', `${spot}，前面的点在 ${first!.prefix} 带`);
  }
  const { kind, swapped, prefix } = first!;
  if (swapped && site.eastingFirst)
    throw fail('dataset.swapped-axes', `${site.place(0)}：${points[0]}，${points[1]}`);
  if (site.zone !== undefined && prefix !== 0 && prefix !== site.zone) {
    throw fail('dataset.zone-mismatch', `写明 ${site.zone} 带，坐标以 ${prefix} 开头`);
  }
  if (kind === 'prefixed' && prefix < FIRST_ZONE) throw fail('dataset.wrong-crs', `${prefix} 带是 6 度带`);
  if (site.crs) {
    const fault = contradiction(site.crs, first!);
    if (fault) throw fail(fault, `声明 ${site.crs.name}，${site.place(0)}：${points[0]}，${points[1]}`);
    return { crs: site.crs, swapped, notes: [] };
  }
  const crs = inferred(first!, site.zone, given);
  if (!crs)
    throw fail('dataset.site-unclear-crs', `${site.place(0)}：${points[0]}，${points[1]}，东坐标没有带号`);
  const message = `没有声明坐标系，按坐标的数值读作 ${crs.name}（EPSG:${crs.epsg}）`;
  return { crs, swapped, notes: [{ code: 'dataset.crs-assumed', message }] };
}

function readingOf(a: number, b: number): Reading | undefined {
  return ordered(a, b, false) ?? ordered(b, a, true);
}

function ordered(east: number, north: number, swapped: boolean): Reading | undefined {
  if (within(east, chinaLongitudes) && within(north, chinaLatitudes))
    return { kind: 'degrees', swapped, prefix: 0 };
  if (!within(north, chinaNorthings)) return undefined;
  if (within(east, prefixedEastings)) return { kind: 'prefixed', swapped, prefix: Math.floor(east / 1e6) };
  // Northings below 1,000 km (south of 9°) could be eastings.
  return within(east, plainEastings) && north > plainEastings[1]
    ? { kind: 'plain', swapped, prefix: 0 }
    : undefined;
}

function within(value: number, [least, most]: readonly [number, number]): boolean {
  return value >= least && value <= most;
}

/** What a declared CRS and the numbers say differently. */
function contradiction(crs: Crs, { kind, prefix }: Reading): DatasetErrorCode | undefined {
  if (crs.kind === 'geographic') return kind === 'degrees' ? undefined : 'dataset.metres-as-degrees';
  if (kind === 'degrees') return 'dataset.degrees-as-metres';
  if (crs.falseEasting < 1e6) return kind === 'plain' ? undefined : 'dataset.zone-prefix-unexpected';
  if (kind === 'plain') return 'dataset.zone-prefix-missing';
  return prefix === crs.zone ? undefined : 'dataset.zone-mismatch';
}

function inferred(
  { kind, prefix }: Reading,
  zone: number | undefined,
  given: Crs | undefined,
): Crs | undefined {
  if (kind === 'degrees') return CGCS2000;
  if (kind === 'prefixed') return crsOf(4488 + prefix);
  const known = zone ?? (given?.kind === 'gauss-kruger' ? given.zone : undefined);
  return known === undefined ? undefined : crsOf(4509 + known);
}
