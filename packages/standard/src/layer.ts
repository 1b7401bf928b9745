import type { Polygons, Polylines } from '@tuheng/geometry';
import type { Crs } from './crs.ts';

/** A text attribute: one value or null per feature. `raw` keeps what the file said where it was normalised. */
export interface TextColumn {
  readonly kind: 'text';
  readonly values: readonly (string | null)[];
  readonly raw?: readonly (string | null)[];
}

/** A number attribute; NaN stands for null. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly values: Float64Array;
}

export type Column = TextColumn | NumberColumn;

/** One layer of a plan database in memory: polygons in flat arrays, attributes in columns, all of the same length. */
export interface Layer {
  /** Code of the standard (CZKFBJ, DLTB …), after aliases were resolved. */
  readonly code: string;
  /** The layer's name in the file. */
  readonly sourceName: string;
  /** The CRS of the coordinates in `polygons` (the declared one). */
  readonly crs: Crs;
  readonly polygons: Polygons;
  readonly columns: ReadonlyMap<string, Column>;
}

/** One layer of lines: roads. Feature `f` of `lines` is row `f` of every column. */
export interface LineLayer {
  readonly code: string;
  /** The layer's name in the file. */
  readonly sourceName: string;
  /** The CRS of the coordinates in `lines` (the declared one). */
  readonly crs: Crs;
  readonly lines: Polylines;
  readonly columns: ReadonlyMap<string, Column>;
}

/** Something the reader did or saw that a person should know; never an error. */
export interface Note {
  /** Stable code, e.g. `dataset.personal-fields-dropped`. */
  readonly code: string;
  readonly layer?: string;
  readonly count?: number;
  /** A sentence in Chinese. */
  readonly message: string;
}

/** What was read from one path. */
export interface Plan {
  /** File or folder name (no directories: results must not depend on where files lie). */
  readonly name: string;
  /** SHA-256 (hex) over the content read, stable under the order of files. */
  readonly digest: string;
  readonly format: 'FileGDB' | 'GeoPackage' | 'Shapefile' | 'GeoJSON' | 'memory';
  /** By standard code. */
  readonly layers: ReadonlyMap<string, Layer>;
  /** Layers of lines, by standard code; undefined where there is none. */
  readonly lines?: ReadonlyMap<string, LineLayer>;
  readonly notes: readonly Note[];
}

/** Text value of feature `f`, or null where the column is missing or empty. */
export function textAt(layer: Pick<Layer, 'columns'>, field: string, f: number): string | null {
  const column = layer.columns.get(field);
  if (!column) return null;
  if (column.kind === 'text') return column.values[f] ?? null;
  const value = column.values[f];
  return value === undefined || Number.isNaN(value) ? null : String(value);
}

/** Number value of feature `f`, or NaN where the column is missing, empty or not a number. */
export function numberAt(layer: Pick<Layer, 'columns'>, field: string, f: number): number {
  const column = layer.columns.get(field);
  if (!column) return Number.NaN;
  if (column.kind === 'number') return column.values[f] ?? Number.NaN;
  const text = column.values[f];
  return text === null || text === undefined || text.trim() === '' ? Number.NaN : Number(text);
}
