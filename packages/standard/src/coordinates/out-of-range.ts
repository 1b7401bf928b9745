import { type CoordinateFault, range } from './coordinate-fault.ts';
import { chinaLatitudes, chinaLongitudes, chinaNorthings, type Extent } from './extent.ts';

/** Nothing of the layer lies in China, and none of the other faults explains it. */
export const outOfRange: CoordinateFault = {
  code: 'out-of-range',
  detect: (extent, crs) => {
    const [x, y] =
      crs.kind === 'geographic'
        ? [chinaLongitudes, chinaLatitudes]
        : [[crs.falseEasting - 1e6, crs.falseEasting + 1e6] as const, chinaNorthings];
    return isApart(extent, x, y)
      ? `${crs.name}，${range('X', extent.minX, extent.maxX)}，${range('Y', extent.minY, extent.maxY)}`
      : undefined;
  },
};

function isApart(extent: Extent, x: readonly [number, number], y: readonly [number, number]): boolean {
  return extent.maxX < x[0] || extent.minX > x[1] || extent.maxY < y[0] || extent.minY > y[1];
}
