import { open } from 'node:fs/promises';
import { type Column, crsOf, type Layer } from '@tuheng/standard';
import { FORMAT, type LayerFileHead, type Section, TAIL, type TextSection } from './layer-file.ts';

/**
 * Reads what `writeLayerFile` wrote. The arrays are parts of one piece of memory that worker threads can share: nothing is copied.
 *
 * @throws the file system's errors, and an Error where the file is none of these
 */
export async function readLayerFile(path: string): Promise<Layer> {
  const bytes = await readShared(path);
  const { buffer } = bytes;
  const { code, sourceName, epsg, columns, ...shapes } = headOf(path, bytes);
  const uints = ({ at, bytes }: Section) => new Uint32Array(buffer, at, bytes / 4);
  const doubles = ({ at, bytes }: Section) => new Float64Array(buffer, at, bytes / 8);
  const texts = ({ texts, which }: TextSection): (string | null)[] => {
    const different = jsonAt(bytes, texts) as (string | null)[];
    const of = uints(which);
    const values = new Array<string | null>(of.length);
    for (let f = 0; f < of.length; f++) values[f] = different[of[f]!]!;
    return values;
  };
  return {
    code,
    sourceName,
    crs: crsOf(epsg)!,
    polygons: {
      xy: doubles(shapes.xy),
      ringStart: uints(shapes.ringStart),
      polygonStart: uints(shapes.polygonStart),
      featureStart: uints(shapes.featureStart),
    },
    columns: new Map(
      columns.map((column): [string, Column] => [
        column.name,
        column.kind === 'number'
          ? { kind: 'number', values: doubles(column.values) }
          : {
              kind: 'text',
              values: texts(column.values),
              ...(column.raw && { raw: texts(column.raw) }),
            },
      ]),
    ),
  };
}

async function readShared(path: string): Promise<Uint8Array<SharedArrayBuffer>> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(new SharedArrayBuffer(size));
    for (let at = 0; at < size; ) {
      const { bytesRead } = await file.read(bytes, at, Math.min(size - at, MOST), at);
      if (bytesRead === 0) throw new Error(`${path} became shorter while it was read`);
      at += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}

function headOf(path: string, bytes: Uint8Array<SharedArrayBuffer>): LayerFileHead {
  const end = bytes.length - TAIL;
  const length = end < 0 ? 0 : new DataView(bytes.buffer).getFloat64(end, true);
  const padded = Math.ceil(length / TAIL) * TAIL;
  if (!(length > 0 && padded <= end)) throw new Error(`${path} is not a layer file, or not whole`);
  const head = jsonAt(bytes, { at: end - padded, bytes: length }) as LayerFileHead;
  if (head.format !== FORMAT) throw new Error(`${path} is not a layer file of this version`);
  return head;
}

function jsonAt({ buffer }: Uint8Array<SharedArrayBuffer>, { at, bytes }: Section): unknown {
  return JSON.parse(Buffer.from(buffer, at, bytes).toString('utf8'));
}

/** Bytes of one read. */
const MOST = 1 << 28;
