import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { PlanVersion } from '@tuheng/store';
import type { TileAddress, TilePool } from '@tuheng/tiles';
import { LRUCache } from 'lru-cache';
import type { Metrics } from '../health/metrics.ts';
import type { HeldVersions } from '../held-versions/held-versions.ts';
import { HeldValues } from '../memory/held-values.ts';
import { tileAttributes } from './tile-attributes.ts';
import type { TileDisk } from './tile-disk.ts';

const compress = promisify(gzip);

/** Bytes of tiles in memory. */
const MEMORY = 256 * 1024 ** 2;
/** Finer tiles are cut in a moment, and there are too many of them to keep. */
const FINEST_KEPT = 16;
/** Level of gzip: higher ones take longer than cutting the tile does. */
const LEVEL = 5;

export interface TileServiceParts {
  readonly versions: HeldVersions;
  /** Starts the threads; they are not wanted before the first tile. */
  readonly startPool: () => TilePool;
  readonly disk: TileDisk;
  readonly metrics: Metrics;
}

interface PreparedLayer {
  readonly bytes: number;
}

/** The tiles of all versions of all plans: from memory, from the disk, or cut by the workers. */
export class TileService {
  readonly #versions: HeldVersions;
  readonly #startPool: () => TilePool;
  #started: TilePool | undefined;
  readonly #disk: TileDisk;
  readonly #metrics: Metrics;
  readonly #memory = new LRUCache<string, Buffer>({
    maxSize: MEMORY,
    sizeCalculation: ({ length }) => length + 100,
  });
  /** Layers that the workers have. */
  readonly #prepared: HeldValues<PreparedLayer>;
  /** Asked for and not there yet: two who want the same tile wait for one. */
  readonly #underWay = new Map<string, Promise<Buffer>>();

  /** @param bytes that the layers may take in the workers */
  constructor({ versions, startPool, disk, metrics }: TileServiceParts, bytes: number) {
    this.#versions = versions;
    this.#startPool = startPool;
    this.#disk = disk;
    this.#metrics = metrics;
    this.#prepared = new HeldValues(
      bytes,
      (layer) => layer.bytes,
      (key) => void this.#pool.unload(key),
    );
  }

  /**
   * A tile of some layers of a version, gzipped; no bytes where nothing is there.
   *
   * @throws StoreError store.no-layer; TilesError tiles.no-such-tile
   */
  async tile(version: PlanVersion, layers: readonly string[], address: TileAddress): Promise<Buffer> {
    const set = setOf(version, layers);
    const key = `${set}/${address.z}/${address.x}/${address.y}`;
    const known = this.#memory.get(key);
    if (known) {
      this.#metrics.tileServed('memory');
      return known;
    }
    let tile = this.#underWay.get(key);
    if (!tile) {
      tile = this.#fetch(set, version, layers, address).finally(() => this.#underWay.delete(key));
      this.#underWay.set(key, tile);
    }
    const bytes = await tile;
    this.#memory.set(key, bytes);
    return bytes;
  }

  get #pool(): TilePool {
    this.#started ??= this.#startPool();
    return this.#started;
  }

  close(): void {
    this.#started?.close();
  }

  async #fetch(
    set: string,
    version: PlanVersion,
    layers: readonly string[],
    address: TileAddress,
  ): Promise<Buffer> {
    const isKept = address.z <= FINEST_KEPT;
    const stored = isKept ? await this.#disk.read(set, address) : undefined;
    if (stored) {
      this.#metrics.tileServed('disk');
      return stored;
    }
    const keys = await Promise.all(layers.map((layer) => this.#prepare(version, layer)));
    const { bytes } = await this.#pool.cut(address, keys);
    const packed = bytes.length === 0 ? Buffer.alloc(0) : await compress(bytes, { level: LEVEL });
    this.#metrics.tileServed('cut');
    // A full disk makes tiles slower, not wrong.
    if (isKept) this.#disk.write(set, address, packed).catch(() => {});
    return packed;
  }

  /** Makes a layer ready in all workers, once; returns its name there. */
  async #prepare(version: PlanVersion, code: string): Promise<string> {
    const key = `${version.code}@${version.number}/${code}`;
    await this.#prepared.get(key, async () => {
      const { layer, ids } = await this.#versions.layer(version, code);
      const fields = [...layer.columns].map(([name, { kind }]) => [name, kind] as const);
      return { bytes: await this.#pool.prepare(key, { layer, ids }, tileAttributes(fields)) };
    });
    return key;
  }
}

/** Name of a folder: what the tiles are made from decides it, and nothing that a client writes stands in it. */
function setOf({ code, content }: PlanVersion, layers: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([FORMAT, code, content, layers]))
    .digest('hex')
    .slice(0, 32);
}

/** Changes when the same layers would give other tiles. */
const FORMAT = 1;
