import { hash } from 'node:crypto';
import { type ExportFormat, endingOf } from '../exports/export-format.ts';
import type { WantedFile } from '../exports/written-files.ts';
import { selectedLayer } from '../features/selected-layer.ts';
import type { HeldLayer } from '../held-versions/held-layer.ts';

/** What a layer is taken from, as files of it are told apart and named. */
export interface SelectionSource {
  /** Of the plan and version: nothing else may have the same. */
  readonly key: string;
  /** The beginning of the file's name. */
  readonly stem: string;
  /** Code of the layer. */
  readonly layer: string;
}

/** Features of a layer as a file. Its number is told to the client, who has it fetched by it. */
export interface SelectionFile extends WantedFile {
  readonly number: string;
}

export function selectionFile(
  source: SelectionSource,
  held: HeldLayer,
  rows: Uint32Array,
  format: ExportFormat,
): SelectionFile {
  const ids = Uint32Array.from(rows, (row) => held.ids[row]!);
  const number = hash('sha256', ids, 'hex').slice(0, 32);
  return {
    ...writtenAs(source, number, format),
    number,
    format,
    features: rows.length,
    layers: async () => [selectedLayer(held.layer, rows)],
  };
}

/** Where a selection was written. The source is part of its key: a number alone opens nothing of another plan. */
export function writtenAs(
  { key, stem, layer }: SelectionSource,
  number: string,
  format: ExportFormat,
): Pick<WantedFile, 'key' | 'name'> {
  return {
    key: hash('sha256', JSON.stringify(['selection', key, layer, number, format]), 'hex'),
    name: `${stem}-${layer}-${number.slice(0, 8)}.${endingOf(format, 1)}`,
  };
}
