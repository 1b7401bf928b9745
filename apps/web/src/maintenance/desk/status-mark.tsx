import { Check, CircleHelp, Info, Minus, TriangleAlert, X } from 'lucide-react';
import style from './status-mark.module.css';

const marks = {
  fail: X,
  failed: X,
  error: X,
  undetermined: CircleHelp,
  notRun: CircleHelp,
  warning: TriangleAlert,
  info: Info,
  pass: Check,
  passed: Check,
  notApplicable: Minus,
} as const;

export type Mark = keyof typeof marks;

/** How something was judged, by shape and colour; the word stands beside it or is its label. */
export function StatusMark({
  status,
  label,
}: {
  readonly status: Mark;
  readonly label?: string | undefined;
}) {
  const Shape = marks[status];
  return (
    <span
      className={style.mark}
      data-status={status}
      {...(label === undefined
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': label, title: label })}
    >
      <Shape size={14} strokeWidth={2.6} />
    </span>
  );
}
