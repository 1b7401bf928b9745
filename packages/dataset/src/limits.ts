/** What reading or writing one dataset may cost before it is stopped. */
export interface Limits {
  /** Wall-clock seconds of the GDAL process. */
  readonly seconds: number;
  /** Resident memory of the GDAL process in MiB; it needs about 200 to start. Watched on Linux only. */
  readonly memoryMB: number;
  /** Unpacked size of a zip in MiB. */
  readonly unpackedMB: number;
  /** Unpacked size over packed size of a zip; small archives (below 16 MiB unpacked) are not judged by it. */
  readonly compressionRatio: number;
  /** Files in a zip or folder. */
  readonly entries: number;
}

/**
 * A county's plan of a million parcels is about 1 GB as FileGDB and read in a minute; FileGDB packs 1:5, DBF with long blank
 * fields up to 1:100, and deflate cannot pack beyond 1:1032.
 */
export const defaultLimits: Limits = {
  seconds: 300,
  memoryMB: 1536,
  unpackedMB: 4096,
  compressionRatio: 200,
  entries: 20_000,
};

export const MIB = 1024 * 1024;
