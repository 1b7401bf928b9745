import { useWords } from '../words/use-words.ts';
import style from './notes.module.css';
import { shellWords } from './words.ts';

/** While a page is being fetched. */
export function Waiting() {
  const words = useWords(shellWords);
  return (
    <p className={style.waiting} role="status">
      {words.waiting}
    </p>
  );
}
