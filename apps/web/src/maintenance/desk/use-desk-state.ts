import { createContext, use, useCallback, useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { type DeskState, readDesk, writeDesk } from './desk-state.ts';

export interface DeskAddress {
  readonly state: DeskState;
  /** Always the same function. */
  change(changed: Partial<DeskState>): void;
  /** Changes anything else of the address. Always the same function. */
  edit(write: (now: URLSearchParams) => URLSearchParams): void;
}

/** Milliseconds after which an address that was asked for and has not come will not come: something else was gone to. */
const COMING = 500;

/** What the address says of the desk. It stays the same object while only the view of the map changes. */
export function useDeskAddress(): DeskAddress {
  const [search, setSearch] = useSearchParams();
  const key = withoutView(search);
  const state = useMemo(() => readDesk(new URLSearchParams(key)), [key]);
  const set = useRef(setSearch);
  /** The address that was asked for last, until it is there: the next change must not undo it. */
  const coming = useRef<{ readonly search: string; readonly since: number }>(undefined);
  useEffect(() => {
    set.current = setSearch;
    if (coming.current?.search === search.toString()) coming.current = undefined;
  });
  const edit = useCallback((write: (now: URLSearchParams) => URLSearchParams): void => {
    const asked = coming.current;
    const isComing = asked !== undefined && performance.now() - asked.since < COMING;
    const next = write(new URLSearchParams(isComing ? asked.search : location.search));
    coming.current = { search: next.toString(), since: performance.now() };
    set.current(next, { replace: true });
  }, []);
  const change = useCallback(
    (changed: Partial<DeskState>) => edit((now) => writeDesk({ ...readDesk(now), ...changed }, now)),
    [edit],
  );
  return useMemo(() => ({ state, change, edit }), [state, change, edit]);
}

function withoutView(search: URLSearchParams): string {
  const rest = new URLSearchParams(search);
  rest.delete('at');
  return rest.toString();
}

export const DeskContext = createContext<DeskAddress | undefined>(undefined);

/** What the address says of the desk, and what changes it. Only inside a desk. */
export function useDesk(): DeskAddress {
  const desk = use(DeskContext);
  if (!desk) throw new Error('useDesk outside a desk');
  return desk;
}
