import type { ReactNode } from 'react';
import style from './split.module.css';

export interface SplitProps {
  readonly list: ReactNode;
  readonly detail: ReactNode;
  /** Whether something of the list is open: on a narrow screen it takes the list's place. */
  readonly isOpen: boolean;
  /** `list`: a list of names, narrow. `table`: a table that wants the room. */
  readonly kind?: 'list' | 'table';
  readonly listLabel: string;
  readonly detailLabel: string;
}

/** A list and what is open of it, side by side; one of them where there is no room for both. */
export function Split({ list, detail, isOpen, kind = 'list', listLabel, detailLabel }: SplitProps) {
  return (
    <div className={`${style.room} ${kind === 'list' ? style.split : style.wide}`} data-open={isOpen}>
      <section className={`${style.pane} ${style.list}`} aria-label={listLabel}>
        {list}
      </section>
      <section className={`${style.pane} ${style.detail}`} aria-label={detailLabel}>
        {detail}
      </section>
    </div>
  );
}
