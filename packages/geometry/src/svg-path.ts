import type { ArealGeometry } from './lon-lat-geometry.ts';

/** A picture of some ground: degrees to pixels, north up, true to scale at the middle latitude. */
export interface PictureFrame {
  readonly width: number;
  readonly height: number;
  /** Degrees of the left and the upper edge. */
  readonly west: number;
  readonly north: number;
  /** Pixels a degree. */
  readonly across: number;
  readonly down: number;
  /** Metres a pixel at the middle latitude. */
  readonly metresPerPixel: number;
}

/** Metres a degree of latitude, near enough for the scale of a picture. */
const METRES_PER_DEGREE = 111_320;

/**
 * The frame in which all of `geometries` (degrees) fit with a margin; undefined where there is no corner to fit.
 *
 * @param width of the picture in pixels; the height follows from the ground, at most `mostHeight`
 */
export function frameAround(
  geometries: readonly ArealGeometry[],
  width: number,
  mostHeight: number,
  margin = 8,
): PictureFrame | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of geometries.flatMap(ringsOf)) {
    for (const [x, y] of ring) {
      west = Math.min(west, x!);
      south = Math.min(south, y!);
      east = Math.max(east, x!);
      north = Math.max(north, y!);
    }
  }
  if (west > east) return undefined;
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [spanX, spanY] = [Math.max((east - west) * shrink, 1e-9), Math.max(north - south, 1e-9)];
  const down = Math.min((width - 2 * margin) / spanX, (mostHeight - 2 * margin) / spanY);
  const height = Math.ceil(spanY * down + 2 * margin);
  const across = down * shrink;
  return {
    width,
    height,
    // In the middle of the width that was asked for.
    west: west - (width - (east - west) * across) / 2 / across,
    north: north + margin / down,
    across,
    down,
    metresPerPixel: METRES_PER_DEGREE / down,
  };
}

/** Rings of a geometry, outer and inner ones alike. */
export function ringsOf(geometry: ArealGeometry): number[][][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** The `d` of an SVG path (fill rule evenodd) of a geometry in a frame; corners that fall on the same tenth of a pixel are left out. */
export function svgPath(geometry: ArealGeometry, frame: PictureFrame): string {
  let path = '';
  for (const ring of ringsOf(geometry)) {
    let last = '';
    const corners: string[] = [];
    for (const [x, y] of ring) {
      const corner = `${tenth((x! - frame.west) * frame.across)} ${tenth((frame.north - y!) * frame.down)}`;
      if (corner !== last) corners.push(corner);
      last = corner;
    }
    if (corners.length > 3) path += `M${corners.slice(0, -1).join('L')}Z`;
  }
  return path;
}

const tenth = (pixels: number): number => Math.round(pixels * 10) / 10;
