import { crsOf, type Layer } from '@tuheng/standard';
import { CopyReader } from '../database/copy-format.ts';
import { addRows, addValues, attributeColumn, TextColumn } from './attribute-column.ts';
import { attributeFields } from './layer-content.ts';
import type { StoredLayer } from './stored-layers.ts';
import { WkbCollector } from './wkb.ts';

/** Features of one layer, and the numbers they have in the plan. */
export interface NumberedLayer {
  readonly layer: Layer;
  readonly ids: Uint32Array;
}

/** The features of one layer, of its `featureBlocks`. */
export function decodeLayer(stored: StoredLayer, bytes: Uint8Array): NumberedLayer {
  const decoders = new LayerDecoders([stored]);
  decoders.add(bytes);
  return decoders.build()[0]!;
}

/** Layers that are put together from `featureBlocks`, of any number of COPYs; each layer is there, if empty. */
export class LayerDecoders {
  readonly #decoders: ReadonlyMap<number, LayerDecoder>;

  constructor(layers: readonly StoredLayer[]) {
    this.#decoders = new Map(layers.map((layer) => [layer.id, new LayerDecoder(layer)]));
  }

  add(bytes: Uint8Array): void {
    const reader = new CopyReader(bytes);
    while (reader.next()) this.#decoders.get(reader.int4())!.add(reader);
  }

  build(): NumberedLayer[] {
    return [...this.#decoders.values()].map((decoder) => decoder.build());
  }
}

class LayerDecoder {
  readonly #stored: StoredLayer;
  readonly #shapes = new WkbCollector();
  readonly #ids: number[] = [];
  readonly #numbers = new TextColumn();
  /** Of `attributeFields`. */
  readonly #attributes;

  constructor(stored: StoredLayer) {
    this.#stored = stored;
    this.#attributes = attributeFields(stored.fields).map(([, kind]) => attributeColumn(kind));
  }

  /** Takes what stands in a block behind its layer. */
  add(reader: CopyReader): void {
    const ids = reader.bytes();
    let last = this.#ids.at(-1) ?? 0;
    for (let at = 0; at < ids.length; at += 4) {
      const id = ids.readInt32BE(at);
      if (id <= last) throw new Error(`feature ${id} out of order in a block`);
      this.#ids.push(id);
      last = id;
    }
    addValues(reader.bytes(), this.#numbers);
    addRows(reader.bytes(), this.#attributes);
    const shapes = reader.bytes();
    for (let at = 0; at < shapes.length; ) at = this.#shapes.add(shapes, at);
  }

  build(): NumberedLayer {
    const { code, sourceName, epsg, fields } = this.#stored;
    const places = new Map(attributeFields(fields).map(([name], i) => [name, i]));
    return {
      layer: {
        code,
        sourceName,
        crs: crsOf(epsg)!,
        polygons: this.#shapes.build(),
        columns: new Map(
          fields.map(([name]) => {
            const place = places.get(name);
            return [name, (place === undefined ? this.#numbers : this.#attributes[place]!).column()];
          }),
        ),
      },
      ids: Uint32Array.from(this.#ids),
    };
  }
}
