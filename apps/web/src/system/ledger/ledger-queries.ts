import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Answer } from '../../api/answers.ts';
import { answered, api } from '../../api/client.ts';

export type LedgerRow = Answer<'/api/v1/ledger'>['rows'][number];

/** Rows that are asked for at once. */
const PAGE = 200;

/** What is asked of the ledger; days are those of China. */
export interface LedgerSearch {
  readonly text: string | undefined;
  readonly verb: string | undefined;
  readonly actor: string | undefined;
  readonly scope: string | undefined;
  readonly fromDay: string | undefined;
  readonly toDay: string | undefined;
}

/** The search that an address names. */
export function ledgerSearchOf(search: URLSearchParams): LedgerSearch {
  const of = (key: string): string | undefined => search.get(key)?.trim() || undefined;
  const day = (key: string): string | undefined => {
    const value = of(key);
    return value !== undefined && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;
  };
  return {
    text: of('q'),
    verb: of('verb'),
    actor: of('actor'),
    scope: of('scope'),
    fromDay: day('from'),
    toDay: day('to'),
  };
}

export const ledgerQuery = (search: LedgerSearch) =>
  infiniteQueryOptions({
    queryKey: ['ledger', 'rows', search],
    queryFn: ({ pageParam: after }) => {
      const asked = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
      const page = after === undefined ? { count: true } : { after, count: false };
      return answered(api.GET('/api/v1/ledger', { params: { query: { ...asked, ...page, limit: PAGE } } }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const ledgerVerbsQuery = queryOptions({
  queryKey: ['ledger', 'verbs'],
  queryFn: () => answered(api.GET('/api/v1/ledger/verbs')),
  staleTime: Number.POSITIVE_INFINITY,
});

/** One row, by how an address names it; it is looked for in the millisecond when it was written. */
export const ledgerEntryQuery = ({ scope, seq, at }: EntryName) =>
  queryOptions({
    queryKey: ['ledger', 'entry', scope, seq],
    queryFn: async () => {
      const to = new Date(Date.parse(at) + 1).toISOString();
      const query = { scope, from: at, to, count: false, limit: 1000 };
      const { rows } = await answered(api.GET('/api/v1/ledger', { params: { query } }));
      return rows.find((row) => row.seq === seq) ?? null;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Which row: its chain, its place there, and when it was written. */
export interface EntryName {
  readonly scope: string;
  readonly seq: number;
  readonly at: string;
}

export const entryText = ({ scope, seq, at }: EntryName): string => `${scope}~${seq}~${at}`;

/** The row that a text of an address names; undefined where it names none. */
export function entryNameOf(text: string | null): EntryName | undefined {
  const [, scope, seq, at] = /^(.+)~(\d+)~(\d{4}-\d\d-\d\dT[\d:.]+Z)$/.exec(text ?? '') ?? [];
  return scope === undefined || at === undefined ? undefined : { scope, seq: Number(seq), at };
}
