import type { TaskReply } from '@tuheng/geometry';
import { type NumberedFeatures, type PrepareOptions, prepareLayer } from '../prepare-layer.ts';
import type { TileAddress } from '../tile-address.ts';
import { type CutOptions, type Tile, TileCutter } from '../tile-cutter.ts';
import { shareTileLayer, type TileLayer } from '../tile-layer.ts';

/** What a worker that cuts tiles can be asked. It keeps the layers that it was given, in shared memory, under the names given to them. */
export type TileTasks = {
  /** Prepares a layer, which takes seconds, away from the thread that answers; the result is in shared memory. */
  prepare(input: { readonly features: NumberedFeatures; readonly options: PrepareOptions }): TileLayer;
  load(input: { readonly key: string; readonly layer: TileLayer }): void;
  unload(key: string): void;
  /** The tile of the layers under these names, which must have been loaded. */
  cut(input: {
    readonly address: TileAddress;
    readonly keys: readonly string[];
    readonly options: CutOptions;
  }): Tile;
};

/** The tasks of one worker. */
export function tileTasks(): TileTasks {
  const cutter = new TileCutter();
  const layers = new Map<string, TileLayer>();
  return {
    prepare: ({ features, options }) => shareTileLayer(prepareLayer(features, options)),
    load({ key, layer }) {
      layers.set(key, layer);
    },
    unload(key) {
      layers.delete(key);
    },
    cut: ({ address, keys, options }) =>
      cutter.cut(
        address,
        keys.map((key) => layers.get(key)!),
        options,
      ),
  };
}

/** Memory of a reply that its worker can give away: that of a tile. */
export function memoryOf(reply: TaskReply): ArrayBuffer[] {
  const output = 'output' in reply ? (reply.output as Tile | TileLayer | undefined) : undefined;
  return output && 'bytes' in output ? [output.bytes.buffer] : [];
}
