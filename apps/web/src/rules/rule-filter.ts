import { hasWords } from '../words/has-words.ts';
import type { Rule, RuleBook } from './rules-query.ts';

export interface RuleFilter {
  /** Words that all have to be there, in whatever order; case does not matter. */
  readonly text: string;
  readonly only: RuleKind | undefined;
  /** A category of the inspection. */
  readonly category: string | undefined;
}

/** `unverified`: a parameter of it is not. `set`: a region has set one. */
export const ruleKinds = ['unverified', 'set', 'verified'] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** How many of its parameters are unverified. */
export const unverifiedOf = ({ parameters }: Rule): number =>
  parameters.filter(({ verified }) => !verified).length;

/** How many of its parameters a region has set. */
export const setOf = ({ parameters }: Rule): number => parameters.filter(({ set }) => set !== null).length;

const isOf: Readonly<Record<RuleKind, (rule: Rule) => boolean>> = {
  unverified: (rule) => unverifiedOf(rule) > 0,
  set: (rule) => setOf(rule) > 0,
  verified: (rule) => unverifiedOf(rule) === 0,
};

/** How many rules there are of each kind. */
export function countKinds(books: readonly RuleBook[]): Readonly<Record<RuleKind, number>> {
  const rules = books.flatMap((book) => book.rules);
  const count = (kind: RuleKind): number => rules.filter(isOf[kind]).length;
  return { unverified: count('unverified'), set: count('set'), verified: count('verified') };
}

/** The rules that a filter lets through, in the order of their books; books without one go. */
export function filterRules(books: readonly RuleBook[], filter: RuleFilter): RuleBook[] {
  const wanted = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return books
    .map((book) => ({
      ...book,
      rules: book.rules.filter(
        (rule) =>
          (filter.only === undefined || isOf[filter.only](rule)) &&
          (filter.category === undefined || rule.category === filter.category) &&
          hasWords(textOf(rule), wanted),
      ),
    }))
    .filter(({ rules }) => rules.length > 0);
}

/** All that people would look for in a rule. */
function textOf({ id, title, description, categoryTitle, basis, parameters, layers }: Rule): string {
  return [
    id,
    title,
    description,
    categoryTitle,
    ...layers,
    ...basis.flatMap(({ document, article }) => [document, article]),
    ...parameters.flatMap(({ name, title: own, source }) => [name, own, source]),
  ]
    .join('\n')
    .toLowerCase();
}

/** Categories in the order of the books, each once. */
export function categoriesOf(books: readonly RuleBook[]): { readonly id: string; readonly title: string }[] {
  const titles = new Map<string, string>();
  for (const { category, categoryTitle } of books.flatMap((book) => book.rules))
    if (category !== null) titles.set(category, categoryTitle ?? category);
  return [...titles].map(([id, title]) => ({ id, title }));
}
