import { Button } from 'antd';
import { useRouteError } from 'react-router';
import { useWords } from '../words/use-words.ts';
import style from './notes.module.css';
import { ProblemNote } from './problem-note.tsx';
import { shellWords } from './words.ts';

/** A page that could not be shown. */
export function BrokenPage() {
  const error = useRouteError();
  const words = useWords(shellWords);
  return (
    <div className={style.page}>
      <h1>{words.broken}</h1>
      <p>{words.brokenHint}</p>
      <ProblemNote error={error} />
      <div>
        <Button type="primary" onClick={() => location.reload()}>
          {words.retry}
        </Button>
      </div>
    </div>
  );
}
