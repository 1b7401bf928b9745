import { useQuery } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { SessionContext, sessionQuery } from '../api/session.ts';
import notes from './notes.module.css';
import { ProblemNote } from './problem-note.tsx';
import { openRouter } from './router.tsx';
import { SignIn } from './sign-in.tsx';
import { Waiting } from './waiting.tsx';

/** The sign-in for a stranger, at whatever address they came to; the places for whoever is known. What a place needs is loaded only then. */
export function Entrance() {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  if (error && session === undefined)
    return (
      <main className={notes.page}>
        <ProblemNote error={error} onRetry={refetch} />
      </main>
    );
  if (session === undefined) return <Waiting />;
  if (session === null) return <SignIn />;
  return (
    <SessionContext value={session}>
      <RouterProvider router={openRouter()} />
    </SessionContext>
  );
}
