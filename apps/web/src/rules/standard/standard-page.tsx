import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useLocation, useParams } from 'react-router';
import { NoSuchPage } from '../../shell/no-such-page.tsx';
import { regionOf } from '../../shell/region.ts';
import split from '../../split/split.module.css';
import { useWords } from '../../words/use-words.ts';
import { LandUseTable } from './land-use-table.tsx';
import { LayersPage } from './layers-page.tsx';
import style from './standard.module.css';
import { standardQuery } from './standard-query.ts';
import { SurveyTable } from './survey-table.tsx';
import { standardWords } from './words.ts';
import { ZonesTable } from './zones-table.tsx';

const lists = ['land-use', 'survey', 'zones', 'layers'] as const;

/** The code lists and field tables of the standard, as the rules use them, each with its source. */
export function StandardPage() {
  const words = useWords(standardWords);
  const { list = 'land-use', layer } = useParams();
  const region = regionOf(useLocation().search);
  const { data: standard } = useSuspenseQuery(standardQuery);
  const open = lists.find((one) => one === list);
  if (!open) return <NoSuchPage />;
  return (
    <div className={style.page}>
      <nav className={style.lists} aria-label={words.listsLabel}>
        {lists.map((one) => (
          <Link
            key={one}
            to={{ pathname: `/rules/standard/${one}`, search: region ? `?region=${region}` : '' }}
            aria-current={one === open ? 'page' : undefined}
          >
            {words.lists[one]}
          </Link>
        ))}
      </nav>
      {open === 'layers' ? (
        <LayersPage standard={standard} layer={layer} />
      ) : (
        <div className={`${split.room} ${split.whole} ${style.tight}`}>
          <section className={split.pane} aria-label={words.lists[open]}>
            {open === 'land-use' && <LandUseTable standard={standard} />}
            {open === 'survey' && <SurveyTable standard={standard} />}
            {open === 'zones' && <ZonesTable standard={standard} />}
          </section>
        </div>
      )}
    </div>
  );
}
