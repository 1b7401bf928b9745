import type { DeliveredDatabase } from '@tuheng/standard';
import type { InspectedLayer } from './inspected-layer.ts';

const known = new WeakMap<DeliveredDatabase, string | null>();

/** The county's code (6 digits) by XZQDM of most features of a database; undefined where no feature has one. */
export function countyCodeOf(
  database: DeliveredDatabase,
  layers: readonly InspectedLayer[],
): string | undefined {
  const before = known.get(database);
  if (before !== undefined) return before ?? undefined;
  const counts = new Map<string, number>();
  for (const layer of layers) {
    if (layer.database !== database || !layer.hasField('XZQDM')) continue;
    for (let f = 0; f < layer.count; f++) {
      const code = /^\d{6}/.exec(layer.text('XZQDM', f) ?? '')?.[0];
      if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  const code = mostFrequent(counts) ?? null;
  known.set(database, code);
  return code ?? undefined;
}

/** The key with the largest count, the smaller key of two equal ones. */
export function mostFrequent(counts: ReadonlyMap<string, number>): string | undefined {
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];
}
