import { createBrowserRouter, type RouteObject, redirect } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { queries } from '../api/queries.ts';
import { sessionQuery } from '../api/session.ts';
import { LibraryLook } from '../look/library-look.tsx';
import { places } from '../places/places.ts';
import { BrokenPage } from './broken-page.tsx';
import { NoSuchPage } from './no-such-page.tsx';
import { Shell } from './shell.tsx';
import { Waiting } from './waiting.tsx';

/** Leads to the first place that someone may enter. */
async function firstPlace(): Promise<Response> {
  const session = await queries.fetchQuery(sessionQuery);
  const own = session && places.find((place) => place.mayEnter(session));
  return redirect(`/${own?.path ?? places[0]!.path}`);
}

const routes: RouteObject[] = [
  {
    path: '/',
    Component: Shell,
    ErrorBoundary: BrokenPage,
    HydrateFallback: Waiting,
    children: [
      { index: true, loader: firstPlace, HydrateFallback: Waiting },
      ...places.map(
        ({ path, load }): RouteObject => ({
          path: `${path}/*`,
          lazy: load,
          ErrorBoundary: BrokenPage,
          HydrateFallback: Waiting,
        }),
      ),
      { path: '*', Component: NoSuchPage },
    ],
  },
];

let router: ReturnType<typeof createBrowserRouter> | undefined;

/** The places, as the address names them. */
export function Places() {
  router ??= createBrowserRouter(routes);
  return (
    <LibraryLook>
      <RouterProvider router={router} />
    </LibraryLook>
  );
}
