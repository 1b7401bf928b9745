import type { Box } from '@tuheng/geometry';
import { CGCS2000, type Crs, crsOf, zoneOf } from '@tuheng/standard';

/** A coordinate system as OGC API names it. */
export interface OgcCrs {
  readonly uri: string;
  readonly crs: Crs;
  /** The order of the authority: EPSG has latitude before longitude and northing before easting; OGC:CRS84 does not. */
  readonly northFirst: boolean;
  /** Decimals that keep 0.1 mm on the ground. */
  readonly decimals: number;
}

/** WGS 84 in name; CGCS2000, which is the same within what a plan's coordinates are worth. */
export const CRS84: OgcCrs = {
  uri: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
  crs: CGCS2000,
  northFirst: false,
  decimals: 9,
};

export function epsgCrs(crs: Crs): OgcCrs {
  return {
    uri: `http://www.opengis.net/def/crs/EPSG/0/${crs.epsg}`,
    crs,
    northFirst: true,
    decimals: crs.kind === 'geographic' ? 9 : 4,
  };
}

/**
 * The systems in which a layer is answered: OGC:CRS84, EPSG:4490, and its own zone or, where it is kept in degrees, the 3° zone of its middle.
 *
 * @param box of the layer, in its own coordinates
 */
export function crsListOf(own: Crs, box: Box | null): readonly OgcCrs[] {
  const list = [CRS84, epsgCrs(CGCS2000)];
  if (own.kind === 'gauss-kruger') list.push(epsgCrs(own));
  else if (box) {
    const zone = crsOf(4488 + zoneOf((box[0] + box[2]) / 2));
    if (zone) list.push(epsgCrs(zone));
  }
  return list;
}
