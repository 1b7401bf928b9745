import type { Column } from '@tuheng/standard';

/**
 * A layer as it lies in memory, on the disk: its arrays one after the other, each from a multiple of 8 bytes, then what they are as JSON, and at the
 * very end how long that is. For files that a program writes for itself and reads again soon: arrays in the byte order of this machine, no word for
 * another program or another version of this one. Every value comes back as it was, NaN and lone surrogates too.
 */
export interface LayerFileHead {
  readonly format: typeof FORMAT;
  readonly code: string;
  readonly sourceName: string;
  readonly epsg: number;
  readonly xy: Section;
  readonly ringStart: Section;
  readonly polygonStart: Section;
  readonly featureStart: Section;
  readonly columns: readonly LayerFileColumn[];
}

export type LayerFileColumn =
  | { readonly name: string; readonly kind: Extract<Column['kind'], 'number'>; readonly values: Section }
  | {
      readonly name: string;
      readonly kind: Extract<Column['kind'], 'text'>;
      readonly values: TextSection;
      readonly raw?: TextSection;
    };

/** Where an array lies: its first byte, and how many bytes. */
export interface Section {
  readonly at: number;
  readonly bytes: number;
}

/** Texts: each different one once as a JSON array, and for every feature which of them it has. */
export interface TextSection {
  readonly texts: Section;
  readonly which: Section;
}

export const FORMAT = 'tuheng.layer/1';
/** Bytes that say how long the head is. */
export const TAIL = 8;
export const ALIGNMENT = 8;
