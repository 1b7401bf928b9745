import { ApiProblem } from '../api/api-problem.ts';
import { useWords } from '../words/use-words.ts';
import style from './notes.module.css';
import { shellWords } from './words.ts';

/** What went wrong: the server's sentence, its code with the page that tells what to do, and the number to ask the administrator about. */
export function ProblemNote({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const words = useWords(shellWords);
  const { message, code, page, request } =
    error instanceof ApiProblem
      ? error
      : { message: String(error), code: undefined, page: undefined, request: undefined };
  return (
    <div className={style.problem} role="alert">
      <span>{message}</span>
      <span className={style.small}>
        {code !== undefined && `${words.code} ${code} `}
        {page !== undefined && (
          <a href={page} target="_blank" rel="noreferrer">
            {words.whatToDo}
          </a>
        )}
        {request !== undefined && ` ${words.requestNumber} ${request}`}
        {onRetry && (
          <>
            {' '}
            <button type="button" onClick={onRetry}>
              {words.retry}
            </button>
          </>
        )}
      </span>
    </div>
  );
}
