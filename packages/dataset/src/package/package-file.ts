import type { DeliveredFile } from '@tuheng/standard';

/** A file of a package; a FileGDB is one, with the files in it as `content`. */
export interface PackageFile extends DeliveredFile {
  readonly isFileGdb: boolean;
  /** Files whose bytes count, relative to the package. */
  readonly content: readonly string[];
}
