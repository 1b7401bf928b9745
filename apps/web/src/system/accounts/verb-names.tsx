import { useQuery } from '@tanstack/react-query';
import { rolesQuery } from './account-queries.ts';
import style from './accounts.module.css';

/** What somebody may do, by its names. */
export function VerbNames({ verbs }: { readonly verbs: readonly string[] }) {
  const { data } = useQuery(rolesQuery);
  const titles = new Map(data?.verbs.map(({ verb, title }) => [verb, title]));
  return (
    <span className={style.verbs}>
      {verbs.map((verb) => (
        <span key={verb} title={verb}>
          {titles.get(verb) ?? verb}
        </span>
      ))}
    </span>
  );
}
