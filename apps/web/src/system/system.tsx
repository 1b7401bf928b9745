import { Navigate, Route, Routes, useLocation } from 'react-router';
import { useSession } from '../api/session.ts';
import { BarSubject } from '../shell/bar-subject.tsx';
import { NoSuchPage } from '../shell/no-such-page.tsx';
import notes from '../shell/notes.module.css';
import { PlaceTabs } from '../split/place-tabs.tsx';
import split from '../split/split.module.css';
import { useWords } from '../words/use-words.ts';
import { systemParts } from './parts.ts';
import { systemWords } from './words.ts';

/** 系统: accounts, regions, the ledger, jobs, how the server is doing, backups; of them what one may see. */
export function System() {
  const words = useWords(systemWords);
  const session = useSession();
  const { search } = useLocation();
  const own = systemParts.filter((part) => part.mayEnter(session));
  return (
    <div className={split.page}>
      <BarSubject>
        <span className={split.place}>{words.place}</span>
      </BarSubject>
      <PlaceTabs
        label={words.place}
        tabs={own.map(({ path }) => ({
          to: `/system/${path}`,
          title: words[path],
          also: [`/system/${path}/`],
        }))}
      />
      <Routes>
        <Route
          index
          element={
            own[0] ? (
              <Navigate replace to={{ pathname: own[0].path, search }} />
            ) : (
              <p className={notes.empty}>{words.nothing}</p>
            )
          }
        />
        {own.map(({ path, Page }) => (
          <Route key={path} path={`${path}/:open?`} element={<Page />} />
        ))}
        <Route path="*" element={<NoSuchPage />} />
      </Routes>
    </div>
  );
}
