import type { Polygons, Polylines } from '@tuheng/geometry';
import type { Crs } from './crs.ts';
import type { FieldType } from './field.ts';
import type { Column, Note } from './layer.ts';
import type { LayerSpec } from './layers/spec.ts';

/**
 * What lies at one path, as it was delivered: a database, or a package folder with databases, tables and documents. Nothing in it is
 * repaired or refused; whether it is sound is for the inspection to say.
 */
export interface Delivery {
  /** File or folder name, no directories. */
  readonly name: string;
  /** SHA-256 (hex) over the content read, stable under the order of files. */
  readonly digest: string;
  /** Every file of a package folder (those inside a database not listed one by one); undefined where the path is a database. */
  readonly files?: readonly DeliveredFile[];
  readonly databases: readonly DeliveredDatabase[];
  /** Tables of a package (规划表格) that could be read. */
  readonly tables: readonly DeliveredTable[];
}

export interface DeliveredFile {
  /** Relative to the package, with `/`; a FileGDB is one entry, its folder. */
  readonly path: string;
  readonly bytes: number;
  /** Why it cannot be read, in Chinese; absent where its first bytes are those its extension promises. */
  readonly unreadable?: string;
}

/** A table of a package: one sheet of a workbook or one CSV file, as text or number by cell. */
export interface DeliveredTable {
  /** File it comes from, relative to the package. */
  readonly path: string;
  readonly sheet: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface DeliveredDatabase {
  /** File or folder name. */
  readonly name: string;
  /** Relative to the package; its name where the path is the database. */
  readonly path: string;
  readonly format: 'FileGDB' | 'GeoPackage' | 'Shapefile' | 'GeoJSON' | 'memory';
  readonly digest: string;
  /** By file order. */
  readonly layers: readonly DeliveredLayer[];
  /** Layers of lines, by file order; undefined where there is none. */
  readonly lines?: readonly DeliveredLineLayer[];
  /** Layers the standard does not know, and known ones that hold other shapes than they should. */
  readonly otherLayers: readonly OtherLayer[];
  readonly notes: readonly Note[];
  /** Why nothing could be read of it, with a stable code and a Chinese sentence. */
  readonly failure?: { readonly code: string; readonly message: string };
}

export interface OtherLayer {
  readonly sourceName: string;
  /** As GDAL names it: MultiPoint, LineString, None … */
  readonly geometryType: string;
  readonly features: number;
  /** Set where the name is of the standard but the layer cannot be used. */
  readonly code?: string;
  /**
   * 'not-polygons': a known name on points, lines or a table; 'not-lines': that of a line layer on something else; 'duplicate': a
   * second layer that stands for the same one.
   */
  readonly reason: 'unknown' | 'not-polygons' | 'not-lines' | 'duplicate';
}

/** Which layer of a maintenance database it is (standards.md §2.2); `plan` for a layer of the plan itself. */
export type LayerPart = 'plan' | 'before' | 'change' | 'after';

/** The coordinate system a layer declares. `vertical` is the EPSG code of its height part, null where it names none. */
export type DeclaredCrs =
  | { readonly kind: 'known'; readonly crs: Crs; readonly vertical: number | null }
  | { readonly kind: 'wgs84' }
  | { readonly kind: 'other'; readonly name: string }
  | { readonly kind: 'missing' };

export interface DeliveredField {
  /** Name in the file. */
  readonly sourceName: string;
  /** Name of the standard it stands for (by code, alias or title), or null. */
  readonly name: string | null;
  /** undefined where the file's type has no counterpart (binary, list). */
  readonly type: FieldType | undefined;
  /** Characters for text, 0 where the file sets no limit. */
  readonly length: number;
  /** Set where its values were not taken: personal data and binary. */
  readonly dropped?: 'personal' | 'binary';
}

/** One layer of lines as it was delivered. Feature `f` is row `f` of every column and feature `f` of `lines`. */
export interface DeliveredLineLayer {
  /** Name by the standard: DLZXX. */
  readonly code: string;
  readonly spec: LayerSpec;
  readonly sourceName: string;
  readonly declared: DeclaredCrs;
  /** As GDAL names it: LineString, MultiLineStringZ … */
  readonly geometryType: string;
  readonly encoding?: string;
  readonly fields: readonly DeliveredField[];
  /** Coordinates as delivered; arcs are lines. */
  readonly lines: Polylines;
  readonly columns: ReadonlyMap<string, Column>;
}

/** One layer as it was delivered. Feature `f` is row `f` of every column and feature `f` of `polygons`. */
export interface DeliveredLayer {
  /** Name by the standard: CZKFBJ, WHQGHFQ … */
  readonly code: string;
  readonly part: LayerPart;
  /** The layer of the plan that it is, or that it changes. */
  readonly spec: LayerSpec;
  readonly sourceName: string;
  readonly declared: DeclaredCrs;
  /** As GDAL names it: MultiPolygon, PolygonZ, CurvePolygon … */
  readonly geometryType: string;
  /** Encoding its text was read in, where the format leaves that open (Shapefile): UTF-8, GBK or BIG5. */
  readonly encoding?: string;
  readonly fields: readonly DeliveredField[];
  /**
   * Coordinates as delivered (x or longitude first; where the file says so, that is). Rings are closed, arcs are lines; what had to be
   * done for that stands in `rings` and `features`.
   */
  readonly polygons: Polygons;
  readonly columns: ReadonlyMap<string, Column>;
  /** Rings, by number, that the file did not close. */
  readonly openRings: Uint32Array;
  /** Features, ascending, with arcs or Bézier curves. */
  readonly curved: Uint32Array;
  /** Features, ascending, with points or lines, which are not in `polygons`. */
  readonly foreign: Uint32Array;
}
