import type { Note } from '@tuheng/standard';
import { printable } from './printable.ts';

/** Collects what a person should know about how one layer was read. */
export class LayerNotes {
  readonly all: Note[] = [];
  readonly #layer: string;
  readonly #sourceName: string;

  constructor(layer: string, sourceName: string) {
    this.#layer = layer;
    this.#sourceName = sourceName;
  }

  add(code: string, what: string, count?: number): void {
    this.all.push({
      code,
      layer: this.#layer,
      ...(count === undefined ? {} : { count }),
      message: `图层 ${printable(this.#sourceName)}：${what.replace(/\p{C}/gu, '?')}。`,
    });
  }

  /** Adds a note only where there is something to count. */
  count(code: string, count: number, what: (count: number) => string): void {
    if (count > 0) this.add(code, what(count), count);
  }

  /** Adds a note only where there is something to name. */
  list(code: string, names: readonly string[], what: (names: string) => string): void {
    if (names.length > 0) this.add(code, what(names.join('、')), names.length);
  }
}
