import { closeSync, openSync, readSync, renameSync, statSync, writeFileSync } from 'node:fs';
import type { Polygons } from '@tuheng/geometry';

/** A layer as the benchmark knows it: shapes and, where the work needs one, a class of each feature. */
export interface Dataset {
  readonly polygons: Polygons;
  /** Class of each feature, or undefined. */
  readonly codes?: readonly string[];
}

interface Header {
  readonly lengths: readonly [number, number, number, number];
  readonly codes?: readonly string[];
}

/** Float64Array wants its bytes on a multiple of eight. */
const ALIGN = 8;

/**
 * Writes a dataset as its arrays are in memory (little-endian): a length, a JSON header, then the four arrays. The file
 * appears whole or not at all, so that an interrupted run leaves no half input behind.
 */
export function writeDatasetFile(path: string, { polygons, codes }: Dataset): void {
  const { xy, ringStart, polygonStart, featureStart } = polygons;
  const arrays = [xy, ringStart, polygonStart, featureStart] as const;
  const header: Header = {
    lengths: [xy.length, ringStart.length, polygonStart.length, featureStart.length],
    ...(codes ? { codes } : {}),
  };
  const text = Buffer.from(JSON.stringify(header));
  const padding = (ALIGN - ((ALIGN + text.length) % ALIGN)) % ALIGN;
  const size = Buffer.alloc(ALIGN);
  size.writeUInt32LE(text.length + padding);
  const bytes = arrays.map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  );
  const partial = `${path}.partial`;
  writeFileSync(partial, Buffer.concat([size, text, Buffer.alloc(padding, ' '), ...bytes]));
  renameSync(partial, path);
}

/** Reads what `writeDatasetFile` wrote into memory that workers can share, without copying the arrays. */
export function readDatasetFile(path: string): Dataset {
  const bytes = Buffer.from(new SharedArrayBuffer(statSync(path).size));
  const file = openSync(path, 'r');
  for (let at = 0; at < bytes.length; ) at += readSync(file, bytes, at, bytes.length - at, at);
  closeSync(file);
  const headerLength = bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString('utf8', ALIGN, ALIGN + headerLength)) as Header;
  const [points, rings, polygons, features] = header.lengths;
  let at = bytes.byteOffset + ALIGN + headerLength;
  const xy = new Float64Array(bytes.buffer, at, points);
  at += xy.byteLength;
  const [ringStart, polygonStart, featureStart] = [rings, polygons, features].map((length) => {
    const array = new Uint32Array(bytes.buffer, at, length);
    at += array.byteLength;
    return array;
  }) as [Uint32Array, Uint32Array, Uint32Array];
  return {
    polygons: { xy, ringStart, polygonStart, featureStart },
    ...(header.codes ? { codes: header.codes } : {}),
  };
}
