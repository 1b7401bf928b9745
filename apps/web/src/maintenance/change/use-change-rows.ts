import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { type ChangeQuestion, type ChangeRow, changesQuery, PAGE } from '../desk/queries.ts';

interface ChangeRows {
  readonly count: number;
  row(index: number): ChangeRow | undefined;
  onSight(start: number, end: number): void;
  readonly error: Error | null;
}

/** The table of the change as far as it is in sight: a page of rows is fetched when one of them is. */
export function useChangeRows(job: string, question: ChangeQuestion): ChangeRows {
  const [[from, to], setPages] = useState<readonly [number, number]>([0, 0]);
  const pages = useMemo(() => {
    const seen = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    return seen.includes(0) ? seen : [0, ...seen];
  }, [from, to]);
  const found = useQueries({
    queries: pages.map((page) => changesQuery(job, question, page)),
  });
  const total = found[0]?.data?.total ?? 0;
  const onSight = useCallback((start: number, end: number) => {
    const next = [Math.floor(start / PAGE), Math.floor((end - 1) / PAGE)] as const;
    setPages((now) => (now[0] === next[0] && now[1] === next[1] ? now : next));
  }, []);
  const rowsOf = new Map(pages.map((page, i) => [page, found[i]]));
  return {
    count: total,
    row: (index) => {
      const page = rowsOf.get(Math.floor(index / PAGE));
      // What is kept from another question is no row of this one.
      return page?.isPlaceholderData ? undefined : page?.data?.rows[index % PAGE];
    },
    onSight,
    error: found.find(({ error }) => error)?.error ?? null,
  };
}
