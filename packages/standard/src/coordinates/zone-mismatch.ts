import { inverseGaussKruger } from '@tuheng/geometry';
import type { Crs } from '../crs.ts';
import { type CoordinateFault, range } from './coordinate-fault.ts';
import { chinaNorthings, type Extent, prefixedEastings, within } from './extent.ts';

/** A whole prefecture may use the zone of its middle, so a county may lie in the next zone, but never beyond it. Degrees. */
const FARTHEST_FROM_MERIDIAN = 4.5;

/**
 * The declared zone contradicts the coordinates: every easting begins with the number of another zone (3° or 6°), or the middle
 * of the layer lies more than one whole zone away from the declared one. Without a prefix a wrong zone looks like a right one
 * and cannot be seen here.
 */
export const zoneMismatch: CoordinateFault = {
  code: 'zone-mismatch',
  detect: (extent, crs) =>
    crs.kind === 'gauss-kruger' ? (otherPrefix(extent, crs) ?? farAway(extent, crs)) : undefined,
};

function otherPrefix(extent: Extent, crs: Crs): string | undefined {
  const prefix = Math.floor(extent.minX / 1e6);
  if (prefix === crs.zone || prefix !== Math.floor(extent.maxX / 1e6)) return undefined;
  if (!within(extent, prefixedEastings, chinaNorthings)) return undefined;
  return `声明 ${crs.name}，但${range('东坐标', extent.minX, extent.maxX)}，以 ${prefix} 开头`;
}

function farAway(extent: Extent, crs: Crs): string | undefined {
  const easting = (extent.minX + extent.maxX) / 2;
  const northing = (extent.minY + extent.maxY) / 2;
  if (Math.abs(easting - crs.falseEasting) > 1e6) return undefined;
  if (!within(extent, [-Infinity, Infinity], chinaNorthings)) return undefined;
  const position = new Float64Array(2);
  inverseGaussKruger(crs, northing, easting, position);
  const longitude = (position[1]! * 180) / Math.PI;
  return Math.abs(longitude - crs.centralMeridian) > FARTHEST_FROM_MERIDIAN
    ? `声明 ${crs.name}（中央经线 ${crs.centralMeridian}°），但图层中心在东经 ${longitude.toFixed(1)}°`
    : undefined;
}
