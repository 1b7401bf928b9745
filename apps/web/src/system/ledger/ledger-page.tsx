import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ShieldCheck } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useLocation } from 'react-router';
import { mayIn } from '../../api/rights.ts';
import { useSession } from '../../api/session.ts';
import notes from '../../shell/notes.module.css';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { plansQuery, regionsQuery } from '../../shell/region.ts';
import split from '../../split/split.module.css';
import { Split } from '../../split/split.tsx';
import { useSearch } from '../../split/use-search.ts';
import { type Column, DataTable } from '../../table/data-table.tsx';
import { count } from '../../words/numbers.ts';
import { atMinute } from '../../words/times.ts';
import { useWords } from '../../words/use-words.ts';
import { EntryDetail } from './entry-detail.tsx';
import style from './ledger.module.css';
import { LedgerFilters } from './ledger-filters.tsx';
import { entryNameOf, entryText, type LedgerRow, ledgerQuery, ledgerSearchOf } from './ledger-queries.ts';
import { ownScopes } from './scopes.ts';
import { useScopeName } from './use-scope-name.ts';
import { VerifyDialog } from './verify-dialog.tsx';
import { ledgerWords } from './words.ts';

/** The ledger: searched, read, verified, sealed and taken along. */
export function LedgerPage() {
  const words = useWords(ledgerWords);
  const [search, change] = useSearch();
  const { pathname } = useLocation();
  const nameOf = useScopeName();
  const asked = useDeferredValue(search.toString());
  const ledger = useInfiniteQuery(ledgerQuery(ledgerSearchOf(new URLSearchParams(asked))));
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = ledger;
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const total = data?.pages[0]?.total;
  const name = entryNameOf(search.get('entry'));
  const selected = name ? rows.findIndex(({ scope, seq }) => scope === name.scope && seq === name.seq) : -1;
  const columns: Column<LedgerRow>[] = [
    { key: 'at', title: words.when, width: 140, cell: ({ at }) => atMinute(at) },
    { key: 'actor', title: words.actor, width: 110, cell: ({ actor }) => actor },
    {
      key: 'verb',
      title: words.what,
      width: 120,
      cell: ({ verb, title }) => <strong>{words.verbTitles[verb] ?? title}</strong>,
    },
    {
      key: 'object',
      title: words.object,
      width: 150,
      grow: 1,
      cell: ({ object }) => <span className={style.code}>{object}</span>,
    },
    { key: 'reason', title: words.reason, width: 140, grow: 1, cell: ({ reason }) => reason },
    { key: 'scope', title: words.scope, width: 120, cell: ({ scope }) => nameOf(scope) },
    { key: 'seq', title: words.seq, width: 60, isFigure: true, cell: ({ seq }) => seq },
  ];
  const back = new URLSearchParams(search);
  back.delete('entry');
  return (
    <Split
      kind="table"
      isOpen={name !== undefined}
      listLabel={words.list}
      detailLabel={words.list}
      list={
        <>
          <div className={style.filters}>
            <LedgerFilters />
            <span className={style.end}>
              {total !== undefined && <span className={notes.small}>{words.total(count(total))}</span>}
              <LedgerActs />
            </span>
          </div>
          {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
          <div className={split.body}>
            <DataTable
              label={words.list}
              columns={columns}
              count={total ?? rows.length}
              row={(i) => rows[i]}
              onSight={(_, end) => {
                if (end > rows.length && hasNextPage && !isFetchingNextPage) void fetchNextPage();
              }}
              selected={selected}
              onSelect={(i) => rows[i] && change({ entry: entryText(rows[i]) })}
              empty={data && words.none}
            />
          </div>
        </>
      }
      detail={<EntryDetail name={name} known={rows[selected]} back={`${pathname}?${back}`} />}
    />
  );
}

/** Verify, seal, export: of the chain that is chosen, else of all that one may. */
function LedgerActs() {
  const words = useWords(ledgerWords);
  const session = useSession();
  const [search] = useSearch();
  const [isVerifying, setVerifying] = useState(false);
  const { data: plans } = useSuspenseQuery(plansQuery);
  const { data: regions } = useSuspenseQuery(regionsQuery);
  const { scope } = ledgerSearchOf(search);
  const readsAll = mayIn(session, 'ledger.read', null);
  const scopes = scope !== undefined ? [scope] : readsAll ? [undefined] : ownScopes(session, plans, regions);
  const query = scope === undefined ? '' : `?${new URLSearchParams({ scope })}`;
  const mayTake = readsAll || scope !== undefined;
  const takes = [
    { what: 'seal', title: words.seal },
    { what: 'export', title: words.export },
  ] as const;
  return (
    <>
      {takes.map(({ what, title }) => (
        <Button
          key={what}
          disabled={!mayTake}
          title={mayTake ? title : words.chooseScope}
          {...(mayTake && { href: `/api/v1/ledger/${what}${query}`, download: '' })}
        >
          {title}
        </Button>
      ))}
      <Button
        type="primary"
        icon={<ShieldCheck size={15} aria-hidden="true" />}
        onClick={() => setVerifying(true)}
      >
        {words.verify}
      </Button>
      {isVerifying && <VerifyDialog scopes={scopes} onClose={() => setVerifying(false)} />}
    </>
  );
}
