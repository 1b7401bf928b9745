import type { CompiledFilter } from '../../cql2/compile-filter.ts';
import { answered } from '../../features/answered.ts';
import { filterCondition, placeCondition } from '../../features/conditions.ts';
import { matchingRows } from '../../features/matching-rows.ts';
import type { HeldLayer } from '../../held-versions/held-layer.ts';
import type { ItemsQuery } from './items-query.ts';

/** Rows of the features that a query asks for, on all pages, in order. @throws Problem server.invalid-filter */
export async function findRows(held: HeldLayer, query: ItemsQuery): Promise<Uint32Array> {
  const { bbox, filters, filterCrs } = query;
  const conditions: CompiledFilter[] = [];
  if (bbox) conditions.push(answered(() => placeCondition(held, 'meets', bbox.geometry, bbox.crs)));
  for (const filter of filters) conditions.push(answered(() => filterCondition(held, filter, filterCrs)));
  return matchingRows(held, conditions);
}
