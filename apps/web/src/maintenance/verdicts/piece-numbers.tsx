import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useWords } from '../../words/use-words.ts';
import { deskWords } from '../desk/words.ts';
import { shownNumbers } from './shown-numbers.ts';
import style from './verdicts.module.css';

interface PieceNumbersProps {
  readonly count: number;
  /** The one that is lit, from 0. */
  readonly lit: number | undefined;
  onLight(n: number): void;
  onShowAll(): void;
}

/** Numbers that fit into a line of the panel. */
const ROOM = 7;

/** The pieces of a verdict, or the findings of a rule, by number: each lights its own. */
export function PieceNumbers({ count, lit, onLight, onShowAll }: PieceNumbersProps) {
  const words = useWords(deskWords);
  if (count === 0) return null;
  return (
    <div className={style.numbers}>
      <fieldset className={style.numberRow} aria-label={words.numbered}>
        <button
          type="button"
          aria-label={words.previous}
          title={words.previous}
          disabled={lit === undefined || lit === 0}
          onClick={() => onLight((lit ?? 1) - 1)}
        >
          <ChevronLeft size={14} aria-hidden="true" />
        </button>
        {shownNumbers(count, lit, ROOM).map((n, i) =>
          n === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a gap is nothing but its place
            <span key={`gap${i}`}>…</span>
          ) : (
            <button key={n} type="button" aria-pressed={n === lit} onClick={() => onLight(n)}>
              {n + 1}
            </button>
          ),
        )}
        <button
          type="button"
          aria-label={words.next}
          title={words.next}
          disabled={lit === count - 1}
          onClick={() => onLight(lit === undefined ? 0 : lit + 1)}
        >
          <ChevronRight size={14} aria-hidden="true" />
        </button>
      </fieldset>
      <button type="button" className={style.quiet} onClick={onShowAll}>
        {words.showAll}
      </button>
    </div>
  );
}
