import { type CoordinateFault, range } from './coordinate-fault.ts';
import { chinaNorthings, plainEastings, within } from './extent.ts';

/** A CRS with the zone number in front of the easting is declared, but no easting has it. */
export const zonePrefixMissing: CoordinateFault = {
  code: 'zone-prefix-missing',
  detect: (extent, crs) =>
    crs.falseEasting >= 1e6 && within(extent, plainEastings, chinaNorthings)
      ? `${crs.name} 的东坐标应以 ${crs.zone} 开头，实际${range('', extent.minX, extent.maxX)}`
      : undefined,
};

/** A CRS without the zone number is declared, but every easting has its own zone number in front. */
export const zonePrefixUnexpected: CoordinateFault = {
  code: 'zone-prefix-unexpected',
  detect: (extent, crs) => {
    if (crs.kind !== 'gauss-kruger' || crs.falseEasting >= 1e6) return undefined;
    const prefix = crs.zone * 1e6;
    return within(extent, [prefix + plainEastings[0], prefix + plainEastings[1]], chinaNorthings)
      ? `${crs.name}，实际${range('东坐标', extent.minX, extent.maxX)}`
      : undefined;
  },
};
