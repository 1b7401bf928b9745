import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import type { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import type { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js';
import { TextCache, textOf } from './text-cache.ts';

/** A column as the pivot file declares it. */
export interface PivotColumn {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'date' | 'binary';
}

/** What to make of a column: text, number, or nothing (its values never leave the pivot file). */
export type Wanted = 'text' | 'number' | 'drop';

export type RawValues =
  | { readonly kind: 'text'; readonly values: (string | null)[] }
  | { readonly kind: 'number'; readonly values: Float64Array };

/** A column of values as they came, before the standard is applied. */
export type RawColumn = RawValues & { readonly name: string };

export function pivotColumns(header: Header): PivotColumn[] {
  return Array.from({ length: header.columnsLength() }, (_, i) => {
    const column = header.columns(i)!;
    return { name: column.name()!, kind: kindOf(column.type()) };
  });
}

function kindOf(type: ColumnType): PivotColumn['kind'] {
  switch (type) {
    case ColumnType.String:
    case ColumnType.Json:
      return 'text';
    case ColumnType.DateTime:
      return 'date';
    case ColumnType.Binary:
      return 'binary';
    default:
      return 'number';
  }
}

/** Reads the properties of features into columns. */
export class PropertyReader {
  readonly #types: ColumnType[];
  readonly #sizes: number[];
  readonly #columns: (GrowingColumn | undefined)[];
  #features = 0;

  /** @param wanted one for each column of the header */
  constructor(header: Header, wanted: readonly Wanted[]) {
    this.#types = wanted.map((_, i) => header.columns(i)!.type());
    this.#sizes = this.#types.map(sizeOf);
    const expected = Number(header.featuresCount());
    this.#columns = wanted.map((kind, i) => {
      if (kind === 'drop') return undefined;
      const name = header.columns(i)!.name()!;
      return kind === 'number' ? new NumberValues(name, expected) : new TextValues(name);
    });
  }

  addFeature(feature: Feature): void {
    const bytes = feature.propertiesArray();
    if (bytes) this.#read(bytes);
    this.#features++;
  }

  columns(): RawColumn[] {
    return this.#columns.flatMap((column) => column?.finish(this.#features) ?? []);
  }

  #read(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const feature = this.#features;
    let at = 0;
    while (at < bytes.length) {
      const index = view.getUint16(at, true);
      at += 2;
      const type = this.#types[index];
      if (type === undefined) throw new Error(`FlatGeobuf property of no column: ${index}`);
      const column = this.#columns[index];
      const size = this.#sizes[index]!;
      if (size > 0) {
        column?.set(feature, scalar(view, at, type));
        at += size;
        continue;
      }
      const length = view.getUint32(at, true);
      at += 4;
      if (column instanceof TextValues) column.setBytes(feature, bytes, at, at + length, type);
      else column?.set(feature, textOf(bytes, at, at + length, type));
      at += length;
    }
  }
}

interface GrowingColumn {
  set(feature: number, value: number | bigint | string): void;
  finish(features: number): RawColumn;
}

class NumberValues implements GrowingColumn {
  readonly #name: string;
  #values: Float64Array;

  constructor(name: string, expected: number) {
    this.#name = name;
    this.#values = new Float64Array(Math.max(expected, 64)).fill(Number.NaN);
  }

  set(feature: number, value: number | bigint | string): void {
    if (feature >= this.#values.length) this.#reserve(2 * feature);
    this.#values[feature] = Number(value);
  }

  finish(features: number): RawColumn {
    this.#reserve(features);
    return { kind: 'number', name: this.#name, values: this.#values.slice(0, features) };
  }

  #reserve(size: number): void {
    if (size <= this.#values.length) return;
    const grown = new Float64Array(size).fill(Number.NaN);
    grown.set(this.#values);
    this.#values = grown;
  }
}

class TextValues implements GrowingColumn {
  readonly #name: string;
  readonly #values: (string | null)[] = [];
  readonly #known = new TextCache();

  constructor(name: string) {
    this.#name = name;
  }

  set(feature: number, value: number | bigint | string): void {
    this.#reach(feature);
    this.#values[feature] = String(value);
  }

  setBytes(feature: number, bytes: Uint8Array, from: number, to: number, type: ColumnType): void {
    this.#reach(feature);
    this.#values[feature] = this.#known.get(bytes, from, to, type);
  }

  finish(features: number): RawColumn {
    this.#reach(features);
    return { kind: 'text', name: this.#name, values: this.#values };
  }

  #reach(feature: number): void {
    while (this.#values.length < feature) this.#values.push(null);
  }
}

/** Bytes of a value of fixed size; 0 for those with a length in front. */
function sizeOf(type: ColumnType): number {
  switch (type) {
    case ColumnType.Byte:
    case ColumnType.UByte:
    case ColumnType.Bool:
      return 1;
    case ColumnType.Short:
    case ColumnType.UShort:
      return 2;
    case ColumnType.Int:
    case ColumnType.UInt:
    case ColumnType.Float:
      return 4;
    case ColumnType.Long:
    case ColumnType.ULong:
    case ColumnType.Double:
      return 8;
    default:
      return 0;
  }
}

function scalar(view: DataView, at: number, type: ColumnType): number | bigint {
  switch (type) {
    case ColumnType.Byte:
      return view.getInt8(at);
    case ColumnType.UByte:
    case ColumnType.Bool:
      return view.getUint8(at);
    case ColumnType.Short:
      return view.getInt16(at, true);
    case ColumnType.UShort:
      return view.getUint16(at, true);
    case ColumnType.Int:
      return view.getInt32(at, true);
    case ColumnType.UInt:
      return view.getUint32(at, true);
    case ColumnType.Float:
      return view.getFloat32(at, true);
    case ColumnType.Long:
      return view.getBigInt64(at, true);
    case ColumnType.ULong:
      return view.getBigUint64(at, true);
    default:
      return view.getFloat64(at, true);
  }
}
