import { Link, useLocation } from 'react-router';
import notes from '../../shell/notes.module.css';
import contents from '../../split/contents.module.css';
import { ScrollBox } from '../../split/scroll-box.tsx';
import { useWords } from '../../words/use-words.ts';
import type { ListedAccount } from '../accounts/account-queries.ts';
import { VerbNames } from '../accounts/verb-names.tsx';
import { accountsWords } from '../accounts/words.ts';
import { regionsWords } from './words.ts';

export interface RolesTableProps {
  readonly accounts: readonly ListedAccount[];
  /** The regions whose grants are wanted; null: those on the whole tree. */
  readonly regions: readonly (string | null)[];
  readonly none: string;
}

/** Who has which role on some regions. */
export function RolesTable({ accounts, regions, none }: RolesTableProps) {
  const words = useWords(regionsWords);
  const names = useWords(accountsWords);
  const { search } = useLocation();
  const rows = accounts.flatMap((account) =>
    account.grants.filter(({ region }) => regions.includes(region)).map((grant) => ({ account, grant })),
  );
  if (rows.length === 0) return <p className={notes.small}>{none}</p>;
  return (
    <ScrollBox className={contents.scroll} label={words.role}>
      <table className={`${contents.table} ${contents.cards}`}>
        <thead>
          <tr>
            <th scope="col">{words.account}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.region}</th>
            <th scope="col">{words.verbs}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ account: { name, displayName, disabledAt }, grant }) => (
            <tr key={grant.id}>
              <td data-label={words.account} className={contents.name}>
                <div>
                  <Link to={{ pathname: `/system/accounts/${encodeURIComponent(name)}`, search }}>
                    {displayName}
                  </Link>
                  <code>{name}</code>
                  {disabledAt !== null && <small>{words.disabled}</small>}
                </div>
              </td>
              <td data-label={words.role} className={contents.name}>
                {names.roleTitles[grant.role] ?? grant.title}
              </td>
              <td data-label={words.region} className={contents.name}>
                {grant.regionName ?? words.everywhere}
              </td>
              <td data-label={words.verbs} className={contents.words}>
                <VerbNames verbs={grant.verbs} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
