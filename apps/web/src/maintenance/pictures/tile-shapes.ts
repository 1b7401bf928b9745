import { VectorTile } from '@mapbox/vector-tile';
import { queryOptions } from '@tanstack/react-query';
import { PbfReader } from 'pbf';
import { type Frame, type Tile, tilesOf } from './tile-frame.ts';

/** A feature, or the part of it that lies in a tile. */
export interface TileShape {
  readonly layer: string;
  readonly id: number;
  readonly properties: Readonly<Record<string, string | number | boolean | null | undefined>>;
  /** Rings in shares of the frame, from its north-west corner: x, y, x, y… */
  readonly rings: readonly Float64Array[];
}

/** The features of some layers of a side in a frame, from the tiles that the map is drawn from. */
export const shapesQuery = (source: string, codes: readonly string[], frame: Frame) =>
  queryOptions({
    queryKey: ['shapes', source, codes.join(','), frame.x, frame.y, frame.size],
    queryFn: async () => {
      const tiles = await Promise.all(
        tilesOf(frame).map((tile) => fetchTile(`${source}/tiles/${codes.join(',')}`, tile)),
      );
      return tiles.flatMap((found) => found && shapesIn(found.bytes, found.tile, codes, frame));
    },
    staleTime: Number.POSITIVE_INFINITY,
    enabled: codes.length > 0,
  });

async function fetchTile(layers: string, tile: Tile): Promise<{ bytes: ArrayBuffer; tile: Tile }> {
  const answer = await fetch(`${layers}/${tile.z}/${tile.x}/${tile.y}.mvt`);
  // No tile: nothing lies there.
  return { bytes: answer.ok ? await answer.arrayBuffer() : new ArrayBuffer(0), tile };
}

function shapesIn(
  bytes: ArrayBuffer,
  { z, x, y }: Tile,
  codes: readonly string[],
  frame: Frame,
): TileShape[] {
  if (bytes.byteLength === 0) return [];
  const { layers } = new VectorTile(new PbfReader(bytes));
  const side = 1 / (2 ** z * frame.size);
  const [left, top] = [(x / 2 ** z - frame.x) / frame.size, (y / 2 ** z - frame.y) / frame.size];
  return codes.flatMap((code) => {
    const layer = layers[code];
    if (!layer) return [];
    return Array.from({ length: layer.length }, (_, i): TileShape => {
      const feature = layer.feature(i);
      const rings = feature.loadGeometry().map((ring) => {
        const flat = new Float64Array(2 * ring.length);
        ring.forEach((point, at) => {
          flat[2 * at] = left + (point.x / layer.extent) * side;
          flat[2 * at + 1] = top + (point.y / layer.extent) * side;
        });
        return flat;
      });
      return { layer: code, id: feature.id ?? 0, properties: feature.properties, rings };
    });
  });
}

/** Whether a point of the frame lies in a shape, by the even-odd rule. */
export function holds({ rings }: TileShape, x: number, y: number): boolean {
  let isInside = false;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isInside = !isInside;
    }
  return isInside;
}
