import type { ArealGeometry } from '@tuheng/geometry';
import type { CompiledFilter } from '../cql2/compile-filter.ts';
import { parseFilter } from '../cql2/parse-filter.ts';
import { answered } from '../features/answered.ts';
import { areaLiteral } from '../features/area-literal.ts';
import { filterCondition, placeCondition } from '../features/conditions.ts';
import { matchingRows } from '../features/matching-rows.ts';
import { measuredAreas } from '../features/measured-areas.ts';
import type { HeldLayer } from '../held-versions/held-layer.ts';
import { CRS84 } from '../place/ogc-crs.ts';
import { invalid } from '../problems/invalid-value.ts';
import { sortedRows } from './sorted-rows.ts';

/** Which features are asked for; all conditions are to hold. */
export interface Conditions {
  /** CQL2 text; coordinates in longitude and latitude. */
  readonly filter?: string;
  readonly place?: ArealGeometry;
  /** How the features are to lie to the place; `intersects` where not given. */
  readonly relation?: 'intersects' | 'within';
}

export interface Sort {
  readonly field: string;
  readonly descending?: boolean;
}

/** What was found: the rows of the features in the order asked for, and their ground. */
export interface Hits {
  readonly rows: Uint32Array;
  /** m² by the national ellipsoid formula, not rounded. */
  readonly area: number;
}

/** Rows of the features for which all conditions hold, in the order of the layer. @throws Problem server.invalid-filter */
export function rowsWhere(
  held: HeldLayer,
  { filter, place, relation = 'intersects' }: Conditions,
): Promise<Uint32Array> {
  const conditions: CompiledFilter[] = [];
  if (place) {
    const kind = relation === 'within' ? 'within' : 'meets';
    conditions.push(answered(() => placeCondition(held, kind, areaLiteral(place), CRS84), '/place'));
  }
  if (filter !== undefined && filter.trim() !== '')
    conditions.push(answered(() => filterCondition(held, parseFilter(filter), CRS84), '/filter'));
  return matchingRows(held, conditions);
}

/** @throws Problem server.invalid-filter, server.invalid-request where there is no field to sort by */
export async function findHits(held: HeldLayer, conditions: Conditions, sort?: Sort): Promise<Hits> {
  const column = sort && held.layer.columns.get(sort.field);
  if (sort && !column) throw invalid('/sort/field', `没有字段“${sort.field}”`);
  const found = await rowsWhere(held, conditions);
  const areas = await measuredAreas(held, found);
  let area = 0;
  for (const row of found) area += areas[row]!;
  const rows = sort && column ? await sortedRows(found, column, sort.descending === true) : found;
  return { rows, area };
}
