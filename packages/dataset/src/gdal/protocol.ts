/** What the parent asks of the GDAL process, one request at a time. Paths are those of GDAL's virtual file system. */
export type GdalRequest =
  | { readonly verb: 'start'; readonly library: string; readonly mounts: readonly Mount[] }
  | {
      readonly verb: 'open';
      readonly path: string;
      /** Only this driver may look at the file: a hostile file must not choose its parser. */
      readonly driver: string;
      readonly options: readonly string[];
    }
  | { readonly verb: 'describe'; readonly dataset: number; readonly options: readonly string[] }
  | {
      readonly verb: 'translate';
      readonly source: number;
      /** A path creates a dataset; a number adds to the open dataset of that handle. */
      readonly target: string | number;
      readonly options: readonly string[];
    }
  | { readonly verb: 'close'; readonly dataset: number };

/** A real folder shown to GDAL at a virtual path. */
export interface Mount {
  readonly real: string;
  readonly virtual: string;
  readonly writable: boolean;
}

export interface GdalReply {
  /** Handle of a dataset (0: GDAL could not do it), JSON text, or nothing. */
  readonly result: number | string | null;
  readonly messages: GdalMessages;
}

/** What GDAL said while it worked on one request: first lines of each kind, and how many there were. */
export interface GdalMessages {
  readonly errors: readonly string[];
  readonly warnings: readonly CountedMessage[];
}

export interface CountedMessage {
  readonly text: string;
  readonly count: number;
}
