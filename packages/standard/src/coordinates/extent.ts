import type { Polygons } from '@tuheng/geometry';

/** The box around a layer's coordinates, in units of the declared CRS. */
export interface Extent {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

export interface ExtentFinding {
  /** Undefined where there is not one finite vertex. */
  readonly extent: Extent | undefined;
  /** Vertices with NaN or an infinite coordinate. */
  readonly notFinite: number;
}

export function extentOf({ xy }: Pick<Polygons, 'xy'>): ExtentFinding {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  let notFinite = 0;
  for (let i = 0; i < xy.length; i += 2) {
    const x = xy[i]!;
    const y = xy[i + 1]!;
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      notFinite++;
      continue;
    }
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return { extent: minX <= maxX ? { minX, minY, maxX, maxY } : undefined, notFinite };
}

/** Whether the whole box lies in the given ranges. */
export function within(extent: Extent, x: readonly [number, number], y: readonly [number, number]): boolean {
  return extent.minX >= x[0] && extent.maxX <= x[1] && extent.minY >= y[0] && extent.maxY <= y[1];
}

/** Longitudes and latitudes of China with its seas, degrees, rounded outwards. */
export const chinaLongitudes = [73, 136] as const;
export const chinaLatitudes = [3, 54] as const;
/** Gauss–Krüger northings of the same latitudes, metres, rounded outwards. */
export const chinaNorthings = [300_000, 6_000_000] as const;
/** Eastings without a zone prefix: 500 km on the central meridian, and never more than 500 km off it. Metres. */
export const plainEastings = [0, 1_000_000] as const;
/** Zone numbers that stand in front of eastings: 6° zones 13–23, 3° zones 25–45. */
export const prefixedEastings = [13_000_000, 46_000_000] as const;
