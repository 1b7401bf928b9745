/** Units along the side of a tile: the grid its coordinates lie on. */
export const EXTENT = 4096;

/** Units around a tile that are drawn too, so that outlines and their joins go on behind its border. */
export const BUFFER = 64;

/**
 * From this zoom on tiles are exact: every vertex, every feature. A unit is 7.5 cm on the equator and 5 cm in the north of China,
 * less than a boundary is surveyed to.
 */
export const EXACT_ZOOM = 17;

/** Zooms have a tile address up to here. */
export const MAX_ZOOM = 24;

/** Below `EXACT_ZOOM`: how far, in units, a border may move where vertices are left out. An eighth of a pixel of a tile drawn 512 pixels wide. */
export const TOLERANCE = 1;

/** Below `EXACT_ZOOM`: parts of less than so many square units, a sixteenth of such a pixel, are drawn by stand-ins. */
export const LEAST_AREA = 4;

/** Where the features of a layer would measure less than this on the average (4 × 4 such pixels), their classes are drawn instead. */
export const LEAST_MEAN_AREA = 1024;

/** Units along the side of the world at a zoom. */
export function worldUnits(zoom: number): number {
  return EXTENT * 2 ** zoom;
}
