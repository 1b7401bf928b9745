import type { Box } from '@tuheng/geometry';
import { roundArea } from '@tuheng/standard';
import { lonLatBox } from '../features/lon-lat-box.ts';
import { measuredAreas } from '../features/measured-areas.ts';
import { type Value, valueAt } from '../features/value-at.ts';
import type { HeldLayer } from '../held-versions/held-layer.ts';
import { invalid } from '../problems/invalid-value.ts';
import type { Hits } from './hits.ts';

/** Numbers of hits that are answered at most. */
const MOST_IDS = 500_000;

export interface PageRequest {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
  /** In the order of the columns; absent: all of the layer. */
  readonly fields?: readonly string[] | undefined;
  /** Whether the numbers of all hits are answered. */
  readonly ids?: boolean | undefined;
}

/** Rows of a table, and of each row where it lies and how large it is. */
export interface HitPage {
  /** All hits: how many, and their ground in m², 2 decimals. */
  readonly total: number;
  readonly area: number;
  readonly fields: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  readonly ids: readonly number[];
  readonly boxes: readonly (Box | null)[];
  readonly areas: readonly number[];
  readonly all?: readonly number[];
}

/** A page of what was found. @throws Problem server.invalid-request where the layer has no such field */
export async function hitPage(
  held: HeldLayer,
  hits: Hits,
  { offset = 0, limit = 100, fields, ids = false }: PageRequest,
): Promise<HitPage> {
  const { layer } = held;
  const names = fields ?? [...layer.columns.keys()];
  const columns = names.map((name, i) => {
    const column = layer.columns.get(name);
    if (!column) throw invalid(`/fields/${i}`, `没有字段“${name}”`);
    return column;
  });
  const page = hits.rows.subarray(offset, offset + limit);
  const areas = await measuredAreas(held, page);
  const rows = [...page];
  return {
    total: hits.rows.length,
    area: roundArea(hits.area),
    fields: names,
    rows: rows.map((row) => columns.map((column) => valueAt(column, row))),
    ids: rows.map((row) => held.ids[row]!),
    boxes: rows.map((row) => lonLatBox(layer, row)),
    areas: rows.map((row) => roundArea(areas[row]!)),
    ...(ids && { all: Array.from(hits.rows.subarray(0, MOST_IDS), (row) => held.ids[row]!) }),
  };
}
