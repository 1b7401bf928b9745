import { type FileHandle, open } from 'node:fs/promises';
import type { Layer, TextColumn } from '@tuheng/standard';
import {
  ALIGNMENT,
  FORMAT,
  type LayerFileColumn,
  type LayerFileHead,
  type Section,
  TAIL,
  type TextSection,
} from './layer-file.ts';

/**
 * Writes a layer so that `readLayerFile` gives it back as it was. Needs the memory of one text column besides the layer itself.
 *
 * @throws the file system's errors
 */
export async function writeLayerFile(path: string, layer: Layer): Promise<void> {
  const file = await open(path, 'wx');
  try {
    const writer = new SectionWriter(file);
    const { xy, ringStart, polygonStart, featureStart } = layer.polygons;
    const shapes = {
      xy: await writer.add(xy),
      ringStart: await writer.add(ringStart),
      polygonStart: await writer.add(polygonStart),
      featureStart: await writer.add(featureStart),
    };
    const columns: LayerFileColumn[] = [];
    for (const [name, column] of layer.columns) {
      if (column.kind === 'number')
        columns.push({ name, kind: 'number', values: await writer.add(column.values) });
      else
        columns.push({
          name,
          kind: 'text',
          values: await addTexts(writer, column.values),
          ...(column.raw && { raw: await addTexts(writer, column.raw) }),
        });
    }
    const { code, sourceName, crs } = layer;
    const head: LayerFileHead = { format: FORMAT, code, sourceName, epsg: crs.epsg, ...shapes, columns };
    const { bytes } = await writer.add(Buffer.from(JSON.stringify(head)));
    const tail = Buffer.alloc(TAIL);
    tail.writeDoubleLE(bytes);
    await writer.add(tail);
  } finally {
    await file.close();
  }
}

async function addTexts(writer: SectionWriter, values: TextColumn['values']): Promise<TextSection> {
  const numbers = new Map<string | null, number>();
  const which = new Uint32Array(values.length);
  for (const [f, value] of values.entries()) {
    let number = numbers.get(value);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(value, number);
    }
    which[f] = number;
  }
  return {
    texts: await writer.add(Buffer.from(JSON.stringify([...numbers.keys()]))),
    which: await writer.add(which),
  };
}

class SectionWriter {
  readonly #file: FileHandle;
  #at = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Writes an array, and behind it what is missing to the next multiple of 8 bytes. */
  async add({ buffer, byteOffset, byteLength }: NodeJS.ArrayBufferView): Promise<Section> {
    const section = { at: this.#at, bytes: byteLength };
    const gap = (ALIGNMENT - (byteLength % ALIGNMENT)) % ALIGNMENT;
    await this.#write(new Uint8Array(buffer, byteOffset, byteLength));
    await this.#write(new Uint8Array(gap));
    return section;
  }

  async #write(bytes: Uint8Array): Promise<void> {
    for (let from = 0; from < bytes.length; ) {
      const { bytesWritten } = await this.#file.write(
        bytes,
        from,
        Math.min(bytes.length - from, MOST),
        this.#at,
      );
      from += bytesWritten;
      this.#at += bytesWritten;
    }
  }
}

/** Bytes of one write. */
const MOST = 1 << 28;
