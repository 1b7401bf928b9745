import { type CoordinateFault, range } from './coordinate-fault.ts';

/** The geographic CRS is declared, but every coordinate is far beyond what an angle can be. */
export const metresAsDegrees: CoordinateFault = {
  code: 'metres-as-degrees',
  detect: (extent, crs) =>
    crs.kind === 'geographic' && extent.minX > 360 && extent.minY > 360
      ? `${range('X', extent.minX, extent.maxX)}，${range('Y', extent.minY, extent.maxY)}`
      : undefined,
};
