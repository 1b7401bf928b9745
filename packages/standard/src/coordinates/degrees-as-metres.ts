import { type CoordinateFault, range } from './coordinate-fault.ts';
import { within } from './extent.ts';

/** A projected CRS is declared, but every coordinate is a possible longitude and latitude (in either order). */
export const degreesAsMetres: CoordinateFault = {
  code: 'degrees-as-metres',
  detect: (extent, crs) =>
    crs.kind === 'gauss-kruger' && within(extent, [-180, 180], [-180, 180])
      ? `${range('X', extent.minX, extent.maxX)}，${range('Y', extent.minY, extent.maxY)}`
      : undefined,
};
