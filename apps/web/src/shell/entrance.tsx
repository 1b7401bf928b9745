import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { SessionContext, sessionQuery } from '../api/session.ts';
import { loadPlace } from '../places/places.ts';
import notes from './notes.module.css';
import { ProblemNote } from './problem-note.tsx';
import { SignIn } from './sign-in.tsx';
import { Waiting } from './waiting.tsx';

/** The place that the address names comes with what stands around it, not after it. */
const Places = lazy(async () => {
  const [{ Places }] = await Promise.all([import('./router.tsx'), loadPlace(location.pathname)]);
  return { default: Places };
});

/** The sign-in for a stranger, at whatever address they came to; the places for whoever is known. What stands around the places, and what they need, is loaded only then. */
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
      <Suspense fallback={<Waiting />}>
        <Places />
      </Suspense>
    </SessionContext>
  );
}
