import { use } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useSession } from '../api/session.ts';
import { places } from '../places/places.ts';
import { LanguageContext, useWords } from '../words/use-words.ts';
import style from './rail.module.css';
import { regionOf } from './region.ts';
import { shellWords } from './words.ts';

/** The places that someone may enter. On a narrow screen it is a bar at the bottom. */
export function Rail() {
  const session = useSession();
  const words = useWords(shellWords);
  const language = use(LanguageContext);
  const region = regionOf(useLocation().search);
  return (
    <nav className={style.rail} aria-label={words.places}>
      <span className={style.mark} aria-hidden="true">
        {words.title}
      </span>
      <ul>
        {places
          .filter((place) => place.mayEnter(session))
          .map(({ path, title, icon: Icon }) => (
            <li key={path}>
              <NavLink to={{ pathname: `/${path}`, search: region ? `?region=${region}` : '' }}>
                <Icon size={20} strokeWidth={1.6} aria-hidden="true" />
                <span>{title[language]}</span>
              </NavLink>
            </li>
          ))}
      </ul>
    </nav>
  );
}
