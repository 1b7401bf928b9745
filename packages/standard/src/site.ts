import type { Polygons } from '@tuheng/geometry';
import type { Crs } from './crs.ts';
import type { Note } from './layer.ts';

/** A piece of ground that somebody asks about: where a project wants to be. */
export interface Site {
  /** What it is called, for people: a file name without folders, or a project. */
  readonly name: string;
  /** SHA-256 (hex) of the bytes it was read from. */
  readonly digest: string;
  readonly format: SiteFormat;
  readonly crs: Crs;
  /** One feature a parcel; coordinates in `crs`, easting or longitude first. */
  readonly polygons: Polygons;
  /** What the source says of each feature of `polygons`. */
  readonly parcels: readonly SiteParcel[];
  /** What the reader assumed, for people. */
  readonly notes: readonly Note[];
}

export type SiteFormat = 'GeoJSON' | 'WKT' | '坐标文本' | 'Shapefile';

/** A parcel (地块) as its source describes it; null where it says nothing. */
export interface SiteParcel {
  /** 地块编号. */
  readonly number: string | null;
  /** 地块名称. */
  readonly name: string | null;
  /** 地块用途, as written: names of uses, not of classes. */
  readonly use: string | null;
  /** Area as written, hectares. */
  readonly statedHectares: number | null;
}
