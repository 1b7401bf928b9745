import { Archive, Circle, CircleCheck, MessageCircle, ShieldAlert, UserRound } from 'lucide-react';
import { useWords } from '../../words/use-words.ts';
import style from './remarks.module.css';
import type { Matter } from './use-matters.ts';
import { remarkWords } from './words.ts';

/** A shape for each state of a matter, so that colour is not alone in telling it. */
export const remarkMarks = {
  open: Circle,
  assigned: UserRound,
  answered: MessageCircle,
  contested: ShieldAlert,
  accepted: CircleCheck,
  closed: Archive,
} as const;

/** How a matter stands, as word and shape. */
export function RemarkMark({ state }: { readonly state: Matter['state'] }) {
  const words = useWords(remarkWords);
  const Shape = remarkMarks[state];
  return (
    <span className={style.mark} data-state={state}>
      <Shape size={12} aria-hidden="true" />
      {words.states[state]}
    </span>
  );
}
