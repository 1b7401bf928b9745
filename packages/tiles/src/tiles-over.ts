import type { Box } from '@tuheng/geometry';
import { CGCS2000 } from '@tuheng/standard';
import { toMercator } from './mercator.ts';
import type { TileAddress } from './tile-address.ts';

const project = toMercator(CGCS2000);

/** Column and row of the tile that a place is in, or that is closest to it beyond the square of Web Mercator. Degrees. */
export function tileAt(longitude: number, latitude: number, z: number): readonly [x: number, y: number] {
  const out: [number, number] = [0, 0];
  project(longitude, latitude, out);
  const place = (share: number): number => Math.max(0, Math.min(2 ** z - 1, Math.floor(share * 2 ** z)));
  return [place(out[0]), place(out[1])];
}

/** The tiles of a zoom that cover a box. @param box west, south, east, north in degrees */
export function* tilesOver([west, south, east, north]: Box, z: number): Generator<TileAddress> {
  const [x0, y0] = tileAt(west, north, z);
  const [x1, y1] = tileAt(east, south, z);
  for (let x = x0; x <= x1; x++) for (let y = y0; y <= y1; y++) yield { z, x, y };
}
