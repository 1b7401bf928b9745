import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Answer } from '../../api/answers.ts';
import { answered, api } from '../../api/client.ts';
import type { Sort } from '../../table/data-table.tsx';
import type { PlacedLayer } from '../use-one-map.ts';
import { bodyOf } from './query-body.ts';
import type { QuerySpec } from './query-spec.ts';

type Page = Answer<'/api/v1/plans/{plan}/versions/{version}/layers/{layer}/query', 'post'>;

/** Rows that are fetched at once. */
const PAGE = 500;

export interface ResultRow {
  readonly id: number;
  readonly area: number;
  readonly box: readonly number[] | null;
  readonly values: readonly (string | number | null)[];
}

const made = new WeakMap<Page, readonly ResultRow[]>();

/** The rows of a page, the same objects each time: a table draws anew only what has changed. */
function rowsOf(page: Page): readonly ResultRow[] {
  const known = made.get(page);
  if (known) return known;
  const { ids, areas, boxes, rows } = page;
  const all = ids.map((id, i) => ({ id, area: areas[i]!, box: boxes[i] ?? null, values: rows[i]! }));
  made.set(page, all);
  return all;
}

/** The answer to a question, its rows fetched as they come in sight. */
export function useResults(
  spec: QuerySpec,
  layer: PlacedLayer,
  regions: PlacedLayer | undefined,
  sort: Sort | undefined,
) {
  const fetchPage = async (page: number, ids: boolean): Promise<Page> =>
    answered(
      api.POST('/api/v1/plans/{plan}/versions/{version}/layers/{layer}/query', {
        params: { path: { plan: layer.plan, version: String(layer.version), layer: layer.code } },
        body: {
          ...(await bodyOf(spec, layer, regions)),
          ...(sort && { sort: { field: sort.key, descending: sort.isDescending } }),
          limit: PAGE,
          offset: page * PAGE,
          ids,
        },
      }),
    );
  const key = ['query', layer.source, layer.code, spec, sort] as const;
  const first = useQuery({
    queryKey: [...key, 0],
    queryFn: () => fetchPage(0, true),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [sight, setSight] = useState<readonly [first: number, last: number]>([0, 0]);
  const wanted = Array.from({ length: sight[1] - sight[0] + 1 }, (_, i) => sight[0] + i).filter(
    (page) => page > 0,
  );
  const others = useQueries({
    queries: wanted.map((page) => ({
      queryKey: [...key, page],
      queryFn: () => fetchPage(page, false),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (results) =>
      new Map(results.flatMap(({ data }, i) => (data ? [[wanted[i]!, data] as const] : []))),
  });
  const row = useCallback(
    (index: number): ResultRow | undefined => {
      const page = Math.floor(index / PAGE);
      const data = page === 0 ? first.data : others.get(page);
      return data && rowsOf(data)[index % PAGE];
    },
    [first.data, others],
  );
  const onSight = useCallback((start: number, end: number): void => {
    const [from, to] = [Math.floor(start / PAGE), Math.floor(Math.max(start, end - 1) / PAGE)];
    setSight((now) => (now[0] === from && now[1] === to ? now : [from, to]));
  }, []);
  const places = useMemo(() => new Map(first.data?.all?.map((id, i) => [id, i])), [first.data]);
  return {
    data: first.data,
    error: first.error,
    isPending: first.isPending,
    refetch: first.refetch,
    row,
    onSight,
    places,
  };
}
