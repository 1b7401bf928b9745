import { createHash, hash } from 'node:crypto';
import { featureCount, type Polygons } from '@tuheng/geometry';
import type { Column, Layer } from '@tuheng/standard';
import { DIGEST, FeatureMarks } from './feature-marks.ts';
import { wkbLength, writeWkb } from './wkb.ts';

/** Name and kind of the attributes of a layer, in their order. */
export type Fields = readonly (readonly [name: string, kind: Column['kind']])[];

/** What makes a layer the same: its features may stand in any order. */
export interface LayerHead {
  readonly code: string;
  readonly epsg: number;
  readonly fields: Fields;
}

/** Columns that a geodatabase keeps of every shape: they follow from the geometry, and are not the plan's. */
const OF_THE_FILE = /^(objectid|fid|ogc_fid|shape_(length|area|leng))$/i;

/** The attributes of a layer that are stored, by name: the order in which a file has them says nothing. */
export function fieldsOf({ columns }: Pick<Layer, 'columns'>): Fields {
  return [...columns]
    .filter(([name]) => !OF_THE_FILE.test(name))
    .map(([name, { kind }]) => [name, kind] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Name of the field that holds a feature's number. */
const NUMBER = 'BSM';

/** Whether the features of a layer are numbered: their BSM is then kept beside the other attributes. */
export function isNumbered(fields: Fields): boolean {
  return fields.some(([name, kind]) => name === NUMBER && kind === 'text');
}

/** The fields whose values stand in `attributes`. */
export function attributeFields(fields: Fields): Fields {
  return isNumbered(fields) ? fields.filter(([name]) => name !== NUMBER) : fields;
}

/** One feature as it is stored. The buffers are valid until the next one is encoded. */
export interface EncodedFeature {
  readonly bsm: string | null;
  /** JSON in UTF-8: one value or null a field, without the number. */
  readonly attributes: Buffer;
  /** WKB. */
  readonly geometry: Buffer;
  /** SHA-256 of attributes, a zero byte and geometry. */
  readonly digest: Buffer;
}

/** Encodes the features of a layer one by one, without a copy for each. */
export class FeatureEncoder {
  readonly #columns: readonly Column[];
  readonly #numbers: readonly (string | null)[] | undefined;
  readonly #polygons: Polygons;
  #scratch = Buffer.alloc(1 << 14);

  constructor({ columns, polygons }: Pick<Layer, 'columns' | 'polygons'>, fields: Fields) {
    this.#columns = attributeFields(fields).map(([name]) => columns.get(name)!);
    const numbers = isNumbered(fields) ? columns.get(NUMBER) : undefined;
    this.#numbers = numbers?.kind === 'text' ? numbers.values : undefined;
    this.#polygons = polygons;
  }

  encode(f: number): EncodedFeature {
    const attributes = JSON.stringify(this.#columns.map((column) => attributeAt(column, f)));
    const most = 3 * attributes.length + 1 + wkbLength(this.#polygons, f);
    if (most > this.#scratch.length) this.#scratch = Buffer.alloc(2 * most);
    const split = this.#scratch.write(attributes, 0, 'utf8');
    this.#scratch[split] = 0;
    const end = writeWkb(this.#scratch, split + 1, this.#polygons, f);
    return {
      bsm: this.#numbers?.[f] ?? null,
      attributes: this.#scratch.subarray(0, split),
      geometry: this.#scratch.subarray(split + 1, end),
      digest: hash('sha256', this.#scratch.subarray(0, end), 'buffer'),
    };
  }
}

/** JSON has no infinity: it is stored as text, which a number column reads as what it was. */
function attributeAt(column: Column, f: number): string | number | null {
  if (column.kind === 'text') return column.values[f] ?? null;
  const value = column.values[f]!;
  if (Number.isNaN(value)) return null;
  return Number.isFinite(value) ? value : String(value);
}

export function marksOf(layer: Layer, fields: Fields): FeatureMarks {
  const encoder = new FeatureEncoder(layer, fields);
  const marks = new FeatureMarks();
  for (let f = 0; f < featureCount(layer.polygons); f++) {
    const { digest, bsm } = encoder.encode(f);
    marks.add(digest, bsm);
  }
  return marks;
}

/** The digests of a plan or a layer. */
export interface ContentDigests {
  /** Of everything. */
  readonly content: Buffer;
  /** Of everything but the numbers. */
  readonly unnumbered: Buffer;
}

/**
 * The digests of a layer's features, whatever their order: SHA-256 over the digests of all, sorted, with the numbers behind each and without.
 */
export function layerDigests(marks: FeatureMarks): ContentDigests {
  const order = marks.sorted();
  const content = Buffer.alloc(marks.bytes);
  const unnumbered = Buffer.alloc(DIGEST * marks.length);
  let at = 0;
  for (const [i, f] of order.entries()) {
    at += marks.copy(f, content, at);
    content.copy(unnumbered, DIGEST * i, at - marks.size(f), at - marks.size(f) + DIGEST);
  }
  return { content: hash('sha256', content, 'buffer'), unnumbered: hash('sha256', unnumbered, 'buffer') };
}

/** The digests of a whole plan: of every layer what it is and the digest of its features. */
export function planDigests(
  layers: readonly { readonly head: LayerHead; readonly digests: ContentDigests }[],
): ContentDigests {
  const sorted = layers.toSorted((a, b) => (a.head.code < b.head.code ? -1 : 1));
  const sum = (which: keyof ContentDigests): Buffer => {
    const hasher = createHash('sha256');
    for (const { head, digests } of sorted) {
      const { code, epsg, fields } = head;
      hasher.update(JSON.stringify([code, epsg, fields, digests[which].toString('hex')]));
    }
    return hasher.digest();
  };
  return { content: sum('content'), unnumbered: sum('unnumbered') };
}
