import { useQuery } from '@tanstack/react-query';
import { ChevronLeft } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { mayIn } from '../api/rights.ts';
import { useSession } from '../api/session.ts';
import { ConfidenceMark } from '../provenance/confidence-mark.tsx';
import notes from '../shell/notes.module.css';
import { useRegion } from '../shell/region.ts';
import contents from '../split/contents.module.css';
import { ScrollBox } from '../split/scroll-box.tsx';
import split from '../split/split.module.css';
import { useWords } from '../words/use-words.ts';
import { ParameterTable } from './parameter-table.tsx';
import { unverifiedOf } from './rule-filter.ts';
import type { Parameter, Rule, RuleBook, RuleBooks } from './rules-query.ts';
import { ResetDialog } from './settings/reset-dialog.tsx';
import { SetDialog } from './settings/set-dialog.tsx';
import { standardQuery } from './standard/standard-query.ts';
import { rulesWords } from './words.ts';

export interface RuleDetailProps {
  readonly books: RuleBooks;
  readonly book: string | undefined;
  readonly rule: string | undefined;
}

/** One rule: what it stands on, its parameters and how sure we are of them, what it reads. */
export function RuleDetail({ books, book: bookId, rule: ruleId }: RuleDetailProps) {
  const words = useWords(rulesWords);
  const { search } = useLocation();
  const book = books.books.find(({ id }) => id === bookId);
  const rule = book?.rules.find(({ id }) => id === ruleId);
  return (
    <>
      <div className={`${split.head} ${split.back}`}>
        <Link to={{ pathname: '/rules', search }}>
          <ChevronLeft size={14} aria-hidden="true" /> {words.back}
        </Link>
      </div>
      <ScrollBox className={split.body} label={rule?.title ?? words.detail}>
        {book && rule ? (
          <RuleSections book={book} rule={rule} />
        ) : (
          <p className={notes.empty}>
            <strong>{ruleId === undefined ? words.chooseRule : words.noSuchRule}</strong>
            {ruleId === undefined ? words.chooseRuleHint : words.noSuchRuleHint}
          </p>
        )}
      </ScrollBox>
    </>
  );
}

function RuleSections({ book, rule }: { readonly book: RuleBook; readonly rule: Rule }) {
  const words = useWords(rulesWords);
  const session = useSession();
  const region = useRegion();
  const [open, setOpen] = useState<{ readonly act: 'set' | 'reset'; readonly parameter: Parameter }>();
  const unverified = unverifiedOf(rule);
  const may = region !== undefined && mayIn(session, 'rule.set', region.adcode);
  const dialog = open && region && { book, rule, region, onClose: () => setOpen(undefined) };
  return (
    <article className={contents.detail}>
      <header className={contents.title}>
        <h1>{rule.title}</h1>
        <p className={contents.tags}>
          <code className={contents.id}>{rule.id}</code>
          <span>{words.bookTitles[book.id]}</span>
          {rule.categoryTitle !== null && <span>{rule.categoryTitle}</span>}
          {rule.severity !== null && <span>{words.severities[rule.severity]}</span>}
        </p>
        {rule.off && (
          <p className={contents.doubt}>
            <strong>{words.off}</strong>
            {rule.off.reason}
          </p>
        )}
      </header>
      {unverified > 0 && (
        <div className={contents.doubt}>
          <strong>{words.unverifiedTitle(unverified)}</strong>
          {words.unverifiedMeans[book.id]}
        </div>
      )}
      {rule.description !== null && (
        <section aria-labelledby="rule-algorithm">
          <h2 id="rule-algorithm">{words.algorithm[book.id]}</h2>
          <p className={contents.algorithm}>{rule.description}</p>
        </section>
      )}
      <section aria-labelledby="rule-parameters">
        <h2 id="rule-parameters">{words.parameters}</h2>
        {rule.parameters.length === 0 ? (
          <p className={notes.small}>{words.parametersNone}</p>
        ) : (
          <>
            <ParameterTable
              parameters={rule.parameters}
              {...(may && {
                own: region.adcode,
                onSet: (parameter: Parameter) => setOpen({ act: 'set', parameter }),
                onReset: (parameter: Parameter) => setOpen({ act: 'reset', parameter }),
              })}
            />
            {!may && (
              <p className={notes.small}>{region ? words.mayNot(region.name) : words.noRegionToSet}</p>
            )}
          </>
        )}
      </section>
      <section aria-labelledby="rule-basis">
        <h2 id="rule-basis">{words.basis}</h2>
        <ul className={contents.basis}>
          {rule.basis.map(({ document, article, source, confidence }) => (
            <li key={`${document} ${article} ${source}`}>
              <span>
                {document}
                {article !== null && ` ${article}`}
              </span>
              <ConfidenceMark confidence={confidence} />
              <small>
                {words.source} {source}
              </small>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="rule-layers">
        <h2 id="rule-layers">{words.layers}</h2>
        <RuleLayers book={book} layers={rule.layers} />
      </section>
      {dialog && open.act === 'set' && <SetDialog {...dialog} parameter={open.parameter} />}
      {dialog && open.act === 'reset' && <ResetDialog {...dialog} parameter={open.parameter} />}
    </article>
  );
}

function RuleLayers({ book, layers }: { readonly book: RuleBook; readonly layers: readonly string[] }) {
  const words = useWords(rulesWords);
  const { search } = useLocation();
  const { data: standard } = useQuery(standardQuery);
  if (layers.length === 0) return <p className={notes.small}>{words.layersNone[book.id]}</p>;
  return (
    <ul className={contents.layers}>
      {layers.map((code) => (
        <li key={code}>
          <Link to={{ pathname: `/rules/standard/layers/${code}`, search }}>
            {standard?.layerSpec(code)?.title ?? code}
          </Link>{' '}
          <code>{code}</code>
        </li>
      ))}
    </ul>
  );
}
