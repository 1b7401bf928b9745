import {
  type Database,
  findVersion,
  type LayerTotal,
  layerTotals,
  type PlanVersion,
  readLayer,
} from '@tuheng/store';
import { LRUCache } from 'lru-cache';
import { HeldValues } from '../memory/held-values.ts';
import { ShortMemory } from '../memory/short-memory.ts';
import { type HeldLayer, holdLayer } from './held-layer.ts';

/** Versions, and lists of their layers, that are remembered. */
const LISTS = 500;
/** Milliseconds that the version in force, or of a day, is taken for it after another one may have been published. */
const IN_FORCE = 1000;

/** Of the newest versions asked for, what the services need again and again: nothing of it can change. */
export class HeldVersions {
  readonly #database: Database;
  readonly #inForce = new ShortMemory<PlanVersion>(IN_FORCE);
  readonly #numbered = new LRUCache<string, Promise<PlanVersion>>({ max: LISTS });
  readonly #lists = new LRUCache<string, Promise<readonly LayerTotal[]>>({ max: LISTS });
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
    return typeof which === 'number' ? remembered(this.#numbered, key, ask) : this.#inForce.recall(key, ask);
  }

  /** After this process has published. */
  forgetHead(): void {
    this.#inForce.forget();
  }

  /** The layers of a version and how many features they have. */
  layers(version: PlanVersion): Promise<readonly LayerTotal[]> {
    return remembered(this.#lists, nameOf(version), () => layerTotals(this.#database, version));
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

function remembered<V extends object>(
  cache: LRUCache<string, Promise<V>>,
  key: string,
  ask: () => Promise<V>,
): Promise<V> {
  const known = cache.get(key);
  if (known) return known;
  const answer = ask();
  cache.set(key, answer);
  answer.catch(() => cache.delete(key));
  return answer;
}
