import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Job } from '../../api/answers.ts';
import { compareModes } from '../../map/compare-mode.ts';
import { useWords } from '../../words/use-words.ts';
import { ChangeCard } from '../change/change-card.tsx';
import { ChangePanel } from '../change/change-panel.tsx';
import { readChange, writeChange } from '../change/change-row.ts';
import { LowerPanel } from '../change/lower-panel.tsx';
import { useLitChange } from '../change/use-lit-change.ts';
import { FindingCard } from '../findings/finding-card.tsx';
import { FindingList } from '../findings/finding-list.tsx';
import { Talk } from '../remarks/talk.tsx';
import { PieceCard } from '../verdicts/piece-card.tsx';
import { useListedVerdicts, VerdictList } from '../verdicts/verdict-list.tsx';
import { step } from '../verdicts/verdict-order.ts';
import { boxOf, type Shape } from './box-of.ts';
import { Card } from './card.tsx';
import { DeskFrame } from './desk-frame.tsx';
import { titleOf } from './desk-layers.ts';
import { inspectionQuery, reviewQuery } from './queries.ts';
import { useArrival, useFlyHome, useFlyToPiece } from './stage-hold.ts';
import { useDesk } from './use-desk-state.ts';
import { useKeys } from './use-keys.ts';
import { usePictureSides } from './use-picture-sides.ts';
import { useDrawn, useFindings, usePieces } from './use-pieces.ts';
import { useShownLayers } from './use-shown-layers.ts';
import { useSides } from './use-sides.ts';
import { deskWords } from './words.ts';

/** The desk of a review: verdicts, findings and the change of two databases. */
export function ReviewDesk({ job }: { readonly job: Job }) {
  const words = useWords(deskWords);
  const { data: review } = useSuspenseQuery(reviewQuery(job.id));
  const { state, change } = useDesk();
  const { tab, rule, piece, side } = state;
  const sides = useSides(job);
  const layers = useShownLayers(sides);
  const pictureSides = usePictureSides(sides, layers);
  const listed = useListedVerdicts(job.id);
  const verdict = tab === 'verdicts' ? review.verdicts.find((one) => one.rule === rule) : undefined;
  const evidence = usePieces(job.id, verdict?.rule, verdict?.pieces ?? 0, piece);
  const inspected = tab === 'inspection' ? rule : undefined;
  const found = useFindings(job.id, side, inspected, piece);
  const { data: inspection } = useQuery({
    ...inspectionQuery(job.id, side),
    enabled: inspected !== undefined,
  });
  const litChange = useLitChange(job.id, state.change);
  const flyToPiece = useFlyToPiece();
  const flyHome = useFlyHome();
  const drawn = useDrawn(tab === 'inspection' ? found.findings : evidence.pieces);
  const litShape = (verdict ? evidence.lit?.geometry : found.lit?.geometry) as Shape | undefined;
  useArrival(piece, litShape);

  const light = useCallback(
    (n: number) => change({ piece: n, change: undefined, isTalkOpen: false }),
    [change],
  );
  const lightChange = useCallback(
    (layer: string, id: number) =>
      change({
        change: writeChange(layer, id),
        ...{
          changeLayer: layer,
          changeType: undefined,
          sort: undefined,
          piece: undefined,
          isTalkOpen: false,
        },
      }),
    [change],
  );
  const close = (): void => {
    if (state.change !== undefined || piece !== undefined || state.isTalkOpen)
      change({ change: undefined, piece: undefined, isTalkOpen: false });
    else if (rule !== undefined) change({ rule: undefined });
    else change({ lower: 'closed' });
  };
  const goPiece = (by: number): void => {
    const count = verdict?.pieces ?? found.count;
    if (count === 0) return;
    const first = verdict ? 0 : found.first;
    const to = piece === undefined ? first : Math.min(first + count - 1, Math.max(first, piece + by));
    light(to);
    const geometry = found.findings.find(({ properties }) => properties.n === to)?.geometry;
    flyToPiece(to, verdict ? verdict.evidence[to]?.box : geometry && boxOf(geometry as Shape));
  };
  const goVerdict = (by: number): void => {
    if (tab !== 'verdicts') return;
    const next = step(
      listed,
      listed.find((one) => one.rule === rule),
      by,
    );
    if (next) change({ rule: next.rule, piece: undefined, change: undefined, isTalkOpen: false });
  };
  const nextMode = [...compareModes, 'off' as const];
  useKeys({
    j: () => goVerdict(1),
    k: () => goVerdict(-1),
    n: () => goPiece(1),
    p: () => goPiece(-1),
    b: () => change({ compare: nextMode[(nextMode.indexOf(state.compare) + 1) % nextMode.length]! }),
    f: flyHome,
    Escape: close,
  });

  const changeTitle = useMemo(
    () =>
      litChange
        ? (words.shortLayers[litChange.layer] ?? titleOf(sides.maintained?.look, litChange.layer))
        : '',
    [litChange, words, sides.maintained],
  );
  const card = litChange ? (
    <ChangeCard row={litChange} title={changeTitle ?? litChange.layer} sides={pictureSides} onClose={close} />
  ) : verdict && evidence.lit ? (
    <PieceCard job={job.id} verdict={verdict} piece={evidence.lit} sides={pictureSides} onClose={close} />
  ) : found.lit && inspected !== undefined ? (
    <FindingCard
      job={job.id}
      side={side}
      title={inspection?.rules.find((one) => one.rule === inspected)?.title ?? inspected}
      finding={found.lit}
      at={found.lit.properties.n - found.first}
      count={found.count}
      onClose={close}
    />
  ) : verdict && state.isTalkOpen ? (
    <Card title={verdict.title} note={words.statuses[verdict.status]} onClose={close}>
      <Talk key={verdict.rule} job={job.id} subject={{ kind: 'verdict', rule: verdict.rule }} />
    </Card>
  ) : undefined;

  return (
    <DeskFrame
      job={job}
      sides={sides}
      layers={layers}
      pieces={drawn}
      lit={litShape}
      litChange={readChange(state.change)}
      onPiece={light}
      onChangedPiece={lightChange}
      list={
        tab === 'verdicts' ? (
          <VerdictList job={job.id} />
        ) : tab === 'change' ? (
          <ChangePanel job={job.id} look={sides.change?.look} />
        ) : (
          <FindingList job={job.id} side={side} />
        )
      }
      card={card}
      lower={<LowerPanel job={job.id} sides={sides} />}
    />
  );
}
