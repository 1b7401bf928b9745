/** PostgreSQL's binary COPY format, version of 7.4: a header, rows of fields with their lengths, a trailer. */
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
/** Signature, flags, length of the extension. */
const HEADER = SIGNATURE.length + 8;

/** Writes rows of a binary COPY into one growing buffer. Call order: `row(fields) field+` for each row, then `finish`. */
export class CopyWriter {
  #bytes: Buffer;
  #length = HEADER;

  /** @param capacity bytes to begin with */
  constructor(capacity = 1 << 16) {
    this.#bytes = Buffer.alloc(Math.max(capacity, HEADER));
    SIGNATURE.copy(this.#bytes);
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#length;
  }

  row(fields: number): void {
    this.#reserve(2);
    this.#length = this.#bytes.writeInt16BE(fields, this.#length);
  }

  null(): void {
    this.#size(-1);
  }

  int4(value: number): void {
    this.#size(4);
    this.#length = this.#bytes.writeInt32BE(value, this.#length);
  }

  float8(value: number): void {
    this.#size(8);
    this.#length = this.#bytes.writeDoubleBE(value, this.#length);
  }

  /** A `box`, which is stored by its upper right corner first. */
  box([minX, minY, maxX, maxY]: readonly [minX: number, minY: number, maxX: number, maxY: number]): void {
    this.#size(32);
    for (const value of [maxX, maxY, minX, minY]) {
      this.#length = this.#bytes.writeDoubleBE(value, this.#length);
    }
  }

  /** bytea, or what has the same form: text and json in UTF-8. */
  bytes(value: Uint8Array): void {
    this.#size(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
  }

  finish(): Uint8Array {
    this.#reserve(2);
    this.#length = this.#bytes.writeInt16BE(-1, this.#length);
    return this.#bytes.subarray(0, this.#length);
  }

  /** The length of a field, and room for it. */
  #size(size: number): void {
    this.#reserve(4 + Math.max(0, size));
    this.#length = this.#bytes.writeInt32BE(size, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = Buffer.alloc(Math.max(2 * this.#bytes.length, this.#length + more));
    this.#bytes.copy(grown, 0, 0, this.#length);
    this.#bytes = grown;
  }
}

/** Reads rows of a binary COPY: `while (reader.next()) { reader.int4() … }`, every field of a row in its order. */
export class CopyReader {
  readonly #bytes: Buffer;
  #at = HEADER;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (!this.#bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('not a binary COPY');
  }

  /** Goes to the next row; false after the last. */
  next(): boolean {
    const fields = this.#bytes.readInt16BE(this.#at);
    this.#at += 2;
    return fields >= 0;
  }

  int4(): number {
    const at = this.#field(4);
    return this.#bytes.readInt32BE(at);
  }

  /** A view into the buffer, not a copy. */
  bytes(): Buffer {
    const size = this.#bytes.readInt32BE(this.#at);
    if (size < 0) throw new Error('null in a column that is never null');
    const at = this.#field(size);
    return this.#bytes.subarray(at, at + size);
  }

  textOrNull(): string | null {
    if (this.#bytes.readInt32BE(this.#at) >= 0) return this.text();
    this.#at += 4;
    return null;
  }

  text(): string {
    return this.bytes().toString('utf8');
  }

  #field(expected: number): number {
    const size = this.#bytes.readInt32BE(this.#at);
    if (size !== expected) throw new Error(`a field of ${size} bytes where ${expected} were to come`);
    const at = this.#at + 4;
    this.#at = at + size;
    return at;
  }
}

/** The rows of a binary COPY, each as its bytes: the number of fields, then length and value of each. */
export function* copyRows(copy: Uint8Array): Generator<Buffer> {
  const bytes = Buffer.from(copy.buffer, copy.byteOffset, copy.byteLength);
  let at = HEADER;
  for (;;) {
    const from = at;
    const fields = bytes.readInt16BE(at);
    if (fields < 0) return;
    at += 2;
    for (let i = 0; i < fields; i++) at += 4 + Math.max(0, bytes.readInt32BE(at));
    yield bytes.subarray(from, at);
  }
}
