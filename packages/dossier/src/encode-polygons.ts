import { featureCount, type Polygons } from '@tuheng/geometry';

/**
 * Polygons as bytes for the page: for each feature its class, polygons, rings, and the vertices as zig-zag varint steps on a
 * grid from the last vertex written. The closing vertex is left out.
 *
 * @param origin metres that stand for 0, 0
 * @param quantum grid in metres
 * @param classes a small number a feature, 0 where not given
 */
export function encodePolygons(
  p: Polygons,
  origin: readonly [number, number],
  quantum: number,
  classes: readonly number[] = [],
): Uint8Array {
  const bytes = new ByteWriter();
  let lastX = 0;
  let lastY = 0;
  bytes.unsigned(featureCount(p));
  for (let f = 0; f < featureCount(p); f++) {
    bytes.unsigned(classes[f] ?? 0);
    bytes.unsigned(p.featureStart[f + 1]! - p.featureStart[f]!);
    for (let g = p.featureStart[f]!; g < p.featureStart[f + 1]!; g++) {
      bytes.unsigned(p.polygonStart[g + 1]! - p.polygonStart[g]!);
      for (let r = p.polygonStart[g]!; r < p.polygonStart[g + 1]!; r++) {
        const from = p.ringStart[r]!;
        const to = p.ringStart[r + 1]! - 1;
        bytes.unsigned(to - from);
        for (let v = from; v < to; v++) {
          const x = Math.round((p.xy[2 * v]! - origin[0]) / quantum);
          const y = Math.round((p.xy[2 * v + 1]! - origin[1]) / quantum);
          bytes.signed(x - lastX);
          bytes.signed(y - lastY);
          lastX = x;
          lastY = y;
        }
      }
    }
  }
  return bytes.build();
}

class ByteWriter {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  /** Seven bits a byte, lowest first; up to 2^53. */
  unsigned(value: number): void {
    if (this.#length + 8 > this.#bytes.length) {
      const grown = new Uint8Array(this.#bytes.length * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    let rest = value;
    while (rest >= 128) {
      this.#bytes[this.#length++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
  }

  signed(value: number): void {
    this.unsigned(value >= 0 ? value * 2 : -value * 2 - 1);
  }

  build(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

/** Bytes as base64; the same in Node and in a browser. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  const step = 0x8000;
  for (let i = 0; i < bytes.length; i += step) text += String.fromCharCode(...bytes.subarray(i, i + step));
  return btoa(text);
}
