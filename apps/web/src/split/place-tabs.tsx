import { Link, useLocation } from 'react-router';
import { regionOf } from '../shell/region.ts';
import style from './split.module.css';

export interface PlaceTab {
  /** Address of the tab. */
  readonly to: string;
  readonly title: string;
  /** Beginnings of the other addresses that belong to it. */
  readonly also?: readonly string[];
}

/** The parts of a place. The region goes along from one to the other; what was searched for does not. */
export function PlaceTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly PlaceTab[] }) {
  const { search, pathname } = useLocation();
  const region = regionOf(search);
  return (
    <nav className={style.tabs} aria-label={label}>
      {tabs.map(({ to, title, also = [] }) => {
        const isHere = pathname === to || also.some((beginning) => pathname.startsWith(beginning));
        return (
          <Link
            key={to}
            to={{ pathname: to, search: region ? `?region=${region}` : '' }}
            aria-current={isHere ? 'page' : undefined}
          >
            {title}
          </Link>
        );
      })}
    </nav>
  );
}
