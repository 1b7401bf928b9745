import { Suspense, useRef } from 'react';
import type { Job } from '../../api/answers.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { useWords } from '../../words/use-words.ts';
import { DeskBar } from './desk-bar.tsx';
import { InspectionDesk } from './inspection-desk.tsx';
import { ReviewDesk } from './review-desk.tsx';
import { type StageHold, StageHoldContext } from './stage-hold.ts';
import { DeskContext, useDeskAddress } from './use-desk-state.ts';
import { deskWords } from './words.ts';

/** What a job that is done has found: lists, and the map they lie on. */
export function Desk({ job }: { readonly job: Job }) {
  const words = useWords(deskWords);
  const address = useDeskAddress();
  const hold = useRef<StageHold>({
    show: undefined,
    waiting: undefined,
    bounds: undefined,
    // An address that names a piece and no view leads to the piece.
    wanted: new URLSearchParams(location.search).has('at') ? undefined : address.state.piece,
  });
  return (
    <DeskContext value={address}>
      <StageHoldContext value={hold}>
        <DeskBar job={job} />
        <p className="visually-hidden">
          {words.keys}：{words.keyHelp}
        </p>
        <Suspense fallback={<Waiting />}>
          {job.kind === 'review' ? <ReviewDesk job={job} /> : <InspectionDesk job={job} />}
        </Suspense>
      </StageHoldContext>
    </DeskContext>
  );
}
