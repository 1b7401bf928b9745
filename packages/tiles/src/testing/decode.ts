import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { TileAddress } from '../tile-address.ts';
import { type CutOptions, TileCutter } from '../tile-cutter.ts';
import type { TileLayer } from '../tile-layer.ts';

/** Layers of a tile by name, as @mapbox/vector-tile reads them. */
export function decode(bytes: Uint8Array): ReadonlyMap<string, readonly VectorTileFeature[]> {
  const { layers } = new VectorTile(new PbfReader(bytes));
  return new Map(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, k) => layer.feature(k)),
    ]),
  );
}

/** A ring as x, y, x, y …, the first point repeated at the end. */
export function ringsOf(feature: VectorTileFeature): number[][] {
  return feature.loadGeometry().map((ring) => ring.flatMap(({ x, y }) => [x, y]));
}

/** Positive as the outer ring of a tile's polygon. */
export function ringArea(ring: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i + 3 < ring.length; i += 2) sum += ring[i]! * ring[i + 3]! - ring[i + 2]! * ring[i + 1]!;
  return sum / 2;
}

/** Square units of a feature, holes taken off. */
export function areaOf(feature: VectorTileFeature): number {
  return ringsOf(feature).reduce((sum, ring) => sum + ringArea(ring), 0);
}

/** Addresses of the tiles that a layer lies in. */
export function tilesOf(layer: TileLayer, z: number): TileAddress[] {
  const [minX, minY, maxX, maxY] = layer.features.tree.boxes.slice(-4).map((c) => Math.floor(c * 2 ** z));
  const tiles: TileAddress[] = [];
  for (let x = minX!; x <= maxX!; x++) for (let y = minY!; y <= maxY!; y++) tiles.push({ z, x, y });
  return tiles;
}

/** The features of a layer in one tile. */
export function cutFeatures(
  layer: TileLayer,
  address: TileAddress,
  options?: CutOptions,
): readonly VectorTileFeature[] {
  return decode(new TileCutter().cut(address, [layer], options).bytes).get(layer.name) ?? [];
}
