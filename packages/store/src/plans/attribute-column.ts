import type { Column } from '@tuheng/standard';

/**
 * A column that is filled from JSON values as `FeatureEncoder` writes them: without spaces, in UTF-8. A reader of our own, because JSON.parse makes
 * every value anew; of those of a county nearly all occur again and again.
 */
export interface AttributeColumn {
  /** Adds the value at `at`; returns where it ends. */
  add(json: Buffer, at: number): number;
  column(): Column;
}

export function attributeColumn(kind: Column['kind']): AttributeColumn {
  return kind === 'text' ? new TextColumn() : new NumberColumn();
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const BRACKET = 0x5d;
/** First byte of `null`. */
const NULL = 0x6e;
const NULL_LENGTH = 4;
const ASCII = 0x80;

/** Texts that are remembered: by the hash of their bytes, the last one of each hash. */
const SLOTS = 256;
/** Bytes of the longest text that is remembered. */
const SLOT = 64;

const NOTHING: Buffer = Buffer.alloc(0);

export class TextColumn implements AttributeColumn {
  /** Each text about once, and which one each value is: the collector has nothing to walk through while a column grows. */
  readonly #texts: (string | null)[] = [null];
  #values = new Uint32Array(1 << 10);
  #length = 0;
  /** Where the last value that was a text stands, as long as it is in the same buffer, and which one it is. */
  #last = { json: NOTHING, from: 0, to: 0, text: 0 };
  readonly #slotTexts = new Uint32Array(SLOTS);
  readonly #slotLengths = new Int32Array(SLOTS).fill(-1);
  readonly #slotBytes = Buffer.alloc(SLOTS * SLOT);

  add(json: Buffer, at: number): number {
    if (this.#length === this.#values.length) {
      const grown = new Uint32Array(2 * this.#length);
      grown.set(this.#values);
      this.#values = grown;
    }
    if (json[at] === NULL) {
      this.#values[this.#length++] = 0;
      return at + NULL_LENGTH;
    }
    if (json[at] !== QUOTE) throw new Error(`no text at byte ${at} of the attributes`);
    const last = this.#last;
    if (last.json === json) {
      const end = at + last.to - last.from;
      let i = at + 1;
      for (let j = last.from + 1; i < end && json[i] === json[j]; j++) i++;
      if (i === end) {
        this.#values[this.#length++] = last.text;
        return end;
      }
    }
    const to = this.#end(json, at);
    this.#values[this.#length++] = last.text;
    last.json = json;
    last.from = at;
    last.to = to;
    return to;
  }

  column(): Column {
    const values = new Array<string | null>(this.#length);
    for (let i = 0; i < this.#length; i++) values[i] = this.#texts[this.#values[i]!]!;
    return { kind: 'text', values };
  }

  /** Reads the text at `at` into `last.text`; returns where it ends, behind its quotation mark. */
  #end(json: Buffer, at: number): number {
    let end = at + 1;
    let hash = 0;
    let all = 0;
    let isEscaped = false;
    for (; json[end] !== QUOTE; end++) {
      if (end >= json.length) throw new Error(`a text without an end at byte ${at} of the attributes`);
      if (json[end] === BACKSLASH) {
        isEscaped = true;
        end++;
      }
      const byte = json[end]!;
      hash = (Math.imul(hash, 31) + byte) | 0;
      all |= byte;
    }
    this.#last.text = isEscaped
      ? this.#texts.push(JSON.parse(json.toString('utf8', at, end + 1)) as string) - 1
      : this.#textOf(json, at + 1, end, hash, all < ASCII);
    return end + 1;
  }

  /** Which text some bytes are. */
  #textOf(json: Buffer, from: number, to: number, hash: number, isAscii: boolean): number {
    const length = to - from;
    const slot = (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (SLOTS - 1);
    const [bytes, place] = [this.#slotBytes, slot * SLOT];
    if (this.#slotLengths[slot] === length) {
      let i = 0;
      while (i < length && bytes[place + i] === json[from + i]) i++;
      if (i === length) return this.#slotTexts[slot]!;
    }
    const text = this.#texts.push(json.toString(isAscii ? 'latin1' : 'utf8', from, to)) - 1;
    if (length <= SLOT) {
      this.#slotTexts[slot] = text;
      this.#slotLengths[slot] = length;
      for (let i = 0; i < length; i++) bytes[place + i] = json[from + i]!;
    }
    return text;
  }
}

/** Up to so many digits an integer is exact in a double, and so is a quotient by a power of ten rounded right. */
const EXACT_DIGITS = 15;
const POWERS = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, n) => 10 ** n);

class NumberColumn implements AttributeColumn {
  #values = new Float64Array(1 << 10);
  #length = 0;

  add(json: Buffer, at: number): number {
    if (this.#length === this.#values.length) {
      const grown = new Float64Array(2 * this.#length);
      grown.set(this.#values);
      this.#values = grown;
    }
    let end = at;
    let digits = 0;
    let value = 0;
    let point = -1;
    const isNegative = json[end] === MINUS;
    if (isNegative) end++;
    for (;;) {
      const byte = json[end]!;
      const digit = byte - ZERO;
      if (digit >= 0 && digit <= 9) {
        value = 10 * value + digit;
        digits++;
      } else if (byte === POINT) point = digits;
      else break;
      end++;
    }
    const isPlain = digits > 0 && digits <= EXACT_DIGITS && isEnd(json[end]);
    if (isPlain) {
      if (point >= 0) value /= POWERS[digits - point]!;
      this.#values[this.#length++] = isNegative ? -value : value;
      return end;
    }
    // Null, more digits, an exponent; a text where JSON has no number for it.
    while (!isEnd(json[end])) end++;
    const other = JSON.parse(json.toString('latin1', at, end)) as number | string | null;
    this.#values[this.#length++] = other === null ? Number.NaN : Number(other);
    return end;
  }

  column(): Column {
    return { kind: 'number', values: this.#values.slice(0, this.#length) };
  }
}

/** Whether a value ends before a byte. */
function isEnd(byte: number | undefined): boolean {
  return byte === COMMA || byte === BRACKET || byte === undefined;
}

const OPENING = 0x5b;

/** Adds lists of values, `[…],[…],…`, to the columns of their fields. */
export function addRows(json: Buffer, columns: readonly AttributeColumn[]): void {
  for (let at = 0; at < json.length; at++) {
    at = expected(OPENING, json, at);
    for (let c = 0; c < columns.length; c++) {
      if (c > 0) at = expected(COMMA, json, at);
      at = columns[c]!.add(json, at);
    }
    at = expected(BRACKET, json, at);
    if (at < json.length && json[at] !== COMMA) expected(COMMA, json, at);
  }
}

/** Adds values, `…,…,…`, to one column. */
export function addValues(json: Buffer, column: AttributeColumn): void {
  for (let at = 0; at < json.length; at++) {
    at = column.add(json, at);
    if (at < json.length && json[at] !== COMMA) expected(COMMA, json, at);
  }
}

function expected(byte: number, json: Buffer, at: number): number {
  if (json[at] !== byte) throw new Error(`no ${String.fromCharCode(byte)} at byte ${at} of the attributes`);
  return at + 1;
}
