import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useSession } from '../../api/session.ts';
import { plansQuery, regionsQuery } from '../../shell/region.ts';
import { useSearch } from '../../split/use-search.ts';
import { useWords } from '../../words/use-words.ts';
import style from './ledger.module.css';
import { ledgerSearchOf, ledgerVerbsQuery } from './ledger-queries.ts';
import { ownScopes } from './scopes.ts';
import { useScopeName } from './use-scope-name.ts';
import { ledgerWords } from './words.ts';

/** What is searched for; it stands in the address. */
export function LedgerFilters() {
  const words = useWords(ledgerWords);
  const session = useSession();
  const [search, change] = useSearch();
  const nameOf = useScopeName();
  const { data: verbs = [] } = useQuery(ledgerVerbsQuery);
  const { data: plans } = useSuspenseQuery(plansQuery);
  const { data: regions } = useSuspenseQuery(regionsQuery);
  const { scope, verb, fromDay, toDay } = ledgerSearchOf(search);
  const scopes = ownScopes(session, plans, regions);
  const known = scope === undefined || scopes.includes(scope) ? scopes : [scope, ...scopes];
  return (
    <>
      <Input
        type="search"
        allowClear
        className={style.grow ?? ''}
        value={search.get('q') ?? ''}
        placeholder={words.search}
        aria-label={words.search}
        onChange={({ target }) => change({ q: target.value })}
      />
      <Select
        aria-label={words.verb}
        style={{ width: 150 }}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        value={verb ?? ''}
        options={[
          { value: '', label: words.allVerbs },
          ...verbs.map((one) => ({ value: one.verb, label: words.verbTitles[one.verb] ?? one.title })),
        ]}
        onChange={(value) => change({ verb: value })}
      />
      <Select
        aria-label={words.scope}
        style={{ width: 150 }}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        value={scope ?? ''}
        options={[
          { value: '', label: words.allScopes },
          ...known.map((one) => ({ value: one, label: nameOf(one) })),
        ]}
        onChange={(value) => change({ scope: value })}
      />
      <Input
        allowClear
        style={{ width: 120 }}
        value={search.get('actor') ?? ''}
        placeholder={words.actorHint}
        aria-label={words.actor}
        onChange={({ target }) => change({ actor: target.value })}
      />
      <span className={style.days}>
        <span>
          {words.from}
          <Input
            type="date"
            aria-label={words.from}
            className={style.day ?? ''}
            value={fromDay ?? ''}
            onChange={({ target }) => change({ from: target.value })}
          />
        </span>
        <span>
          {words.to}
          <Input
            type="date"
            aria-label={words.to}
            className={style.day ?? ''}
            value={toDay ?? ''}
            onChange={({ target }) => change({ to: target.value })}
          />
        </span>
      </span>
    </>
  );
}
