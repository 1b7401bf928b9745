import { useSearchParams } from 'react-router';

/** The part of the address after the question mark, and what changes some of it without a new entry in the history. */
export function useSearch(): readonly [
  URLSearchParams,
  (changed: Readonly<Record<string, string | undefined>>) => void,
] {
  const [search, setSearch] = useSearchParams();
  const change = (changed: Readonly<Record<string, string | undefined>>): void =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        for (const [key, value] of Object.entries(changed)) {
          if (value) next.set(key, value);
          else next.delete(key);
        }
        return next;
      },
      { replace: true },
    );
  return [search, change];
}
