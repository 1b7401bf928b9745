import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { BarSubject } from '../shell/bar-subject.tsx';
import { NoSuchPage } from '../shell/no-such-page.tsx';
import { PlaceTabs } from '../split/place-tabs.tsx';
import split from '../split/split.module.css';
import { useWords } from '../words/use-words.ts';
import { DifferencesPage } from './differences-page.tsx';
import { HistoryPage } from './history-page.tsx';
import { RulesPage } from './rules-page.tsx';
import { rulesWords } from './words.ts';

const StandardPage = lazy(async () => ({
  default: (await import('./standard/standard-page.tsx')).StandardPage,
}));

/** 规则与标准: by what plans are judged, how sure we are of it, and who changed what. */
export function Rules() {
  const words = useWords(rulesWords);
  return (
    <div className={split.page}>
      <BarSubject>
        <span className={split.place}>{words.place}</span>
      </BarSubject>
      <PlaceTabs
        label={words.place}
        tabs={[
          { to: '/rules', title: words.books, also: ['/rules/review/', '/rules/inspection/'] },
          { to: '/rules/differences', title: words.differences },
          { to: '/rules/history', title: words.history },
          { to: '/rules/standard', title: words.standard, also: ['/rules/standard/'] },
        ]}
      />
      <Routes>
        <Route index element={<RulesPage />} />
        <Route path="differences" element={<DifferencesPage />} />
        <Route path="history" element={<HistoryPage />} />
        <Route path="standard/:list?/:layer?" element={<StandardPage />} />
        <Route path=":book/:rule" element={<RulesPage />} />
        <Route path="*" element={<NoSuchPage />} />
      </Routes>
    </div>
  );
}
