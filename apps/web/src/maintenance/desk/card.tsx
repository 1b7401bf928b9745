import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../../words/use-words.ts';
import style from './card.module.css';
import { deskWords } from './words.ts';

interface CardProps {
  readonly title: string;
  readonly note: string | undefined;
  onClose(): void;
  readonly children: ReactNode;
}

/** At the right: what is lit, and what is said of it. */
export function Card({ title, note, onClose, children }: CardProps) {
  const words = useWords(deskWords);
  return (
    <aside className={style.card} aria-label={title} data-card>
      <header>
        <strong>{title}</strong>
        {note !== undefined && <span>{note}</span>}
        <button type="button" aria-label={words.close} title={words.close} onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </button>
      </header>
      <div className={style.body}>{children}</div>
    </aside>
  );
}

/** Facts under each other: what it is, and how it is. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode] | undefined)[] }) {
  return (
    <dl className={style.facts}>
      {facts.map(
        (fact) =>
          fact && (
            <div key={fact[0]}>
              <dt>{fact[0]}</dt>
              <dd>{fact[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
