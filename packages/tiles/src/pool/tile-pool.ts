import { shareArray, sharePolygons, type WorkerPool } from '@tuheng/geometry';
import { TilesError } from '../errors.ts';
import type { NumberedFeatures, PrepareOptions } from '../prepare-layer.ts';
import { checkAddress, type TileAddress } from '../tile-address.ts';
import type { CutOptions, Tile } from '../tile-cutter.ts';
import { shareTileLayer, type TileLayer, tileLayerBytes } from '../tile-layer.ts';
import type { TileTasks } from './tile-tasks.ts';

/** Workers that cut tiles from layers in shared memory. */
export class TilePool {
  readonly #workers: WorkerPool<TileTasks>;
  readonly #loaded = new Set<string>();

  constructor(workers: WorkerPool<TileTasks>) {
    this.#workers = workers;
  }

  /** Gives a layer to all workers under a name, such as version and code; another of that name is replaced. */
  async load(key: string, layer: TileLayer): Promise<void> {
    await this.#workers.everywhere('load', { key, layer: shareTileLayer(layer) });
    this.#loaded.add(key);
  }

  /**
   * Prepares a layer in one of the workers and gives it to all, under a name.
   *
   * @param options without a function, which cannot be sent to a worker
   * @returns bytes that it takes
   */
  async prepare(
    key: string,
    { layer, ids }: NumberedFeatures,
    options: Omit<PrepareOptions, 'union'>,
  ): Promise<number> {
    const { code, crs, polygons, columns } = layer;
    const fields = [...options.attributes, ...(options.classes ?? [])];
    const sent = {
      code,
      crs,
      polygons: sharePolygons(polygons),
      // Only what tiles carry: the rest would be copied for nothing.
      columns: new Map([...columns].filter(([name]) => fields.includes(name))),
    };
    const input = { features: { layer: sent, ids: shareArray(ids) }, options };
    const [prepared] = await this.#workers.run('prepare', [input]);
    await this.load(key, prepared!);
    return tileLayerBytes(prepared!);
  }

  has(key: string): boolean {
    return this.#loaded.has(key);
  }

  /** Forgets a layer; its memory is free when the tiles that are being cut from it are done. */
  async unload(key: string): Promise<void> {
    this.#loaded.delete(key);
    await this.#workers.everywhere('unload', key);
  }

  /** As `TileCutter.cut` does. @throws TilesError tiles.no-such-tile, tiles.not-loaded; Error of a worker that died */
  async cut(address: TileAddress, keys: readonly string[], options: CutOptions = {}): Promise<Tile> {
    checkAddress(address);
    for (const key of keys) {
      if (!this.#loaded.has(key)) {
        throw new TilesError('tiles.not-loaded', `图层 ${key} 尚未载入切片进程。请先载入，再请求瓦片。`);
      }
    }
    const [tile] = await this.#workers.run('cut', [{ address, keys, options }]);
    return tile!;
  }

  /** Ends the workers. */
  close(): void {
    this.#workers.close();
  }
}
