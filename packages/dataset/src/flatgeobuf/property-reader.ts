import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import type { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import type { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js';

/** A column as the pivot file declares it. */
export interface PivotColumn {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'date' | 'binary';
}

/** What to make of a column: text, number, or nothing (its values never leave the pivot file). */
export type Wanted = 'text' | 'number' | 'drop';

export type RawValues =
  | { readonly kind: 'text'; readonly values: (string | null)[] }
  | { readonly kind: 'number'; readonly values: number[] };

/** A column of values as they came, before the standard is applied. */
export type RawColumn = RawValues & { readonly name: string };

/** Values repeat (codes, names): the same string is kept once, up to this many a column. */
const INTERNED = 10_000;
const decoder = new TextDecoder();

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
  readonly #columns: (RawColumn | undefined)[];
  readonly #interned: Map<string, string>[];
  #features = 0;

  /** @param wanted one for each column of the header */
  constructor(header: Header, wanted: readonly Wanted[]) {
    this.#types = wanted.map((_, i) => header.columns(i)!.type());
    this.#interned = wanted.map(() => new Map());
    this.#columns = wanted.map((kind, i) =>
      kind === 'drop' ? undefined : { kind, name: header.columns(i)!.name()!, values: [] },
    );
  }

  addFeature(feature: Feature): void {
    for (const column of this.#columns) {
      if (column?.kind === 'text') column.values.push(null);
      else column?.values.push(Number.NaN);
    }
    const bytes = feature.propertiesArray();
    if (bytes) this.#read(bytes);
    this.#features++;
  }

  columns(): RawColumn[] {
    return this.#columns.filter((column) => column !== undefined);
  }

  #read(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    while (at < bytes.length) {
      const index = view.getUint16(at, true);
      at += 2;
      const type = this.#types[index];
      if (type === undefined) throw new Error(`FlatGeobuf property of no column: ${index}`);
      const size = sizeOf(type);
      if (size > 0) {
        this.#set(index, scalar(view, at, type));
        at += size;
        continue;
      }
      const length = view.getUint32(at, true);
      at += 4;
      if (this.#columns[index]) {
        const text = decoder.decode(bytes.subarray(at, at + length));
        // The format knows no plain dates: midnight is how GDAL writes one.
        this.#set(index, type === ColumnType.DateTime ? text.replace(/T00:00:00(\.0+)?Z?$/, '') : text);
      }
      at += length;
    }
  }

  #set(index: number, value: number | bigint | string): void {
    const column = this.#columns[index];
    if (!column) return;
    if (column.kind === 'number') column.values[this.#features] = Number(value);
    else column.values[this.#features] = this.#intern(index, String(value));
  }

  #intern(index: number, text: string): string {
    const known = this.#interned[index]!;
    const same = known.get(text);
    if (same !== undefined) return same;
    if (known.size < INTERNED) known.set(text, text);
    return text;
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
