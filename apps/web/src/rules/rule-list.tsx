import { Input, Select } from 'antd';
import { Link, useLocation, useParams } from 'react-router';
import { ShortDigest } from '../forms/short-digest.tsx';
import { UnverifiedCount } from '../provenance/confidence-mark.tsx';
import notes from '../shell/notes.module.css';
import contents from '../split/contents.module.css';
import { ScrollBox } from '../split/scroll-box.tsx';
import split from '../split/split.module.css';
import { useSearch } from '../split/use-search.ts';
import { count } from '../words/numbers.ts';
import { useWords } from '../words/use-words.ts';
import {
  categoriesOf,
  countKinds,
  filterRules,
  type RuleKind,
  ruleKinds,
  setOf,
  unverifiedOf,
} from './rule-filter.ts';
import type { Rule, RuleBook, RuleBooks } from './rules-query.ts';
import { rulesWords } from './words.ts';

/** All rules, to be searched and narrowed down; the unverified are counted first. */
export function RuleList({ books: { books } }: { readonly books: RuleBooks }) {
  const words = useWords(rulesWords);
  const [search, change] = useSearch();
  const text = search.get('q') ?? '';
  const only = ruleKinds.find((kind) => kind === search.get('only'));
  const category = search.get('category') ?? undefined;
  const found = filterRules(books, { text, only, category });
  const counts = countKinds(books);
  const chip = (kind: RuleKind | undefined, title: string, n: number) => (
    <button
      key={kind ?? 'all'}
      type="button"
      className={contents.chip}
      aria-pressed={only === kind}
      onClick={() => change({ only: kind })}
    >
      {title} <b>{count(n)}</b>
    </button>
  );
  return (
    <>
      <div className={contents.filters}>
        <Input
          type="search"
          allowClear
          placeholder={words.search}
          aria-label={words.search}
          value={text}
          onChange={({ target }) => change({ q: target.value })}
        />
        <fieldset className={contents.chips}>
          <legend className="visually-hidden">{words.confidence}</legend>
          {ruleKinds.map((kind) => chip(kind, words.kinds[kind]!, counts[kind]))}
          {chip(
            undefined,
            words.all,
            books.reduce((sum, { rules }) => sum + rules.length, 0),
          )}
        </fieldset>
        <Select
          size="small"
          aria-label={words.category}
          value={category ?? ''}
          options={[
            { value: '', label: words.allCategories },
            ...books.map((book) => ({
              label: words.bookTitles[book.id]!,
              title: words.bookTitles[book.id]!,
              options: categoriesOf(book)
                .filter(({ title }) => title !== '')
                .map(({ key, title }) => ({ value: key, label: title })),
            })),
          ]}
          onChange={(value) => change({ category: value })}
        />
      </div>
      <ScrollBox className={split.body} label={words.list}>
        {found.map((book) => (
          <BookRules key={book.id} book={book} />
        ))}
        {found.length === 0 && (
          <p className={notes.empty}>
            <strong>{words.noneFound}</strong>
            {words.noneFoundHint}
            <button
              type="button"
              className={contents.chip}
              onClick={() => change({ q: undefined, only: undefined, category: undefined })}
            >
              {words.clear}
            </button>
          </p>
        )}
      </ScrollBox>
    </>
  );
}

function BookRules({ book }: { readonly book: RuleBook }) {
  const words = useWords(rulesWords);
  const { id, version, digest, rules } = book;
  const title = words.bookTitles[id]!;
  return (
    <section aria-labelledby={`book-${id}`}>
      <header className={contents.book}>
        <h2 id={`book-${id}`}>
          {title} <small>{words.rulesOf(rules.length)}</small>
        </h2>
        <span className={notes.small}>
          {words.version} {version}
        </span>
        <ShortDigest digest={digest} of={words.digestOf(title)} />
      </header>
      {categoriesOf(book).map((category) => (
        <section key={category.key} aria-labelledby={`category-${category.key}`}>
          <h3 className={contents.category} id={`category-${category.key}`}>
            {category.title} <small>{words.rulesOf(category.rules.length)}</small>
          </h3>
          <ul className={contents.rules}>
            {category.rules.map((rule) => (
              <RuleRow key={rule.id} book={id} rule={rule} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function RuleRow({ book, rule }: { readonly book: RuleBook['id']; readonly rule: Rule }) {
  const words = useWords(rulesWords);
  const { search } = useLocation();
  const open = useParams();
  const unverified = unverifiedOf(rule);
  const set = setOf(rule);
  return (
    <li>
      <Link
        to={{ pathname: `/rules/${book}/${rule.id}`, search }}
        aria-current={open.book === book && open.rule === rule.id ? 'true' : undefined}
      >
        <span className={contents.ruleTitle}>{rule.title}</span>
        <span className={contents.marks}>
          {set > 0 && <span className={contents.set}>{words.setParameters(set)}</span>}
          {unverified > 0 && <UnverifiedCount count={unverified} label={words.unverifiedParameters} />}
        </span>
        <code>{rule.id}</code>
      </Link>
    </li>
  );
}
