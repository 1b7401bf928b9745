import type { Polygons } from '@tuheng/geometry';

/** Well-known binary (OGC 06-103r4, 8.2), little endian, as this program's hosts are. */
const LITTLE_ENDIAN = 1;
const POLYGON = 3;
const MULTI_POLYGON = 6;
/** Byte order and type; with a count, 9. */
const HEAD = 5;

/** Bytes that feature `f` takes as a MULTIPOLYGON. */
export function wkbLength({ featureStart, polygonStart, ringStart }: Polygons, f: number): number {
  const [from, to] = [featureStart[f]!, featureStart[f + 1]!];
  const rings = polygonStart[to]! - polygonStart[from]!;
  const vertices = ringStart[polygonStart[to]!]! - ringStart[polygonStart[from]!]!;
  return HEAD + 4 + (to - from) * (HEAD + 4) + rings * 4 + vertices * 16;
}

/** Writes feature `f` as a MULTIPOLYGON into `target` at `at`; returns where it ends. Coordinates keep every bit. */
export function writeWkb(target: Buffer, at: number, p: Polygons, f: number): number {
  const { featureStart, polygonStart, ringStart, xy } = p;
  const bytes = new Uint8Array(xy.buffer, xy.byteOffset, xy.byteLength);
  const head = (type: number, count: number): void => {
    target[at] = LITTLE_ENDIAN;
    target.writeUInt32LE(type, at + 1);
    at = target.writeUInt32LE(count, at + HEAD);
  };
  head(MULTI_POLYGON, featureStart[f + 1]! - featureStart[f]!);
  for (let g = featureStart[f]!; g < featureStart[f + 1]!; g++) {
    head(POLYGON, polygonStart[g + 1]! - polygonStart[g]!);
    for (let r = polygonStart[g]!; r < polygonStart[g + 1]!; r++) {
      const [from, to] = [ringStart[r]!, ringStart[r + 1]!];
      at = target.writeUInt32LE(to - from, at);
      target.set(bytes.subarray(from * 16, to * 16), at);
      at += (to - from) * 16;
    }
  }
  return at;
}

/** Arrays of many features, filled from their WKB one after the other. */
export class WkbCollector {
  #xy: Uint8Array;
  #used = 0;
  readonly #ringStart: number[] = [0];
  readonly #polygonStart: number[] = [0];
  readonly #featureStart: number[] = [0];

  /** @param capacity bytes of coordinates to begin with */
  constructor(capacity = 1 << 16) {
    this.#xy = new Uint8Array(capacity);
  }

  /** Adds the MULTIPOLYGON that `writeWkb` wrote at `from`; returns where it ends. */
  add(wkb: Buffer, from = 0): number {
    let at = from + HEAD;
    const count = (): number => {
      const value = wkb.readUInt32LE(at);
      at += 4;
      return value;
    };
    for (let polygons = count(); polygons > 0; polygons--) {
      at += HEAD;
      for (let rings = count(); rings > 0; rings--) {
        const size = 16 * count();
        this.#reserve(size);
        wkb.copy(this.#xy, this.#used, at, at + size);
        at += size;
        this.#used += size;
        this.#ringStart.push(this.#used / 16);
      }
      this.#polygonStart.push(this.#ringStart.length - 1);
    }
    this.#featureStart.push(this.#polygonStart.length - 1);
    return at;
  }

  build(): Polygons {
    return {
      xy: new Float64Array(this.#xy.slice(0, this.#used).buffer),
      ringStart: Uint32Array.from(this.#ringStart),
      polygonStart: Uint32Array.from(this.#polygonStart),
      featureStart: Uint32Array.from(this.#featureStart),
    };
  }

  #reserve(more: number): void {
    if (this.#used + more <= this.#xy.length) return;
    const grown = new Uint8Array(Math.max(2 * this.#xy.length, this.#used + more));
    grown.set(this.#xy.subarray(0, this.#used));
    this.#xy = grown;
  }
}
