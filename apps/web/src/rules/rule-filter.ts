import { hasWords } from '../words/has-words.ts';
import type { Rule, RuleBook } from './rules-query.ts';

export interface RuleFilter {
  /** Words that all have to be there, in whatever order; case does not matter. */
  readonly text: string;
  readonly only: RuleKind | undefined;
  /** Chapter of the review or category of the inspection, by the key of `categoriesOf`. */
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
          (filter.category === undefined || keyOf(book, rule) === filter.category) &&
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

export interface RuleCategory {
  /** With the book in front, since both may call a category the same. */
  readonly key: string;
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** The chapters or categories of a book in its order, with the rules of each; a rule without one is under an empty title. */
export function categoriesOf(book: RuleBook): readonly RuleCategory[] {
  const found = new Map<string, { readonly title: string; readonly rules: Rule[] }>();
  for (const rule of book.rules) {
    const key = keyOf(book, rule);
    const own = found.get(key) ?? { title: rule.categoryTitle ?? rule.category ?? '', rules: [] };
    own.rules.push(rule);
    found.set(key, own);
  }
  return [...found].map(([key, category]) => ({ key, ...category }));
}

function keyOf({ id }: RuleBook, { category }: Rule): string {
  return category === null ? id : `${id}.${category}`;
}
