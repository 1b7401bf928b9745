import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router';
import { mayIn } from '../api/rights.ts';
import { useSession } from '../api/session.ts';
import notes from '../shell/notes.module.css';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useRegion } from '../shell/region.ts';
import split from '../split/split.module.css';
import { type Column, DataTable } from '../table/data-table.tsx';
import { atMinute } from '../words/times.ts';
import { useWords } from '../words/use-words.ts';
import { historyQuery, type ThresholdRecord, valuesBefore } from './history.ts';
import { rulesQuery } from './rules-query.ts';
import { ledgerOfThreshold } from './settings/ledger-address.ts';
import { shownValue } from './shown-value.ts';
import { rulesWords } from './words.ts';

/** Who set or took back a threshold, when, from what to what, and why. */
export function HistoryPage() {
  const words = useWords(rulesWords);
  const region = useRegion();
  return (
    <div className={`${split.room} ${split.whole}`}>
      <section className={split.pane} aria-labelledby="history-title">
        <header className={split.head}>
          <h1 id="history-title">
            {words.history} · {region?.name ?? words.everywhere}
          </h1>
        </header>
        {region ? <History region={region.adcode} /> : <p className={notes.empty}>{words.noRegionToSet}</p>}
      </section>
    </div>
  );
}

interface HistoryRow extends ThresholdRecord {
  readonly before: ThresholdRecord['value'] | undefined;
}

function History({ region }: { readonly region: string }) {
  const words = useWords(rulesWords);
  const session = useSession();
  const { search } = useLocation();
  const { data: rules } = useSuspenseQuery(rulesQuery(region));
  const history = useInfiniteQuery(historyQuery(region));
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, error, refetch } = history;
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  const records = data?.pages.flat() ?? [];
  const before = valuesBefore(records, !hasNextPage);
  const ruleOf = ({ book, rule }: ThresholdRecord) =>
    rules.books.find(({ id }) => id === book)?.rules.find(({ id }) => id === rule);
  const parameterOf = (record: ThresholdRecord) =>
    ruleOf(record)?.parameters.find(({ name }) => name === record.parameter);
  const shownOf = (record: ThresholdRecord, value: ThresholdRecord['value']): string =>
    value === null ? '' : shownValue(value, parameterOf(record)?.unit ?? '');
  const columns: Column<HistoryRow>[] = [
    { key: 'at', title: words.when, width: 140, cell: ({ at }) => atMinute(at) },
    { key: 'region', title: words.region, width: 90, cell: ({ region: of }) => of.name },
    {
      key: 'rule',
      title: words.rule,
      width: 180,
      grow: 2,
      cell: (record) => (
        <Link to={{ pathname: `/rules/${record.book}/${record.rule}`, search }}>
          {ruleOf(record)?.title ?? record.rule}
        </Link>
      ),
    },
    {
      key: 'parameter',
      title: words.parameter,
      width: 140,
      grow: 1,
      cell: (record) => parameterOf(record)?.title ?? record.parameter,
    },
    {
      key: 'from',
      title: words.from,
      width: 90,
      cell: (record) => (record.before === undefined ? '…' : shownOf(record, record.before) || words.was),
    },
    {
      key: 'to',
      title: words.to,
      width: 90,
      cell: (record) => <strong>{shownOf(record, record.value) || words.backToDefault}</strong>,
    },
    { key: 'source', title: words.source, width: 140, grow: 1, cell: ({ source }) => source },
    { key: 'reason', title: words.reason, width: 160, grow: 2, cell: ({ reason }) => reason },
    { key: 'by', title: words.who, width: 110, cell: ({ by }) => by },
    {
      key: 'ledger',
      title: words.ledger,
      width: 70,
      cell: ({ region: of, book, rule, parameter }) =>
        mayIn(session, 'ledger.read', of.adcode) && (
          <Link to={ledgerOfThreshold(of.adcode, book, rule, parameter)}>{words.ledger}</Link>
        ),
    },
  ];
  return (
    <div className={split.body}>
      <DataTable<HistoryRow>
        label={words.history}
        columns={columns}
        count={records.length}
        row={(i) => ({ ...records[i]!, before: before[i] })}
        onSight={(_, end) => {
          if (end >= records.length && hasNextPage && !isFetchingNextPage) void fetchNextPage();
        }}
        empty={
          data && (
            <>
              <strong>{words.historyNone}</strong>
              <br />
              {words.historyNoneHint}
            </>
          )
        }
      />
    </div>
  );
}
