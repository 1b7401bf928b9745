import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Session } from '../api/answers.ts';
import { mayIn } from '../api/rights.ts';
import { may } from '../api/session.ts';
import type { systemWords } from './words.ts';

/** A part of the place: a tab, an address below `/system`. */
export interface SystemPart {
  readonly path: Exclude<keyof (typeof systemWords)['zh'], 'place' | 'nothing'>;
  readonly Page: LazyExoticComponent<ComponentType>;
  mayEnter(session: Session): boolean;
}

const managesSomewhere = (session: Session): boolean => may(session, 'account.manage');
/** Who looks after the whole server. */
const managesAll = (session: Session): boolean => mayIn(session, 'account.manage', null);

/** In the order of the tabs. */
export const systemParts: readonly SystemPart[] = [
  {
    path: 'accounts',
    mayEnter: managesSomewhere,
    Page: lazy(async () => ({ default: (await import('./accounts/accounts-page.tsx')).AccountsPage })),
  },
  {
    path: 'regions',
    mayEnter: managesSomewhere,
    Page: lazy(async () => ({ default: (await import('./regions/regions-page.tsx')).RegionsPage })),
  },
  {
    path: 'ledger',
    mayEnter: (session) => may(session, 'ledger.read'),
    Page: lazy(async () => ({ default: (await import('./ledger/ledger-page.tsx')).LedgerPage })),
  },
  {
    path: 'jobs',
    mayEnter: (session) => may(session, 'job.run'),
    Page: lazy(async () => ({ default: (await import('./jobs/jobs-page.tsx')).JobsPage })),
  },
  {
    path: 'health',
    mayEnter: managesAll,
    Page: lazy(async () => ({ default: (await import('./health/health-page.tsx')).HealthPage })),
  },
  {
    path: 'backups',
    mayEnter: managesAll,
    Page: lazy(async () => ({ default: (await import('./backups/backups-page.tsx')).BackupsPage })),
  },
];
