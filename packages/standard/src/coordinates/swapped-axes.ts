import type { Crs } from '../crs.ts';
import { type CoordinateFault, range } from './coordinate-fault.ts';
import {
  chinaLatitudes,
  chinaLongitudes,
  chinaNorthings,
  type Extent,
  plainEastings,
  prefixedEastings,
  within,
} from './extent.ts';

/**
 * The first coordinate is a latitude or northing, the second a longitude or easting. In degrees the ranges of China do not
 * meet. In metres an easting with prefix (13e6 and more) is no northing; without prefix the northing has to be above 1,000 km,
 * which eastings never are (and northings are, north of 9°).
 */
export const swappedAxes: CoordinateFault = {
  code: 'swapped-axes',
  detect: (extent, crs) =>
    isSwapped(extent, crs)
      ? `${range('第一坐标', extent.minX, extent.maxX)}，${range('第二坐标', extent.minY, extent.maxY)}`
      : undefined,
};

function isSwapped(extent: Extent, crs: Crs): boolean {
  if (crs.kind === 'geographic') return within(extent, chinaLatitudes, chinaLongitudes);
  return (
    within(extent, chinaNorthings, prefixedEastings) ||
    within(extent, [plainEastings[1], chinaNorthings[1]], plainEastings)
  );
}
