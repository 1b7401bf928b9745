/** Bytes of a SHA-256. */
export const DIGEST = 32;

/** Bits of a whole number in a double. */
const EXACT_BITS = 53;
const KEY_BITS = 32;

/** The marks of the features of a layer, one after the other in one buffer: the digest of each, and behind it its number (BSM) in UTF-8. */
export class FeatureMarks {
  #bytes = Buffer.alloc(1 << 12);
  /** Where each ends; the first entry is where the first begins. */
  #ends = new Float64Array(1 << 8);
  #length = 0;

  /** Features. */
  get length(): number {
    return this.#length;
  }

  get bytes(): number {
    return this.#ends[this.#length]!;
  }

  add(digest: Buffer, bsm: string | null): void {
    this.addMark(bsm === null ? digest : Buffer.concat([digest, Buffer.from(bsm, 'utf8')]));
  }

  addMark(mark: Buffer): void {
    const end = this.bytes + mark.length;
    if (end > this.#bytes.length) {
      const grown = Buffer.alloc(2 * end);
      this.#bytes.copy(grown);
      this.#bytes = grown;
    }
    if (this.#length + 1 === this.#ends.length) {
      const grown = new Float64Array(2 * this.#ends.length);
      grown.set(this.#ends);
      this.#ends = grown;
    }
    this.#bytes.set(mark, this.bytes);
    this.#ends[++this.#length] = end;
  }

  /** Bytes of one mark. */
  size(f: number): number {
    return this.#ends[f + 1]! - this.#ends[f]!;
  }

  /** Copies one mark; returns its bytes. */
  copy(f: number, target: Buffer, at: number): number {
    return this.#bytes.copy(target, at, this.#ends[f]!, this.#ends[f + 1]!);
  }

  /** The digest of a feature as a key of a map: a character each byte. */
  key(f: number): string {
    return this.#bytes.toString('latin1', this.#ends[f]!, this.#ends[f]! + DIGEST);
  }

  /**
   * The features in the order of their marks. First by the beginning of the digests, which makes one number with the feature's place and so needs
   * no comparison of our own; only the few that begin alike are compared byte by byte.
   */
  sorted(): Uint32Array {
    const places = 2 ** (KEY_BITS - Math.clz32(this.#length));
    const cut = 2 ** Math.max(0, KEY_BITS + Math.log2(places) - EXACT_BITS);
    const keys = new Float64Array(this.#length);
    const beginning = (f: number): number => Math.floor(this.#bytes.readUInt32BE(this.#ends[f]!) / cut);
    for (let f = 0; f < keys.length; f++) keys[f] = beginning(f) * places + f;
    const order = Uint32Array.from(keys.sort(), (key) => key % places);
    const compare = (a: number, b: number): number =>
      this.#bytes.compare(
        this.#bytes,
        this.#ends[b]!,
        this.#ends[b + 1]!,
        this.#ends[a]!,
        this.#ends[a + 1]!,
      );
    for (let from = 0, to = 1; from < order.length; from = to++) {
      while (to < order.length && beginning(order[to]!) === beginning(order[from]!)) to++;
      if (to - from > 1) order.subarray(from, to).sort(compare);
    }
    return order;
  }
}
