import type { Polygons } from '@tuheng/geometry';
import type { Column, Crs } from '@tuheng/standard';

/** A field to write; the field records of packages/standard satisfy it. */
export interface OutputField {
  readonly name: string;
  /** Alias people see; not every format keeps it. */
  readonly title?: string;
  readonly type: 'text' | 'double' | 'integer' | 'date';
  /** Characters of text; 0 for no limit. */
  readonly length: number;
}

/** A layer to write: `fields` in this order, values from `columns` by name (none: null everywhere). */
export interface OutputLayer {
  readonly name: string;
  readonly crs: Crs;
  /** EPSG code of a height system to declare with it: 5737 in maintenance databases. No coordinate has a height. */
  readonly vertical?: number;
  readonly polygons: Polygons;
  /**
   * What the arrays of `polygons` hold: polygons (default), lines (each ring one, closed or not; a feature's form a MultiLineString), or
   * points (the first vertex of a feature).
   */
  readonly shapes?: 'polygons' | 'lines' | 'points';
  readonly fields: readonly OutputField[];
  readonly columns: ReadonlyMap<string, Column>;
}
