import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { type Language, languages } from '../words/use-words.ts';

export type Brightness = 'light' | 'dark';

export interface Preferences {
  readonly language: Language;
  /** undefined: as the system has it. */
  readonly brightness: Brightness | undefined;
}

const KEY = 'tuheng.preferences';
const told = new Set<() => void>();
let current = read();

/** How someone likes the workspace on this device. It is nothing that a link should carry. */
export function usePreferences(): readonly [Preferences, (changed: Partial<Preferences>) => void] {
  return [useSyncExternalStore(subscribe, () => current), change];
}

function change(changed: Partial<Preferences>): void {
  current = { ...current, ...changed };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // Where the browser keeps nothing, it holds until the page is closed.
  }
  for (const tell of told) tell();
}

function subscribe(tell: () => void): () => void {
  told.add(tell);
  return () => told.delete(tell);
}

function read(): Preferences {
  let kept: Partial<Preferences> = {};
  try {
    kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>;
  } catch {
    // Not ours, or none kept.
  }
  return {
    language: kept.language !== undefined && kept.language in languages ? kept.language : 'zh',
    brightness: kept.brightness === 'light' || kept.brightness === 'dark' ? kept.brightness : undefined,
  };
}

/** Whether the system matches a media query. */
function useMedia(query: string): boolean {
  const list = useMemo(() => matchMedia(query), [query]);
  return useSyncExternalStore(
    useCallback(
      (tell) => {
        list.addEventListener('change', tell);
        return () => list.removeEventListener('change', tell);
      },
      [list],
    ),
    () => list.matches,
  );
}

/** What is shown: as chosen, or as the system has it. */
export function useBrightness(): Brightness {
  const [{ brightness }] = usePreferences();
  const system = useMedia('(prefers-color-scheme: dark)') ? 'dark' : 'light';
  return brightness ?? system;
}

/** Whether things may move by themselves. */
export function useMotion(): boolean {
  return !useMedia('(prefers-reduced-motion: reduce)');
}
