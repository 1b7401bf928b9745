import { useSuspenseQuery } from '@tanstack/react-query';
import { memo, useMemo } from 'react';
import { useSession } from '../../api/session.ts';
import { useWords } from '../../words/use-words.ts';
import { boxAround } from '../desk/box-of.ts';
import { FilterChips } from '../desk/filter-chips.tsx';
import { reviewQuery, type Verdict } from '../desk/queries.ts';
import { useFly, useFlyToPiece } from '../desk/stage-hold.ts';
import { useDesk } from '../desk/use-desk-state.ts';
import { deskWords } from '../desk/words.ts';
import { type Matters, mattersOfRule, useMatters } from '../remarks/use-matters.ts';
import { DataDoubts } from './data-doubts.tsx';
import { countChapters, countStatuses, sortVerdicts } from './verdict-order.ts';
import { VerdictRow } from './verdict-row.tsx';
import style from './verdicts.module.css';

/** The verdicts that are listed: as the filters leave them, the doubtful first. */
export function useListedVerdicts(job: string): readonly Verdict[] {
  const { data: review } = useSuspenseQuery(reviewQuery(job));
  const { name } = useSession();
  const matters = useMatters(job);
  const {
    state: { statuses, matter, chapter },
  } = useDesk();
  return useMemo(
    () =>
      sortVerdicts(review.verdicts).filter(
        ({ rule, status, chapter: own }) =>
          (chapter === undefined || own === chapter) &&
          (statuses.length === 0 || statuses.includes(status)) &&
          isWanted(matters, rule, matter, name),
      ),
    [review, matters, statuses, matter, chapter, name],
  );
}

function isWanted(
  matters: Matters,
  rule: string,
  wanted: 'mine' | 'contested' | undefined,
  account: string,
): boolean {
  if (wanted === undefined) return true;
  return mattersOfRule(matters, rule, ['verdict', 'piece']).some(({ state, assignee }) =>
    wanted === 'contested' ? state === 'contested' : assignee === account && state !== 'closed',
  );
}

/** The verdicts, to be worked down. */
export const VerdictList = memo(function VerdictList({ job }: { readonly job: string }) {
  const words = useWords(deskWords);
  const { data: review } = useSuspenseQuery(reviewQuery(job));
  const verdicts = useListedVerdicts(job);
  const matters = useMatters(job);
  const fly = useFly();
  const flyToPiece = useFlyToPiece();
  const { state, change } = useDesk();
  const counts = useMemo(() => countStatuses(review.verdicts), [review]);
  const chapters = useMemo(() => countChapters(review.verdicts), [review]);
  return (
    <>
      <FilterChips
        chips={counts.map(([status, count]) => ({ status, count, title: words.statuses[status] ?? status }))}
        hasMatters={matters.length > 0}
        chapters={chapters}
      />
      <div className={style.scroll}>
        <DataDoubts quality={review.dataQuality} />
        {verdicts.length === 0 && (
          <p className={style.empty}>
            {words.noneLeft}
            <button
              type="button"
              className={style.quiet}
              onClick={() => change({ statuses: [], matter: undefined, chapter: undefined })}
            >
              {words.clearFilter}
            </button>
          </p>
        )}
        <ul className={style.list} aria-label={words.verdicts}>
          {verdicts.map((verdict) => {
            const isOpen = state.rule === verdict.rule;
            return (
              <VerdictRow
                key={verdict.rule}
                verdict={verdict}
                isOpen={isOpen}
                lit={isOpen ? state.piece : undefined}
                matters={mattersOfRule(matters, verdict.rule, ['verdict', 'piece'])}
                onOpen={() =>
                  change({
                    rule: isOpen ? undefined : verdict.rule,
                    piece: undefined,
                    change: undefined,
                    isTalkOpen: false,
                  })
                }
                onLight={(piece) => {
                  change({ piece, change: undefined });
                  flyToPiece(piece, verdict.evidence[piece]?.box);
                }}
                onShowAll={() => {
                  change({ piece: undefined });
                  const box = boxAround(
                    verdict.evidence.flatMap((piece) => (piece.box ? [asBox(piece.box)] : [])),
                  );
                  if (box) fly(box);
                }}
                onExhibit={() => change({ lower: 'exhibits' })}
                onTalk={() => change({ piece: undefined, change: undefined, isTalkOpen: !state.isTalkOpen })}
              />
            );
          })}
        </ul>
      </div>
    </>
  );
});

const asBox = ([west, south, east, north]: readonly number[]) => [west!, south!, east!, north!] as const;
