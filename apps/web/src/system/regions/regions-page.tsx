import { useSuspenseQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { ChevronLeft } from 'lucide-react';
import { Link, useLocation, useParams } from 'react-router';
import { mayIn } from '../../api/rights.ts';
import { useSession } from '../../api/session.ts';
import notes from '../../shell/notes.module.css';
import contents from '../../split/contents.module.css';
import { ScrollBox } from '../../split/scroll-box.tsx';
import split from '../../split/split.module.css';
import { Split } from '../../split/split.tsx';
import { useSearch } from '../../split/use-search.ts';
import { useWords } from '../../words/use-words.ts';
import { accountsQuery, type ListedAccount } from '../accounts/account-queries.ts';
import { managedRegionsQuery } from './managed-regions.ts';
import { EVERYWHERE } from './region-field.tsx';
import { around, type RegionNode, treeOf } from './region-tree.ts';
import style from './regions.module.css';
import { RolesTable } from './roles-table.tsx';
import { regionsWords } from './words.ts';

/** The region tree, with who has which role where. */
export function RegionsPage() {
  const words = useWords(regionsWords);
  const session = useSession();
  const { open } = useParams();
  const { search } = useLocation();
  const [asked, change] = useSearch();
  const text = (asked.get('q') ?? '').trim();
  const { data: regions } = useSuspenseQuery(managedRegionsQuery);
  const { data: accounts } = useSuspenseQuery(accountsQuery);
  const counts = countRoles(accounts);
  const found = regions.filter(({ adcode, name }) => `${name} ${adcode}`.includes(text));
  const region = regions.find(({ adcode }) => adcode === open);
  const whole: RegionNode = {
    adcode: EVERYWHERE,
    parent: null,
    level: '',
    name: words.everywhere,
    children: [],
  };
  const tree = text === '' ? treeOf(regions) : found.map((one) => ({ ...one, children: [] }));
  const nodes = mayIn(session, 'account.manage', null) && text === '' ? [whole, ...tree] : tree;
  return (
    <Split
      isOpen={open !== undefined}
      listLabel={words.tree}
      detailLabel={region?.name ?? words.tree}
      list={
        <>
          <div className={contents.filters}>
            <Input
              type="search"
              allowClear
              value={text}
              placeholder={words.search}
              aria-label={words.search}
              onChange={({ target }) => change({ q: target.value })}
            />
          </div>
          <ScrollBox className={split.body} label={words.tree}>
            <Branch nodes={nodes} depth={0} counts={counts} open={open} search={search} />
          </ScrollBox>
        </>
      }
      detail={
        <>
          <div className={`${split.head} ${split.back}`}>
            <Link to={{ pathname: '/system/regions', search }}>
              <ChevronLeft size={14} aria-hidden="true" /> {words.back}
            </Link>
          </div>
          <ScrollBox className={split.body} label={region?.name ?? words.tree}>
            {open === undefined ? (
              <p className={notes.empty}>{words.choose}</p>
            ) : region || open === EVERYWHERE ? (
              <article className={contents.detail}>
                <header className={contents.title}>
                  <h1>{region?.name ?? words.everywhere}</h1>
                  {region && (
                    <p className={contents.tags}>
                      <code className={contents.id}>{region.adcode}</code>
                      <span>{words.levels[region.level]}</span>
                    </p>
                  )}
                </header>
                <section aria-labelledby="roles-here">
                  <h2 id="roles-here">{words.here}</h2>
                  <RolesTable accounts={accounts} regions={[region?.adcode ?? null]} none={words.hereNone} />
                </section>
                {region && (
                  <section aria-labelledby="roles-above">
                    <h2 id="roles-above">{words.inherited}</h2>
                    <p className={notes.small}>{words.inheritedHint}</p>
                    <RolesTable
                      accounts={accounts}
                      regions={[...around(regions, region.adcode), null]}
                      none={words.inheritedNone}
                    />
                  </section>
                )}
              </article>
            ) : (
              <p className={notes.empty}>{words.noSuch}</p>
            )}
          </ScrollBox>
        </>
      }
    />
  );
}

/** How many accounts have a role right on each region. */
function countRoles(accounts: readonly ListedAccount[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { grants } of accounts)
    for (const region of new Set(grants.map((grant) => grant.region ?? EVERYWHERE)))
      counts.set(region, (counts.get(region) ?? 0) + 1);
  return counts;
}

interface BranchProps {
  readonly nodes: readonly RegionNode[];
  readonly depth: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly open: string | undefined;
  readonly search: string;
}

function Branch({ nodes, depth, counts, open, search }: BranchProps) {
  const words = useWords(regionsWords);
  return (
    <ul className={style.branch}>
      {nodes.map(({ adcode, name, level, children }) => (
        <li key={adcode}>
          <Link
            to={{ pathname: `/system/regions/${adcode}`, search }}
            aria-current={adcode === open ? 'true' : undefined}
            style={{ paddingLeft: 12 + depth * 18 }}
          >
            <span className={depth < 2 ? contents.ruleTitle : undefined}>{name}</span>
            <small>{words.levels[level]}</small>
            <small className={style.code}>{adcode === EVERYWHERE ? '' : adcode}</small>
            <small className={style.people}>{counts.has(adcode) && words.people(counts.get(adcode)!)}</small>
          </Link>
          {children.length > 0 && (
            <Branch nodes={children} depth={depth + 1} counts={counts} open={open} search={search} />
          )}
        </li>
      ))}
    </ul>
  );
}
