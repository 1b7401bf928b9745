import { useQuery } from '@tanstack/react-query';
import { type ChangeRow, changesQuery, PAGE } from '../desk/queries.ts';
import { readChange } from './change-row.ts';

/** The piece of the change that is lit. Within its layer, unsorted, pieces stand in the order of their numbers. */
export function useLitChange(job: string, text: string | undefined): ChangeRow | undefined {
  const lit = readChange(text);
  const at = (lit?.id ?? 1) - 1;
  const { data } = useQuery({
    ...changesQuery(job, { layer: lit?.layer, type: undefined, sort: undefined }, Math.floor(at / PAGE)),
    enabled: lit !== undefined,
  });
  return lit && data?.rows.find(({ id, layer }) => id === lit.id && layer === lit.layer);
}
