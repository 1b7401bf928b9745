import { useSuspenseQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { UserRoundPlus, UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import notes from '../../shell/notes.module.css';
import split from '../../split/split.module.css';
import { Split } from '../../split/split.tsx';
import { useSearch } from '../../split/use-search.ts';
import { type Column, DataTable } from '../../table/data-table.tsx';
import { atMinute } from '../../words/times.ts';
import { useWords } from '../../words/use-words.ts';
import { AccountDetail } from './account-detail.tsx';
import { filterAccounts } from './account-filter.ts';
import { accountsQuery, type ListedAccount } from './account-queries.ts';
import style from './accounts.module.css';
import { CreateAccount } from './create-account.tsx';
import { accountsWords } from './words.ts';

/** The accounts that one manages, and the one that the address names. */
export function AccountsPage() {
  const words = useWords(accountsWords);
  const { open } = useParams();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [asked, change] = useSearch();
  const [isCreating, setCreating] = useState(false);
  const { data: accounts } = useSuspenseQuery(accountsQuery);
  const text = asked.get('q') ?? '';
  const found = filterAccounts(accounts, text);
  const account = accounts.find(({ name }) => name === open);
  const openAccount = (name: string): void => {
    void navigate({ pathname: `/system/accounts/${encodeURIComponent(name)}`, search }, { replace: true });
  };
  const columns: Column<ListedAccount>[] = [
    { key: 'displayName', title: words.displayName, width: 120, grow: 1, cell: (one) => one.displayName },
    { key: 'name', title: words.name, width: 120, grow: 1, cell: ({ name }) => name },
    {
      key: 'roles',
      title: words.roles,
      width: 180,
      grow: 2,
      cell: ({ grants }) =>
        grants
          .map(
            ({ role, title, regionName }) =>
              `${regionName ?? words.everywhere} ${words.roleTitles[role] ?? title}`,
          )
          .join('、') || '—',
    },
    {
      key: 'lastSignIn',
      title: words.lastSignIn,
      width: 140,
      cell: ({ lastSignInAt }) => (lastSignInAt === null ? words.never : atMinute(lastSignInAt)),
    },
    {
      key: 'state',
      title: words.state,
      width: 90,
      cell: ({ disabledAt }) =>
        disabledAt === null ? (
          words.enabled
        ) : (
          <span className={style.off}>
            <UserRoundX size={14} aria-hidden="true" /> {words.disabled}
          </span>
        ),
    },
  ];
  return (
    <>
      <Split
        kind="table"
        isOpen={open !== undefined}
        listLabel={words.list}
        detailLabel={account?.displayName ?? words.list}
        list={
          <>
            <div className={split.head}>
              <Input
                type="search"
                allowClear
                style={{ width: 260, maxWidth: '100%' }}
                value={text}
                placeholder={words.search}
                aria-label={words.search}
                onChange={({ target }) => change({ q: target.value })}
              />
              <span className={notes.small}>{words.count(found.length, accounts.length)}</span>
              <Button
                type="primary"
                icon={<UserRoundPlus size={15} aria-hidden="true" />}
                style={{ marginLeft: 'auto' }}
                onClick={() => setCreating(true)}
              >
                {words.create}
              </Button>
            </div>
            <div className={split.body}>
              <DataTable
                label={words.list}
                columns={columns}
                count={found.length}
                row={(i) => found[i]}
                selected={found.findIndex(({ name }) => name === open)}
                onSelect={(i) => openAccount(found[i]!.name)}
                empty={words.none}
              />
            </div>
          </>
        }
        detail={<AccountDetail key={open} account={account} isNamed={open !== undefined} />}
      />
      {isCreating && <CreateAccount onCreated={openAccount} onClose={() => setCreating(false)} />}
    </>
  );
}
