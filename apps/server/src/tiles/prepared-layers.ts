import type { TilePool } from '@tuheng/tiles';
import type { HeldLayers } from '../held-versions/held-layers.ts';
import type { LayerSource } from '../held-versions/layer-source.ts';
import { HeldValues } from '../memory/held-values.ts';
import { tileAttributes } from './tile-attributes.ts';

interface PreparedLayer {
  readonly bytes: number;
}

/** The layers that the workers have ready to be cut: those used longest ago go when there is no room, but none that is being cut from. */
export class PreparedLayers {
  readonly #layers: HeldLayers;
  readonly #pool: TilePool;
  readonly #held: HeldValues<PreparedLayer>;
  /** How many are cutting from each. */
  readonly #users = new Map<string, number>();
  /** Those that are to go when nobody cuts from them any more. */
  readonly #leaving = new Set<string>();

  /** @param bytes that they may take in the workers; a layer that alone takes more is held nevertheless, until the next one comes */
  constructor(layers: HeldLayers, pool: TilePool, bytes: number) {
    this.#layers = layers;
    this.#pool = pool;
    this.#held = new HeldValues(
      bytes,
      (layer) => Math.min(layer.bytes, bytes),
      (key) => this.#leave(key),
    );
  }

  /**
   * Cuts from layers of a source, under the names that the workers know them by.
   *
   * @throws StoreError store.no-layer
   */
  async use<T>(
    source: LayerSource,
    layers: readonly string[],
    cut: (keys: readonly string[]) => Promise<T>,
  ): Promise<T> {
    const keys = layers.map((code) => `${source.key}/${code}`);
    for (const key of keys) this.#users.set(key, (this.#users.get(key) ?? 0) + 1);
    try {
      await Promise.all(layers.map((code, i) => this.#prepare(source, code, keys[i]!)));
      return await cut(keys);
    } finally {
      for (const key of keys) this.#release(key);
    }
  }

  async #prepare(source: LayerSource, code: string, key: string): Promise<void> {
    await this.#held.get(key, async () => {
      const { layer, ids } = await this.#layers.layer(source, code);
      const fields = [...layer.columns].map(([name, { kind }]) => [name, kind] as const);
      const bytes = await this.#pool.prepare(key, { layer, ids }, tileAttributes(fields));
      this.#leaving.delete(key);
      return { bytes };
    });
  }

  #release(key: string): void {
    const users = this.#users.get(key)! - 1;
    if (users > 0) {
      this.#users.set(key, users);
      return;
    }
    this.#users.delete(key);
    if (this.#leaving.delete(key)) this.#unload(key);
  }

  #leave(key: string): void {
    if (this.#users.has(key)) this.#leaving.add(key);
    else this.#unload(key);
  }

  /** A pool that is closed meanwhile has nothing to unload any more. */
  #unload(key: string): void {
    this.#pool.unload(key).catch(() => {});
  }
}
