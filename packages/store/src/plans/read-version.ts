import { type Column, crsOf, type Layer, type Plan } from '@tuheng/standard';
import { CopyReader } from '../database/copy-format.ts';
import type { Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { attributeFields } from './layer-content.ts';
import { featureBlocks, layersOf, notEnded, type StoredLayer, standing } from './stored-layers.ts';
import { findVersion, type PlanVersion } from './version.ts';
import { WkbCollector } from './wkb.ts';

/**
 * A version of a plan as it was published, features in the order in which they were numbered: the same version always reads the same.
 *
 * @param which a number or a day, as `findVersion` takes it
 * @throws StoreError store.no-plan, no-version
 */
export async function readVersion(session: Session, code: string, which?: number | string): Promise<Plan> {
  const version = await findVersion(session, code, which);
  const layers = new Map<string, Layer>();
  for (const layer of await layersOf(session, version.plan, version.number)) {
    const bytes = await session.copyOut(featureBlocks(standing(layer.id, version.number)));
    layers.set(layer.code, decodeLayer(layer, bytes).layer);
  }
  return {
    name: `${code}@${version.number}`,
    digest: version.content,
    format: 'memory',
    layers,
    notes: [],
  };
}

/**
 * One layer of a version, with the numbers of its features.
 *
 * @throws StoreError store.no-layer
 */
export async function readLayer(
  session: Session,
  { code, plan, number }: Pick<PlanVersion, 'code' | 'plan' | 'number'>,
  layerCode: string,
): Promise<NumberedLayer> {
  const layer = (await layersOf(session, plan, number)).find((one) => one.code === layerCode);
  if (!layer) throw new StoreError('store.no-layer', `${code}@${number}`, { detail: layerCode });
  return decodeLayer(layer, await session.copyOut(featureBlocks(standing(layer.id, number))));
}

/** Features of one layer, and the numbers they have in the plan. */
export interface NumberedLayer {
  readonly layer: Layer;
  readonly ids: Uint32Array;
}

/**
 * The features of a version that meet a window, layer by layer; none of those that have no place.
 *
 * @param window in the coordinates of the layers
 * @param codes layers asked for; all where not given
 */
export async function readWindow(
  session: Session,
  code: string,
  window: readonly [minX: number, minY: number, maxX: number, maxY: number],
  which?: number | string,
  codes?: readonly string[],
): Promise<NumberedLayer[]> {
  const version = await findVersion(session, code, which);
  const layers = (await layersOf(session, version.plan, version.number)).filter(
    (layer) => codes === undefined || codes.includes(layer.code),
  );
  if (layers.length === 0) return [];
  const [minX, minY, maxX, maxY] = window.map(Number);
  const bytes = await session.copyOut(
    featureBlocks(
      `FROM feature f WHERE f.box && '((${minX},${minY}),(${maxX},${maxY}))'::box AND f.layer IN (${layers.map(({ id }) => id)})
         AND f.opened <= ${version.number} AND ${notEnded(version.number)}`,
    ),
  );
  return decodeLayers(layers, bytes);
}

/** The features of one layer, of its `featureBlocks`. */
export function decodeLayer(stored: StoredLayer, bytes: Uint8Array): NumberedLayer {
  return decodeLayers([stored], bytes)[0]!;
}

/** `featureBlocks` as the layers they belong to; each layer is there, if empty. */
function decodeLayers(stored: readonly StoredLayer[], bytes: Uint8Array): NumberedLayer[] {
  const decoders = new Map(
    stored.map((layer) => [layer.id, new LayerDecoder(layer, bytes.length / stored.length)]),
  );
  const reader = new CopyReader(bytes);
  while (reader.next()) decoders.get(reader.int4())!.add(reader);
  return [...decoders.values()].map((decoder) => decoder.build());
}

/** Values of one field, added to one by one. */
interface Values {
  add(value: string | number | null): void;
  column(): Column;
}

class TextValues implements Values {
  readonly #values: (string | null)[] = [];

  add(value: string | number | null): void {
    this.#values.push(value as string | null);
  }

  column(): Column {
    return { kind: 'text', values: this.#values };
  }
}

class NumberValues implements Values {
  #values = new Float64Array(1 << 10);
  #length = 0;

  add(value: string | number | null): void {
    if (this.#length === this.#values.length) {
      const grown = new Float64Array(2 * this.#length);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length++] = value === null ? Number.NaN : Number(value);
  }

  column(): Column {
    return { kind: 'number', values: this.#values.slice(0, this.#length) };
  }
}

class LayerDecoder {
  readonly #stored: StoredLayer;
  readonly #shapes: WkbCollector;
  readonly #ids: number[] = [];
  readonly #numbers = new TextValues();
  /** Of `attributeFields`. */
  readonly #values: readonly Values[];

  constructor(stored: StoredLayer, bytes: number) {
    this.#stored = stored;
    this.#shapes = new WkbCollector(Math.max(1 << 10, bytes >> 1));
    this.#values = attributeFields(stored.fields).map(([, kind]) =>
      kind === 'text' ? new TextValues() : new NumberValues(),
    );
  }

  /** Takes what stands in a block behind its layer. */
  add(reader: CopyReader): void {
    const ids = reader.bytes();
    for (let at = 0; at < ids.length; at += 4) {
      const id = ids.readInt32BE(at);
      if (id <= (this.#ids.at(-1) ?? 0)) throw new Error(`feature ${id} out of order in a block`);
      this.#ids.push(id);
    }
    for (const bsm of JSON.parse(`[${reader.text()}]`) as (string | null)[]) this.#numbers.add(bsm);
    // Field by field and at once: rows that are kept until the end cost the collector more than all the rest.
    const rows = JSON.parse(`[${reader.text()}]`) as (string | number | null)[][];
    for (const [i, values] of this.#values.entries()) for (const row of rows) values.add(row[i]!);
    const shapes = reader.bytes();
    for (let at = 0; at < shapes.length; ) at = this.#shapes.add(shapes, at);
  }

  build(): NumberedLayer {
    const { code, sourceName, epsg, fields } = this.#stored;
    const places = new Map(attributeFields(fields).map(([name], i) => [name, i]));
    const valuesOf = (name: string): Values => {
      const place = places.get(name);
      return place === undefined ? this.#numbers : this.#values[place]!;
    };
    return {
      layer: {
        code,
        sourceName,
        crs: crsOf(epsg)!,
        polygons: this.#shapes.build(),
        columns: new Map(fields.map(([name]) => [name, valuesOf(name).column()])),
      },
      ids: Uint32Array.from(this.#ids),
    };
  }
}
