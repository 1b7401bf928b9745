import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../words/use-words.ts';
import { rolesQuery } from './account-queries.ts';
import style from './accounts.module.css';
import { accountsWords } from './words.ts';

/** What somebody may do, by its names. */
export function VerbNames({ verbs }: { readonly verbs: readonly string[] }) {
  const words = useWords(accountsWords);
  const { data } = useQuery(rolesQuery);
  const titles = new Map(data?.verbs.map(({ verb, title }) => [verb, title]));
  return (
    <span className={style.verbs}>
      {verbs.map((verb) => (
        <span key={verb} title={verb}>
          {words.verbTitles[verb] ?? titles.get(verb) ?? verb}
        </span>
      ))}
    </span>
  );
}
