import { useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';

/**
 * The address and what changes it. Changes build on each other, also those of one moment (a row chosen while the map comes to rest), which those of the
 * router do not.
 */
export function useAddress(): readonly [
  URLSearchParams,
  (change: (address: URLSearchParams) => URLSearchParams) => void,
] {
  const [search, setSearch] = useSearchParams();
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  }, [search]);
  const write = useRef(setSearch);
  write.current = setSearch;
  const change = useCallback((by: (address: URLSearchParams) => URLSearchParams): void => {
    latest.current = by(new URLSearchParams(latest.current));
    write.current(latest.current, { replace: true });
  }, []);
  return [search, change];
}
