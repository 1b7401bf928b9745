import { TilesError } from './errors.ts';
import { MAX_ZOOM } from './grid.ts';

/** A tile of Web Mercator: zoom, column from the west, row from the north (WebMercatorQuad of OGC). */
export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** @throws TilesError tiles.no-such-tile */
export function checkAddress({ z, x, y }: TileAddress): void {
  const within = (n: number, end: number): boolean => Number.isInteger(n) && n >= 0 && n < end;
  if (within(z, MAX_ZOOM + 1) && within(x, 2 ** z) && within(y, 2 ** z)) return;
  throw new TilesError(
    'tiles.no-such-tile',
    `没有瓦片 ${z}/${x}/${y}：级别为 0 至 ${MAX_ZOOM} 的整数，行列号为 0 至 2^级别 − 1 的整数。请检查请求的地址。`,
  );
}
