import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';

const decoder = new TextDecoder();

/** Texts of a column that are remembered; a power of two. */
const SLOTS = 4096;
/** After so many texts a column of which less than an eighth repeats is not remembered any more. */
const TRIAL = 4096;

/** Text `bytes[from … to)` of a property. The format knows no plain dates: midnight is how GDAL writes one. */
export function textOf(bytes: Uint8Array, from: number, to: number, type: ColumnType): string {
  const text = decoder.decode(bytes.subarray(from, to));
  return type === ColumnType.DateTime ? text.replace(/T00:00:00(\.0+)?Z?$/, '') : text;
}

/** Texts of a column by their bytes: codes and names repeat, and a known one is neither decoded nor kept again. */
export class TextCache {
  readonly #bytes: (Uint8Array | undefined)[] = [];
  readonly #texts: string[] = [];
  #asked = 0;
  #hits = 0;

  get(bytes: Uint8Array, from: number, to: number, type: ColumnType): string {
    if (this.#asked >= TRIAL && this.#hits * 8 < this.#asked) return textOf(bytes, from, to, type);
    this.#asked++;
    let hash = to - from;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    const known = this.#bytes[slot];
    if (known && sameBytes(known, bytes, from, to)) {
      this.#hits++;
      return this.#texts[slot]!;
    }
    const text = textOf(bytes, from, to, type);
    this.#bytes[slot] = bytes.slice(from, to);
    this.#texts[slot] = text;
    return text;
  }
}

function sameBytes(known: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (known.length !== to - from) return false;
  for (let i = 0; i < known.length; i++) if (known[i] !== bytes[from + i]) return false;
  return true;
}
