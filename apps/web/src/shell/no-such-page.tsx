import { Link } from 'react-router';
import { useWords } from '../words/use-words.ts';
import style from './notes.module.css';
import { shellWords } from './words.ts';

/** For addresses that name no place. */
export function NoSuchPage() {
  const words = useWords(shellWords);
  return (
    <div className={style.page}>
      <h1>{words.noSuchPage}</h1>
      <p>{words.noSuchPageHint}</p>
      <Link to="/">{words.toStart}</Link>
    </div>
  );
}
