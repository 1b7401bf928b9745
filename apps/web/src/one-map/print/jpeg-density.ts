/** Start of a picture, then the segment that JFIF puts first (APP0). */
const START = [0xff, 0xd8, 0xff, 0xe0] as const;
const NAME = [0x4a, 0x46, 0x49, 0x46, 0x00] as const;
/** Of the density in the segment: 1 is dots per inch. */
const UNITS_AT = 13;
const PER_INCH = 1;

/** Whether a picture begins as JFIF says. */
function isJfif(jpeg: Uint8Array): boolean {
  return START.every((byte, i) => jpeg[i] === byte) && NAME.every((byte, i) => jpeg[6 + i] === byte);
}

/**
 * The picture with its density written into its head, so that it prints at its size (JFIF 1.02).
 *
 * @throws TypeError where the bytes are no JFIF picture
 */
export function withDensity(jpeg: Uint8Array, perInch: number): Uint8Array {
  if (!isJfif(jpeg)) throw new TypeError('not a JFIF picture');
  const copy = jpeg.slice();
  const view = new DataView(copy.buffer);
  view.setUint8(UNITS_AT, PER_INCH);
  view.setUint16(UNITS_AT + 1, perInch);
  view.setUint16(UNITS_AT + 3, perInch);
  return copy;
}
