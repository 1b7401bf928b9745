import { LRUCache } from 'lru-cache';

/** What is kept in memory; `bytes` is what the values are counted as. */
export interface Held {
  readonly count: number;
  readonly bytes: number;
}

/** Values that take long to make: made once, however many ask at the same time, and kept while there is room. */
export class HeldValues<V extends object> {
  readonly #kept: LRUCache<string, V>;
  readonly #underWay = new Map<string, Promise<V>>();

  /**
   * @param room that all may take together, bytes as a rule; those used longest ago go first
   * @param sizeOf what one takes of it
   * @param dropped told of each that went
   */
  constructor(room: number, sizeOf: (value: V) => number, dropped?: (key: string) => void) {
    this.#kept = new LRUCache<string, V>({
      maxSize: room,
      sizeCalculation: (value) => Math.max(1, sizeOf(value)),
      ...(dropped && {
        dispose: (_: V, key: string, reason: string) => {
          if (reason !== 'set') dropped(key);
        },
      }),
    });
  }

  /** How many are kept, and what they take. */
  get held(): Held {
    return { count: this.#kept.size, bytes: this.#kept.calculatedSize };
  }

  /** The value of a key, or else what `make` makes. A rejection is not remembered. A value with no room is given out and not kept. */
  async get(key: string, make: () => Promise<V>): Promise<V> {
    const kept = this.#kept.get(key);
    if (kept) return kept;
    let making = this.#underWay.get(key);
    if (!making) {
      making = make()
        .then((value) => {
          this.#kept.set(key, value);
          return value;
        })
        .finally(() => this.#underWay.delete(key));
      this.#underWay.set(key, making);
    }
    return making;
  }
}
