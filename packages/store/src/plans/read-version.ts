import { type Column, crsOf, type Layer, type Plan } from '@tuheng/standard';
import { CopyReader } from '../database/copy-format.ts';
import type { Session } from '../database/database.ts';
import { attributeFields, type Fields, isNumbered } from './layer-content.ts';
import { featureColumns, layersOf, notEnded, type StoredLayer, standing } from './stored-layers.ts';
import { findVersion } from './version.ts';
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
    const from = standing(layer.id, version.number);
    const bytes = await session.copyOut(`SELECT ${featureColumns} ${from} ORDER BY f.id`);
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
    `SELECT ${featureColumns} FROM feature f
     WHERE f.box && '((${minX},${minY}),(${maxX},${maxY}))'::box AND f.layer IN (${layers.map(({ id }) => id)})
       AND f.opened <= ${version.number} AND ${notEnded(version.number)} ORDER BY f.layer, f.id`,
  );
  return decodeLayers(layers, bytes);
}

/** Rows of one layer, of `featureColumns`. */
export function decodeLayer(stored: StoredLayer, bytes: Uint8Array): NumberedLayer {
  return decodeLayers([stored], bytes)[0]!;
}

/** Rows of `featureColumns` as the layers they belong to; each layer is there, if empty. */
function decodeLayers(stored: readonly StoredLayer[], bytes: Uint8Array): NumberedLayer[] {
  const decoders = new Map(
    stored.map((layer) => [layer.id, new LayerDecoder(layer, bytes.length / stored.length)]),
  );
  const reader = new CopyReader(bytes);
  while (reader.next()) decoders.get(reader.int4())!.add(reader);
  return [...decoders.values()].map((decoder) => decoder.build());
}

class LayerDecoder {
  readonly #stored: StoredLayer;
  readonly #shapes: WkbCollector;
  readonly #ids: number[] = [];
  readonly #numbers: (string | null)[] = [];
  /** Values of `attributeFields`, field by field. */
  readonly #values: (string | number | null)[][];

  constructor(stored: StoredLayer, bytes: number) {
    this.#stored = stored;
    this.#shapes = new WkbCollector(Math.max(1 << 10, bytes >> 1));
    this.#values = attributeFields(stored.fields).map(() => []);
  }

  /** Takes the fields of a row behind its layer. */
  add(reader: CopyReader): void {
    this.#ids.push(reader.int4());
    this.#numbers.push(reader.textOrNull());
    const attributes = JSON.parse(reader.text()) as (string | number | null)[];
    for (let i = 0; i < this.#values.length; i++) this.#values[i]!.push(attributes[i]!);
    this.#shapes.add(reader.bytes());
  }

  build(): NumberedLayer {
    const { code, sourceName, epsg, fields } = this.#stored;
    const values = new Map(attributeFields(fields).map(([name], i) => [name, this.#values[i]!]));
    if (isNumbered(fields)) values.set('BSM', this.#numbers);
    return {
      layer: {
        code,
        sourceName,
        crs: crsOf(epsg)!,
        polygons: this.#shapes.build(),
        columns: columnsOf(fields, values),
      },
      ids: Uint32Array.from(this.#ids),
    };
  }
}

function columnsOf(
  fields: Fields,
  values: ReadonlyMap<string, (string | number | null)[]>,
): ReadonlyMap<string, Column> {
  return new Map(
    fields.map(([name, kind]): [string, Column] => {
      const own = values.get(name)!;
      return [
        name,
        kind === 'text'
          ? { kind, values: own as (string | null)[] }
          : {
              kind,
              values: Float64Array.from(own, (value) => (value === null ? Number.NaN : Number(value))),
            },
      ];
    }),
  );
}
