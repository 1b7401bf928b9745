import type { Crs, Note, SiteParcel } from '@tuheng/standard';

/** Rings as written: two numbers a point, not yet known which is which. */
export type RawRing = readonly number[];

/** A parcel as written. */
export interface RawParcel {
  readonly parcel: SiteParcel;
  /** Polygons of rings, the outer first; with `nested` false, one list of rings that are yet to be sorted into outer ones and holes. */
  readonly polygons: readonly (readonly RawRing[])[];
  readonly nested: boolean;
}

/** A site as a format was parsed into, before it is known where its coordinates lie. */
export interface RawSite {
  readonly parcels: readonly RawParcel[];
  /** What the source declares. */
  readonly crs?: Crs;
  /** 3° zone number that the source states. */
  readonly zone?: number;
  /** True where the format has the easting or longitude first; else the numbers have to tell. */
  readonly eastingFirst: boolean;
  readonly notes: readonly Note[];
  /** Where a point stands in the source, for people: by its number through all parcels, polygons and rings. */
  place(point: number): string;
}

export const noParcel: SiteParcel = { number: null, name: null, use: null, statedHectares: null };
