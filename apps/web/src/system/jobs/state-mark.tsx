import { CircleCheck, CircleDashed, CircleSlash, CircleX, LoaderCircle } from 'lucide-react';
import type { Job } from '../../api/answers.ts';
import { shellWords } from '../../shell/words.ts';
import { useWords } from '../../words/use-words.ts';
import style from './jobs.module.css';

const signs = {
  queued: CircleDashed,
  running: LoaderCircle,
  done: CircleCheck,
  failed: CircleX,
  cancelled: CircleSlash,
} as const;

/** How far a job is: a sign and a word. */
export function StateMark({ state }: { readonly state: Job['state'] }) {
  const words = useWords(shellWords);
  const Sign = signs[state];
  return (
    <span className={`${style.state} ${style[state]}`}>
      <Sign size={14} aria-hidden="true" />
      {words.jobStates[state]}
    </span>
  );
}
