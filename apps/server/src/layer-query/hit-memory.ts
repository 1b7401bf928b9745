import type { HeldLayer } from '../held-versions/held-layer.ts';
import { HeldValues } from '../memory/held-values.ts';
import { type Conditions, findHits, type Hits, type Sort } from './hits.ts';

/** Bytes of an entry besides its rows. */
const ENTRY = 200;

/**
 * What was found last, so that a table is scrolled without looking for its features again at every page. A layer is known by what is held of it: the
 * same version read again into memory is another one.
 */
export class HitMemory {
  readonly #hits: HeldValues<Hits>;
  readonly #numbers = new WeakMap<HeldLayer, number>();
  #layers = 0;

  /** @param bytes that all hits may take together; those used longest ago go first */
  constructor(bytes: number) {
    this.#hits = new HeldValues(bytes, ({ rows }) => rows.byteLength + ENTRY);
  }

  /** @throws Problem as `findHits` */
  find(held: HeldLayer, conditions: Conditions, sort?: Sort): Promise<Hits> {
    const { filter, place, relation } = conditions;
    const key = JSON.stringify([
      this.#numberOf(held),
      filter,
      place,
      relation,
      sort?.field,
      sort?.descending === true,
    ]);
    return this.#hits.get(key, () => findHits(held, conditions, sort));
  }

  #numberOf(held: HeldLayer): number {
    const known = this.#numbers.get(held);
    if (known !== undefined) return known;
    const number = this.#layers++;
    this.#numbers.set(held, number);
    return number;
  }
}
