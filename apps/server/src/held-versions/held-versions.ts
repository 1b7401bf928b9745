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
import { type HeldLayer, holdLayer } from './held-layer.ts';

/** Versions, and lists of their layers, that are remembered. */
const LISTS = 500;
/** Milliseconds that the version in force, or of a day, is taken for it after another one may have been published. */
const IN_FORCE = 1000;

/** Of the versions that were asked for last, what the services need again and again: nothing of it can change. */
export class HeldVersions {
  readonly #database: Database;
  readonly #inForce = new ShortMemory<PlanVersion>(IN_FORCE);
  readonly #numbered = new HeldValues<PlanVersion>(LISTS, () => 1);
  readonly #lists = new HeldValues<readonly LayerTotal[]>(LISTS, () => 1);
  readonly #layers: HeldValues<HeldLayer>;

  /** @param bytes that the layers may take together; those used longest ago go first */
  constructor(database: Database, bytes: number) {
    this.#database = database;
    this.#layers = new HeldValues(bytes, (layer) => layer.bytes);
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

  /** The layers of a version and how many features they have. */
  layers(version: PlanVersion): Promise<readonly LayerTotal[]> {
    return this.#lists.get(nameOf(version), () => layerTotals(this.#database, version));
  }

  /** The layers in memory. */
  get heldLayers(): Held {
    return this.#layers.held;
  }

  /** One layer of a version. @throws StoreError store.no-layer */
  layer(version: PlanVersion, code: string): Promise<HeldLayer> {
    return this.#layers.get(`${nameOf(version)}/${code}`, async () =>
      holdLayer(await readLayer(this.#database, version, code)),
    );
  }
}

function nameOf({ code, number }: PlanVersion): string {
  return `${code}@${number}`;
}
