import type { PbfWriter } from 'pbf';
import { type AttributeTable, NO_VALUE } from './attribute-table.ts';

/** Fields of a layer. */
const KEYS = 3;
const VALUES = 4;

/** Which values a tile has taken so far, and under which numbers. */
interface Taken {
  /** Layer of a tile that took each value last. */
  readonly by: Uint32Array;
  readonly number: Uint32Array;
}

/** Attributes of the features of one layer after another: numbers for keys and values in the order in which they come up. */
export class TagWriter {
  readonly tags: number[] = [];
  readonly #taken = new WeakMap<AttributeTable, Taken>();
  #tables: readonly AttributeTable[] = [];
  /** Where the value numbers of the layer at hand come from. */
  readonly #values: [AttributeTable, number][] = [];
  #layer = 0;

  /** Begins a layer with these attributes. */
  begin(tables: readonly AttributeTable[]): void {
    this.#tables = tables;
    this.#values.length = 0;
    this.#layer++;
  }

  /** Sets `tags` to those of a shape. */
  read(shape: number): void {
    this.tags.length = 0;
    for (let key = 0; key < this.#tables.length; key++) {
      const table = this.#tables[key]!;
      const value = table.value[shape]!;
      if (value !== NO_VALUE) this.tags.push(key, this.#numberOf(table, value));
    }
  }

  /** Writes keys and values of the layer. */
  write(writer: PbfWriter): void {
    for (const { name } of this.#tables) writer.writeStringField(KEYS, name);
    for (const [{ bytes, start }, value] of this.#values) {
      writer.writeBytesField(VALUES, bytes.subarray(start[value]!, start[value + 1]!));
    }
  }

  #numberOf(table: AttributeTable, value: number): number {
    let taken = this.#taken.get(table);
    if (!taken) {
      const values = table.start.length - 1;
      taken = { by: new Uint32Array(values), number: new Uint32Array(values) };
      this.#taken.set(table, taken);
    }
    if (taken.by[value] !== this.#layer) {
      taken.by[value] = this.#layer;
      taken.number[value] = this.#values.length;
      this.#values.push([table, value]);
    }
    return taken.number[value]!;
  }
}
