import { useEffect, useRef } from 'react';
import { useWords } from '../../words/use-words.ts';
import type { Verdict } from '../desk/queries.ts';
import { StatusMark } from '../desk/status-mark.tsx';
import { deskWords } from '../desk/words.ts';
import { hasExhibits } from '../exhibits/exhibits.tsx';
import { RemarkMark } from '../remarks/remark-mark.tsx';
import type { Matters } from '../remarks/use-matters.ts';
import { measureWords } from './measure-words.ts';
import { PieceNumbers } from './piece-numbers.tsx';
import { VerdictReasons } from './verdict-reasons.tsx';
import style from './verdicts.module.css';

interface VerdictRowProps {
  readonly verdict: Verdict;
  readonly isOpen: boolean;
  readonly lit: number | undefined;
  readonly matters: Matters;
  onOpen(): void;
  onLight(piece: number): void;
  onShowAll(): void;
  onTalk(): void;
  /** Shows its tables and pictures. */
  onExhibit(): void;
}

/** One verdict: what it says in figures, and once opened why. */
export function VerdictRow({
  verdict,
  isOpen,
  lit,
  matters,
  onOpen,
  onLight,
  onShowAll,
  onTalk,
  onExhibit,
}: VerdictRowProps) {
  const words = useWords(deskWords);
  const { rule, status, title, measure, pieces } = verdict;
  const figures = measureWords(measure);
  const own = matters.find(({ subject }) => subject.kind === 'verdict');
  const row = useRef<HTMLLIElement>(null);
  // A link may name a verdict far down the list.
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  const gravest = own ?? matters.find(({ state }) => state === 'contested') ?? matters[0];
  return (
    <li ref={row} className={style.verdict} data-open={isOpen || undefined} data-rule={rule}>
      <button type="button" className={style.row} aria-expanded={isOpen} onClick={onOpen}>
        <StatusMark status={status} label={words.statuses[status]} />
        <span className={style.title}>
          <strong>{title}</strong>
          <span className={style.sub}>
            {pieces > 0 ? words.pieces(pieces) : words.statuses[status]}
            {gravest && <RemarkMark state={gravest.state} />}
          </span>
        </span>
        {status !== 'notApplicable' && (
          <span className={style.figures}>
            <span>
              {figures.before} → <strong>{figures.after}</strong>
            </span>
            <span className={style.sub}>
              {figures.unit} {figures.delta}
            </span>
          </span>
        )}
      </button>
      {isOpen && (
        <div className={style.body}>
          <VerdictReasons verdict={verdict} />
          <PieceNumbers count={pieces} lit={lit} onLight={onLight} onShowAll={onShowAll} />
          <div className={style.actions}>
            {hasExhibits(verdict) && (
              <button type="button" className={style.quiet} onClick={onExhibit}>
                {words.exhibits}
              </button>
            )}
            <button type="button" className={style.quiet} onClick={onTalk}>
              {words.talkOf(own?.remarks ?? 0)}
            </button>
          </div>
        </div>
      )}
    </li>
  );
}
