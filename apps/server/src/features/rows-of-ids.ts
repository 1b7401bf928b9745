import type { HeldLayer } from '../held-versions/held-layer.ts';

/** Rows of the features with some numbers, in the order of the layer; numbers that it does not have are passed over. */
export function rowsOfIds({ ids }: HeldLayer, wanted: ReadonlySet<number>): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < ids.length; row++) if (wanted.has(ids[row]!)) rows.push(row);
  return Uint32Array.from(rows);
}
