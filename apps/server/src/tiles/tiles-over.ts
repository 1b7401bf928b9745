import type { Box } from '@tuheng/geometry';
import type { TileAddress } from '@tuheng/tiles';

/** Latitude where the square of Web Mercator ends. */
const EDGE = 85.0511287798066;

/** The tiles of a zoom that cover a box. @param box west, south, east, north in degrees */
export function* tilesOver([west, south, east, north]: Box, z: number): Generator<TileAddress> {
  const [x0, y0] = tileAt(west, north, z);
  const [x1, y1] = tileAt(east, south, z);
  for (let x = x0; x <= x1; x++) for (let y = y0; y <= y1; y++) yield { z, x, y };
}

/** Column and row of the tile that a point is in. */
export function tileAt(lon: number, lat: number, z: number): readonly [x: number, y: number] {
  const rad = (Math.max(-EDGE, Math.min(EDGE, lat)) * Math.PI) / 180;
  const place = (share: number): number => Math.max(0, Math.min(2 ** z - 1, Math.floor(share * 2 ** z)));
  return [place((lon + 180) / 360), place(0.5 - Math.asinh(Math.tan(rad)) / (2 * Math.PI))];
}
