import type { Dataset } from '../inputs/dataset-file.ts';
import { featureWkb, wkbSize } from './wkb.ts';

/*
 * PostgreSQL's binary COPY: a signature, then for each row the number of fields and for each field its length and bytes, all
 * big-endian, then −1. PostGIS reads well-known binary for a geometry.
 */

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const FIELDS = 3;
const CHUNK = 1 << 22;

/** Rows `(id integer, code text, geom geometry)`, id being the feature's index, in pieces of some megabytes. */
export function* copyRows({ polygons, codes }: Dataset): Generator<Buffer> {
  yield SIGNATURE;
  let chunk = Buffer.alloc(CHUNK);
  let at = 0;
  for (let f = 0; f < polygons.featureStart.length - 1; f++) {
    const code = Buffer.from(codes?.[f] ?? '');
    const size = wkbSize(polygons, f);
    const row = 2 + 4 + 4 + 4 + code.length + 4 + size;
    if (at + row > chunk.length) {
      yield chunk.subarray(0, at);
      // The stream may still hold the one before.
      chunk = Buffer.alloc(Math.max(CHUNK, row));
      at = 0;
    }
    at = chunk.writeInt16BE(FIELDS, at);
    at = chunk.writeInt32BE(4, at);
    at = chunk.writeInt32BE(f, at);
    at = chunk.writeInt32BE(code.length, at);
    at += code.copy(chunk, at);
    at = chunk.writeInt32BE(size, at);
    at = featureWkb(polygons, f, chunk, at);
  }
  yield chunk.subarray(0, at);
  yield Buffer.from([0xff, 0xff]);
}
