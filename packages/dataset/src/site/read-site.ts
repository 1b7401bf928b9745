import { createHash } from 'node:crypto';
import type { Crs, Site, SiteFormat } from '@tuheng/standard';
import { decodeText } from '../decode-text.ts';
import { DatasetError } from '../errors.ts';
import { buildSite, soundSite } from './build-site.ts';
import { detectTextFormat } from './detect-text-format.ts';
import { parseCoordinateText } from './parse-coordinate-text.ts';
import { parseGeoJson } from './parse-geojson.ts';
import { parseWkt } from './parse-wkt.ts';
import { readZippedSite } from './read-zipped-site.ts';
import { defaultSiteLimits, type SiteLimits } from './site-limits.ts';

export interface ReadSiteOptions {
  /** For people and messages; `用地` where not given. */
  readonly name?: string;
  /** Told by the content where not given. */
  readonly format?: SiteFormat;
  /**
   * Taken where the source declares no CRS and the numbers do not tell; eastings without a zone number are read in its zone. Give the
   * plan's own, so that a county's texts are read in the county's zone.
   */
  readonly crs?: Crs;
  readonly limits?: Partial<SiteLimits>;
}

/**
 * Reads the ground somebody asks about: GeoJSON, WKT, a coordinate text of the bureaus (UTF-8 or GBK), or a zip with one Shapefile.
 *
 * @returns polygons, a feature a parcel, easting or longitude first, in the CRS that is declared or told by the numbers; what was assumed
 *   is in `notes`. Boundaries do not cross themselves; parcels may overlap each other.
 * @throws DatasetError with one of `datasetErrorCodes`, with the line or place in the message
 */
export async function readSite(source: Uint8Array | string, options: ReadSiteOptions = {}): Promise<Site> {
  const { name = '用地', crs } = options;
  const limits = { ...defaultSiteLimits, ...options.limits };
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  if (bytes.length > limits.bytes) {
    const detail = `${bytes.length} 字节，最多 ${limits.bytes} 字节`;
    throw new DatasetError('dataset.site-too-large', name, { detail });
  }
  const digest = createHash('sha256').update(bytes).digest('hex');
  const format = options.format ?? detectSiteFormat(bytes);
  if (format === undefined) throw new DatasetError('dataset.site-format', name);
  if (format === 'Shapefile') return soundSite(await readZippedSite(bytes, name, digest, crs), limits);
  const text = typeof source === 'string' ? source : decodeText(bytes);
  return buildSite(parse(text, format, name, crs), { name, digest, format }, crs, limits);
}

/** The format of a site by its first bytes, or undefined. */
export function detectSiteFormat(bytes: Uint8Array): SiteFormat | undefined {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'Shapefile';
  return detectTextFormat(decodeText(bytes));
}

function parse(text: string, format: Exclude<SiteFormat, 'Shapefile'>, name: string, crs: Crs | undefined) {
  switch (format) {
    case 'GeoJSON':
      return parseGeoJson(text, name, crs);
    case 'WKT':
      return parseWkt(text, name);
    case '坐标文本':
      return parseCoordinateText(text, name);
  }
}
