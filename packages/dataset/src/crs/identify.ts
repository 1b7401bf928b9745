import { allCrs, CGCS2000, type Crs, crsOf } from '@tuheng/standard';

/** The part of PROJJSON (schema 0.7) that tells coordinate systems apart. */
export interface ProjJson {
  readonly type: string;
  readonly name?: string;
  readonly id?: { readonly authority: string; readonly code: string | number };
  readonly components?: readonly ProjJson[];
  readonly source_crs?: ProjJson;
  readonly base_crs?: ProjJson;
  readonly datum?: Datum;
  readonly datum_ensemble?: Datum;
  readonly conversion?: {
    readonly method: { readonly name: string };
    readonly parameters: readonly {
      readonly name: string;
      readonly value: number;
      readonly unit: string | object;
    }[];
  };
}

interface Datum {
  readonly name: string;
  readonly ellipsoid: { readonly semi_major_axis?: number; readonly inverse_flattening?: number };
}

export type CrsFinding =
  /** `vertical`: EPSG code of the height part; null where there is one without a code; undefined where there is none. */
  | { readonly kind: 'known'; readonly crs: Crs; readonly vertical?: number | null }
  | { readonly kind: 'wgs84' }
  | { readonly kind: 'other'; readonly name: string }
  | { readonly kind: 'missing' };

/** EPSG codes of WGS 84 in longitude and latitude, and their OGC name. */
const wgs84Codes = ['EPSG:4326', 'EPSG:4979', 'OGC:CRS84'];

/**
 * The coordinate system a file declares: by EPSG code or, where it carries none (files of Esri tools, custom definitions),
 * by its parameters. A vertical part is left aside.
 */
export function identifyCrs(declared: ProjJson | undefined): CrsFinding {
  if (!declared) return { kind: 'missing' };
  const horizontal = declared.components?.[0] ?? declared.source_crs ?? declared;
  if (horizontal !== declared) {
    const finding = identifyCrs(horizontal);
    return finding.kind === 'known' && declared.components
      ? { ...finding, vertical: verticalOf(declared.components[1]) }
      : finding;
  }
  const { id } = declared;
  if (id && wgs84Codes.includes(`${id.authority}:${id.code}`)) return { kind: 'wgs84' };
  const crs = (id?.authority === 'EPSG' ? crsOf(Number(id.code)) : undefined) ?? byParameters(declared);
  if (crs) return { kind: 'known', crs };
  // GDAL's way of saying that there is none.
  if (declared.type === 'EngineeringCRS' || /^(unknown|undefined)/i.test(declared.name ?? 'unknown')) {
    return { kind: 'missing' };
  }
  return { kind: 'other', name: declared.name + (id ? `（${id.authority}:${id.code}）` : '') };
}

function verticalOf(declared: ProjJson | undefined): number | null {
  return declared?.id?.authority === 'EPSG' ? Number(declared.id.code) : null;
}

function byParameters(declared: ProjJson): Crs | undefined {
  const datum = (declared.base_crs ?? declared).datum ?? (declared.base_crs ?? declared).datum_ensemble;
  if (!datum || !isCgcs2000(datum)) return undefined;
  if (declared.type === 'GeographicCRS') return CGCS2000;
  const { conversion } = declared;
  if (!conversion || !/^(Transverse Mercator|Gauss.Kruger)$/i.test(conversion.method.name)) return undefined;
  const value = (name: string, fallback: number) =>
    conversion.parameters.find((parameter) => parameter.name === name)?.value ?? fallback;
  if (conversion.parameters.some(({ unit }) => typeof unit !== 'string')) return undefined;
  if (value('Scale factor at natural origin', 1) !== 1) return undefined;
  if (value('Latitude of natural origin', 0) !== 0 || value('False northing', 0) !== 0) return undefined;
  return allCrs().find(
    (crs) =>
      crs.kind === 'gauss-kruger' &&
      Math.abs(crs.centralMeridian - value('Longitude of natural origin', 0)) < 1e-9 &&
      Math.abs(crs.falseEasting - value('False easting', 0)) < 1e-6,
  );
}

/** The ellipsoid alone is not enough: GRS 1980 has the same figures to ten digits. */
function isCgcs2000({ name, ellipsoid }: Datum): boolean {
  return (
    /CGCS.?2000|China.?2000|China.Geodetic.Coordinate.System.2000/i.test(name) &&
    Math.abs((ellipsoid.semi_major_axis ?? 6378137) - 6378137) < 1e-3 &&
    Math.abs((ellipsoid.inverse_flattening ?? 298.257222101) - 298.257222101) < 1e-6
  );
}
