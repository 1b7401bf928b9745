import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { TileAddress, TilePool } from '@tuheng/tiles';
import type { Metrics } from '../health/metrics.ts';
import type { HeldLayers } from '../held-versions/held-layers.ts';
import type { LayerSource } from '../held-versions/layer-source.ts';
import { type Held, HeldValues } from '../memory/held-values.ts';
import { PreparedLayers } from './prepared-layers.ts';
import type { TileDisk } from './tile-disk.ts';

const compress = promisify(gzip);

/** Bytes of tiles in memory. */
const MEMORY = 256 * 1024 ** 2;
/** What a tile takes of it besides. */
const ENTRY = 100;
/** Finer tiles are cut in a moment, and there are too many of them to keep. */
const FINEST_KEPT = 16;
/** Level of gzip: higher ones take longer than cutting the tile does. */
const LEVEL = 5;

export interface TileServiceParts {
  readonly layers: HeldLayers;
  /** Starts the threads; they are not wanted before the first tile. */
  readonly startPool: () => TilePool;
  readonly disk: TileDisk;
  readonly metrics: Metrics;
}

/** The threads, and the layers that they have. */
interface Workers {
  readonly pool: TilePool;
  readonly layers: PreparedLayers;
}

/** The tiles of all versions of all plans, and of the sides of reviews: from memory, from the disk, or cut by the workers. */
export class TileService {
  readonly #startWorkers: () => Workers;
  #started: Workers | undefined;
  readonly #disk: TileDisk;
  readonly #metrics: Metrics;
  readonly #memory = new HeldValues<Buffer>(MEMORY, ({ length }) => length + ENTRY);

  /** @param bytes that the layers may take in the workers */
  constructor({ layers, startPool, disk, metrics }: TileServiceParts, bytes: number) {
    this.#startWorkers = () => {
      const pool = startPool();
      return { pool, layers: new PreparedLayers(layers, pool, bytes) };
    };
    this.#disk = disk;
    this.#metrics = metrics;
  }

  /**
   * A tile of some layers of a source, gzipped; no bytes where nothing is there.
   *
   * @throws StoreError store.no-layer; TilesError tiles.no-such-tile
   */
  async tile(source: LayerSource, layers: readonly string[], address: TileAddress): Promise<Buffer> {
    const set = setOf(source, layers);
    const key = `${set}/${address.z}/${address.x}/${address.y}`;
    let isNew = false;
    const tile = await this.#memory.get(key, () => {
      isNew = true;
      return this.#fetch(set, source, layers, address);
    });
    if (!isNew) this.#metrics.tileServed('memory');
    return tile;
  }

  /** The tiles in memory. */
  get heldTiles(): Held {
    return this.#memory.held;
  }

  /** Bytes of the tiles on the disk; undefined before they were counted first. */
  get diskBytes(): number | undefined {
    return this.#disk.bytes;
  }

  /** Makes room on the disk. */
  async trimDisk(): Promise<void> {
    await this.#disk.trim();
  }

  get #workers(): Workers {
    this.#started ??= this.#startWorkers();
    return this.#started;
  }

  close(): void {
    this.#started?.pool.close();
  }

  async #fetch(
    set: string,
    source: LayerSource,
    layers: readonly string[],
    address: TileAddress,
  ): Promise<Buffer> {
    const isKept = address.z <= FINEST_KEPT;
    const stored = isKept ? await this.#disk.read(set, address) : undefined;
    if (stored) {
      this.#metrics.tileServed('disk');
      return stored;
    }
    const { pool, layers: prepared } = this.#workers;
    const { bytes } = await prepared.use(source, layers, (keys) => pool.cut(address, keys));
    const packed = bytes.length === 0 ? Buffer.alloc(0) : await compress(bytes, { level: LEVEL });
    this.#metrics.tileServed('cut');
    // A full disk makes tiles slower, not wrong.
    if (isKept) this.#disk.write(set, address, packed).catch(() => {});
    return packed;
  }
}

/** Name of a folder: what the tiles are made from decides it, and nothing that a client writes stands in it. */
function setOf({ content }: LayerSource, layers: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([FORMAT, content, layers]))
    .digest('hex')
    .slice(0, 32);
}

/** Changes when the same layers would give other tiles. */
const FORMAT = 2;
