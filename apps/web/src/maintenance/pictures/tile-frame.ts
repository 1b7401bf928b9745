import type { LonLatBox } from '../../map/pane.ts';

/** A square in Web Mercator, of which the whole world is 1 by 1; y grows southwards. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** From this zoom on tiles hold every vertex. */
const FINEST = 17;

export function worldX(lon: number): number {
  return lon / 360 + 0.5;
}

export function worldY(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** Metres of the world's side at the equator (Web Mercator, WGS 84 major axis). */
const WORLD = 2 * Math.PI * 6378137;

/**
 * What a small picture of a piece shows: all of it with what surrounds it, or a stretch of it where it is long, so that a sliver still has a width.
 *
 * @param point of the piece, which stands in the middle where it does not fit
 * @param most metres that a picture shows
 * @param least metres that it shows around the smallest piece
 */
export function frameOf(
  box: LonLatBox,
  point: readonly [lon: number, lat: number],
  least = 60,
  most = 600,
): Frame {
  const metre = 1 / (WORLD * Math.cos((point[1] * Math.PI) / 180));
  const [west, south, east, north] = box;
  const span = Math.max(worldX(east) - worldX(west), worldY(south) - worldY(north)) * 1.4;
  const size = Math.min(most * metre, Math.max(least * metre, span));
  const fits = span <= size;
  const [lon, lat] = fits ? [(west + east) / 2, (south + north) / 2] : point;
  return { x: worldX(lon) - size / 2, y: worldY(lat) - size / 2, size };
}

/** The tiles that a frame is drawn from, four at most. */
export function tilesOf({ x, y, size }: Frame): readonly Tile[] {
  const z = Math.min(FINEST, Math.max(0, Math.floor(Math.log2(1 / size))));
  const scale = 2 ** z;
  const [x0, y0] = [Math.floor(x * scale), Math.floor(y * scale)];
  const [x1, y1] = [Math.floor((x + size) * scale), Math.floor((y + size) * scale)];
  const tiles: Tile[] = [];
  for (let ty = y0; ty <= y1; ty++) for (let tx = x0; tx <= x1; tx++) tiles.push({ z, x: tx, y: ty });
  return tiles;
}
