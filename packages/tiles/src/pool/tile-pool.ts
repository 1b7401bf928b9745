import type { WorkerPool } from '@tuheng/geometry';
import { TilesError } from '../errors.ts';
import { checkAddress, type TileAddress } from '../tile-address.ts';
import type { CutOptions, Tile } from '../tile-cutter.ts';
import { shareTileLayer, type TileLayer } from '../tile-layer.ts';
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
