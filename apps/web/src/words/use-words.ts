import { createContext, use } from 'react';

export const languages = { zh: '中文', en: 'English' } as const;
export type Language = keyof typeof languages;

/**
 * A catalogue: what a part of the workspace says, in each language. The English one has the type of the Chinese one, so a missing or misspelt entry
 * is an error of the compiler, as is a sentence called with the wrong values: sentences with values in them are functions.
 */
export type Catalogue<T> = Readonly<Record<Language, T>>;

export const LanguageContext = createContext<Language>('zh');

/** The words of a catalogue in the language of the workspace. */
export function useWords<T>(catalogue: Catalogue<T>): T {
  return catalogue[use(LanguageContext)];
}
