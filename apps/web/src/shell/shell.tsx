import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { Outlet, useNavigation } from 'react-router';
import { onSignedOut } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { sessionQuery, useSession } from '../api/session.ts';
import { useWords } from '../words/use-words.ts';
import { Rail } from './rail.tsx';
import style from './shell.module.css';
import { SignIn } from './sign-in.tsx';
import { TopBar } from './top-bar.tsx';
import { Waiting } from './waiting.tsx';
import { shellWords } from './words.ts';

/** What stands around every place: the rail and the bar. When a session ends while someone works, they sign in over what they see, and nothing of it is lost. */
export function Shell() {
  const session = useSession();
  const words = useWords(shellWords);
  const hasEnded = useSessionEnded();
  const { state } = useNavigation();
  return (
    <>
      <a className={style.skip} href="#place">
        {words.skip}
      </a>
      <div className={style.shell} inert={hasEnded}>
        <Rail />
        <TopBar />
        <main id="place" className={style.place} tabIndex={-1} aria-busy={state === 'loading'}>
          {state === 'loading' && (
            <div className={style.loading} role="progressbar" aria-label={words.waiting} />
          )}
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      {hasEnded && <SignIn again={session} />}
    </>
  );
}

/** Whether the server said, after somebody had signed in here, that nobody is. */
function useSessionEnded(): boolean {
  // Holds for the sign-in that was: a new one brings a new time of asking.
  const { dataUpdatedAt } = useQuery(sessionQuery);
  const [endedAt, setEndedAt] = useState<number>();
  useEffect(() => {
    const tell = (): void => {
      if (queries.getQueryData(sessionQuery.queryKey)) setEndedAt(dataUpdatedAt);
    };
    onSignedOut.add(tell);
    return () => {
      onSignedOut.delete(tell);
    };
  }, [dataUpdatedAt]);
  return endedAt === dataUpdatedAt;
}
