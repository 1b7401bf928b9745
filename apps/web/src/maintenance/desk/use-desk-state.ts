import { createContext, use, useCallback, useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { type DeskState, readDesk, writeDesk } from './desk-state.ts';

export interface DeskAddress {
  readonly state: DeskState;
  /** Always the same function. */
  change(changed: Partial<DeskState>): void;
}

/** What the address says of the desk. It stays the same object while only the view of the map changes. */
export function useDeskAddress(): DeskAddress {
  const [search, setSearch] = useSearchParams();
  const key = withoutView(search);
  const state = useMemo(() => readDesk(new URLSearchParams(key)), [key]);
  const set = useRef(setSearch);
  useEffect(() => {
    set.current = setSearch;
  });
  const change = useCallback((changed: Partial<DeskState>): void => {
    // The page's own address, since two changes may follow each other before the router tells of the first.
    const now = new URLSearchParams(location.search);
    set.current(writeDesk({ ...readDesk(now), ...changed }, now), { replace: true });
  }, []);
  return useMemo(() => ({ state, change }), [state, change]);
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
