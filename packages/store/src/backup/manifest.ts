import { hash } from 'node:crypto';
import type { StoreSequence, StoreTable } from './tables.ts';

/** What the first file of a backup says, and its manifest. */
export const backupSchema = 'tuheng.backup/1';

/** Files of a backup. Pieces of tables are `tables/NAME/NUMBER.copy.gz`. */
export const entryNames = {
  format: 'format',
  manifest: 'manifest.json',
  /** SHA-256 of the manifest, as sha256sum writes it. */
  seal: 'manifest.json.sha256',
  slice: (table: string, slice: number): string =>
    `tables/${table}/${String(slice + 1).padStart(5, '0')}.copy.gz`,
} as const;

/** A piece of a table: binary COPY, in the file gzipped. */
export interface SavedSlice {
  readonly rows: number;
  /** Of the COPY. */
  readonly bytes: number;
  /** SHA-256 of the COPY, hex. */
  readonly sha256: string;
}

export interface SavedTable extends StoreTable {
  readonly rows: number;
  /** Of its rows in any order, hex (`TableDigest`). */
  readonly digest: string;
  readonly slices: readonly SavedSlice[];
}

/** Comes after all it tells of, and its hash after it: a backup without them is not whole. */
export interface BackupManifest {
  readonly schema: typeof backupSchema;
  /** Clock of the database, UTC. */
  readonly createdAt: string;
  readonly migrations: readonly { readonly name: string; readonly digest: string }[];
  readonly tables: readonly SavedTable[];
  readonly sequences: readonly StoreSequence[];
}

/** What seals a manifest. */
export function sealOf(manifest: Uint8Array): Buffer {
  return Buffer.from(`${hash('sha256', manifest, 'hex')}  ${entryNames.manifest}\n`);
}
