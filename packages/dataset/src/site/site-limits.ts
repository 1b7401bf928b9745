/** What the range of one site may be. */
export interface SiteLimits {
  /** Of the file, packed where it is a zip. */
  readonly bytes: number;
  readonly vertices: number;
  /** Rings of one parcel; a survey's has a handful. */
  readonly rings: number;
}

export const defaultSiteLimits: SiteLimits = { bytes: 10 * 1024 * 1024, vertices: 100_000, rings: 1000 };
