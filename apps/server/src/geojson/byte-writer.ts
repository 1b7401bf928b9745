const POWERS = Array.from({ length: 10 }, (_, i) => 10 ** i);
const ZERO = 48;
const MINUS = 45;
const POINT = 46;
/** Bytes of the longest number written here, and room to spare. */
const LONGEST_NUMBER = 32;

/** Collects bytes of an answer; numbers go in without becoming strings. */
export class ByteWriter {
  #bytes: Buffer;
  #length = 0;

  constructor(capacity = 1 << 16) {
    this.#bytes = Buffer.allocUnsafe(capacity);
  }

  get length(): number {
    return this.#length;
  }

  /** ASCII or any text, as UTF-8. */
  text(text: string): void {
    this.#reserve(3 * text.length);
    this.#length += this.#bytes.write(text, this.#length);
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  byte(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = byte;
  }

  /**
   * A number rounded to so many decimals, without zeros at the end.
   *
   * @param value finite; beyond a thousand millions it is written as it is
   * @param decimals at most 9
   */
  decimal(value: number, decimals: number): void {
    if (Math.abs(value) >= POWERS[9]!) {
      this.text(String(value));
      return;
    }
    this.#reserve(LONGEST_NUMBER);
    const power = POWERS[decimals]!;
    const scaled = Math.round(Math.abs(value) * power);
    if (value < 0 && scaled > 0) this.#bytes[this.#length++] = MINUS;
    const whole = Math.floor(scaled / power);
    this.#digits(whole, 1);
    let fraction = scaled - whole * power;
    if (fraction === 0) return;
    let places = decimals;
    while (fraction % 10 === 0) {
      fraction /= 10;
      places--;
    }
    this.#bytes[this.#length++] = POINT;
    this.#digits(fraction, places);
  }

  /** All that was written since the last call. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#bytes = Buffer.allocUnsafe(this.#bytes.length);
    this.#length = 0;
    return taken;
  }

  /** @param least digits, zeros in front where there are fewer */
  #digits(value: number, least: number): void {
    let digits = least;
    while (digits < 10 && value >= POWERS[digits]!) digits++;
    let rest = value;
    for (let at = this.#length + digits - 1; at >= this.#length; at--) {
      const next = Math.floor(rest / 10);
      this.#bytes[at] = ZERO + rest - 10 * next;
      rest = next;
    }
    this.#length += digits;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(2 * this.#bytes.length, this.#length + more));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
