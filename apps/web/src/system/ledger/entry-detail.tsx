import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { CopyButton } from '../../forms/copy-button.tsx';
import { historyQuery, valuesBefore } from '../../rules/history.ts';
import { shownValue } from '../../rules/shown-value.ts';
import notes from '../../shell/notes.module.css';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import contents from '../../split/contents.module.css';
import { ScrollBox } from '../../split/scroll-box.tsx';
import split from '../../split/split.module.css';
import { atMinute } from '../../words/times.ts';
import { useWords } from '../../words/use-words.ts';
import style from './ledger.module.css';
import { type EntryName, type LedgerRow, ledgerEntryQuery } from './ledger-queries.ts';
import { objectAddress } from './object-address.ts';
import { recordOf } from './threshold-values.ts';
import { useScopeName } from './use-scope-name.ts';
import { ledgerWords } from './words.ts';

export interface EntryDetailProps {
  readonly name: EntryName | undefined;
  /** The row, where the list has it already. */
  readonly known: LedgerRow | undefined;
  readonly back: string;
}

/** All of one row of the ledger. */
export function EntryDetail({ name, known, back }: EntryDetailProps) {
  const words = useWords(ledgerWords);
  return (
    <>
      <div className={`${split.head} ${split.back}`}>
        <Link to={back}>
          <ChevronLeft size={14} aria-hidden="true" /> {words.back}
        </Link>
      </div>
      <ScrollBox className={split.body} label={words.list}>
        {name === undefined ? (
          <p className={notes.empty}>{words.choose}</p>
        ) : known ? (
          <Entry row={known} />
        ) : (
          <FetchedEntry name={name} />
        )}
      </ScrollBox>
    </>
  );
}

function FetchedEntry({ name }: { readonly name: EntryName }) {
  const words = useWords(ledgerWords);
  const { data, error, refetch } = useQuery(ledgerEntryQuery(name));
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return data === null ? <p className={notes.empty}>{words.noSuch}</p> : <Entry row={data} />;
}

function Entry({ row }: { readonly row: LedgerRow }) {
  const words = useWords(ledgerWords);
  const nameOf = useScopeName();
  const { scope, seq, at, actor, origin, verb, title, object, before, after, reason } = row;
  const address = objectAddress(object);
  const digest = (text: string | null, of: string): ReactNode =>
    text === null ? (
      words.nothing
    ) : (
      <span className={style.long}>
        <code>{text}</code>
        <CopyButton text={text} of={of} />
      </span>
    );
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.when, atMinute(at)],
    [words.actor, actor],
    [words.origin, origin],
    [
      words.object,
      <>
        <code>{object}</code> {address !== undefined && <Link to={address}>{words.openObject}</Link>}
      </>,
    ],
    [words.reason, reason || <span className={notes.small}>{words.noReason}</span>],
    [words.before, digest(before, words.before)],
    [words.after, digest(after, words.after)],
    [words.hash, digest(row.hash, words.hash)],
    [words.prevHash, digest(row.prevHash, words.prevHash)],
    [words.algorithm, row.algorithm],
  ];
  return (
    <article className={contents.detail}>
      <header className={contents.title}>
        <h1>{words.verbTitles[verb] ?? title}</h1>
        <p className={contents.tags}>{words.seqOf(seq, nameOf(scope))}</p>
      </header>
      {verb.startsWith('rule.') && <ThresholdValues row={row} />}
      <dl className={contents.facts}>
        {facts.map(([term, told]) => (
          <div key={term} style={{ display: 'contents' }}>
            <dt>{term}</dt>
            <dd>{told}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

/** The ledger keeps digests; what a threshold was and became is told by its own history. */
function ThresholdValues({ row }: { readonly row: LedgerRow }) {
  const words = useWords(ledgerWords);
  const { data, hasNextPage } = useInfiniteQuery(historyQuery(row.scope.replace(/^region:/, '')));
  const records = data?.pages.flat() ?? [];
  const at = recordOf(records, row);
  if (at === -1) return null;
  const before = valuesBefore(records, !hasNextPage)[at];
  const shown = (value: string | number | null): string =>
    value === null ? words.nothing : shownValue(value, '');
  return (
    <dl className={contents.facts}>
      <dt>{words.valueBefore}</dt>
      <dd>{before === undefined ? '…' : shown(before)}</dd>
      <dt>{words.valueAfter}</dt>
      <dd>
        <strong>{shown(records[at]!.value)}</strong>
      </dd>
    </dl>
  );
}
