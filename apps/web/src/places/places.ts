import { BookOpenCheck, FilePenLine, Map as MapIcon, Settings } from 'lucide-react';
import { may } from '../api/session.ts';
import type { Place } from './place.ts';

/** Begins to load the place at a path; what cannot be loaded is told where it is shown. */
export async function loadPlace(path: string): Promise<void> {
  const named = places.find((place) => path.split('/')[1] === place.path);
  await named?.load().catch(() => {});
}

/** The places, in the order of the rail. One that comes is a folder beside `src/one-map` and an entry here. */
export const places: readonly Place[] = [
  {
    path: 'map',
    title: { zh: '一张图', en: 'One Map' },
    icon: MapIcon,
    mayEnter: (session) => may(session, 'plan.read'),
    load: async () => ({ Component: (await import('../one-map/one-map.tsx')).OneMap }),
  },
  {
    path: 'maintenance',
    title: { zh: '动态维护', en: 'Maintenance' },
    icon: FilePenLine,
    mayEnter: (session) => may(session, 'job.run'),
    load: async () => ({ Component: (await import('../maintenance/maintenance.tsx')).Maintenance }),
  },
  {
    path: 'rules',
    title: { zh: '规则与标准', en: 'Rules' },
    icon: BookOpenCheck,
    mayEnter: (session) => may(session, 'plan.read'),
    load: async () => ({ Component: (await import('../rules/rules.tsx')).Rules }),
  },
  {
    path: 'system',
    title: { zh: '系统', en: 'System' },
    icon: Settings,
    mayEnter: (session) => ['account.manage', 'ledger.read', 'job.run'].some((verb) => may(session, verb)),
    load: async () => ({ Component: (await import('../system/system.tsx')).System }),
  },
];
