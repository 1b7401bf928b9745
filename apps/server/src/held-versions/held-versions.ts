import {
  type Database,
  findVersion,
  type LayerTotal,
  layerTotals,
  type PlanVersion,
  readLayer,
} from '@tuheng/store';
import { type Held, HeldValues } from '../memory/held-values.ts';
import { ShortMemory } from '../memory/short-memory.ts';
import type { HeldLayer } from './held-layer.ts';
import type { HeldLayers } from './held-layers.ts';
import type { LayerSource } from './layer-source.ts';

/** Versions that are remembered. */
const VERSIONS = 500;
/** Milliseconds that the version in force, or of a day, is taken for it after another one may have been published. */
const IN_FORCE = 1000;

/** Of the versions that were asked for last, what the services need again and again: nothing of it can change. */
export class HeldVersions {
  readonly #database: Database;
  readonly #inForce = new ShortMemory<PlanVersion>(IN_FORCE);
  readonly #numbered = new HeldValues<PlanVersion>(VERSIONS, () => 1);
  readonly #layers: HeldLayers;

  constructor(database: Database, layers: HeldLayers) {
    this.#database = database;
    this.#layers = layers;
  }

  /**
   * Which version is meant, as the store's `findVersion`.
   *
   * @throws StoreError store.no-plan, no-version
   */
  find(code: string, which?: number | string): Promise<PlanVersion> {
    const key = `${code}@${which ?? 'head'}`;
    const ask = () => findVersion(this.#database, code, which);
    return typeof which === 'number' ? this.#numbered.get(key, ask) : this.#inForce.recall(key, ask);
  }

  /** After this process has published. */
  forgetHead(): void {
    this.#inForce.forget();
  }

  /** A version as layers. */
  source(version: PlanVersion): LayerSource {
    const { code, number, content } = version;
    return {
      key: `${code}@${number}`,
      content: `${code} ${content}`,
      title: `${code} 第 ${number} 版`,
      totals: () => layerTotals(this.#database, version),
      read: (layer) => readLayer(this.#database, version, layer),
    };
  }

  /** The layers of a version and how many features they have. */
  layers(version: PlanVersion): Promise<readonly LayerTotal[]> {
    return this.#layers.totals(this.source(version));
  }

  /** The layers in memory. */
  get heldLayers(): Held {
    return this.#layers.held;
  }

  /** One layer of a version. @throws StoreError store.no-layer */
  layer(version: PlanVersion, code: string): Promise<HeldLayer> {
    return this.#layers.layer(this.source(version), code);
  }
}
