import { useSuspenseQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Job } from '../../api/answers.ts';
import { FindingCard } from '../findings/finding-card.tsx';
import { FindingList, useListedRules } from '../findings/finding-list.tsx';
import { step } from '../verdicts/verdict-order.ts';
import { boxOf, type Shape } from './box-of.ts';
import { DeskFrame } from './desk-frame.tsx';
import { inspectionQuery } from './queries.ts';
import { useArrival, useFlyHome, useFlyToPiece } from './stage-hold.ts';
import { useDesk } from './use-desk-state.ts';
import { useKeys } from './use-keys.ts';
import { useDrawn, useFindings } from './use-pieces.ts';
import { useShownLayers } from './use-shown-layers.ts';
import { useSides } from './use-sides.ts';

/** The desk of an inspection: findings, over the plan that they are about. */
export function InspectionDesk({ job }: { readonly job: Job }) {
  const { data: inspection } = useSuspenseQuery(inspectionQuery(job.id, undefined));
  const { state, change } = useDesk();
  const { rule, piece } = state;
  const sides = useSides(job);
  const layers = useShownLayers(sides);
  const listed = useListedRules({ job: job.id, side: undefined });
  const found = useFindings(job.id, undefined, rule, piece);
  const drawn = useDrawn(found.findings);
  const flyToPiece = useFlyToPiece();
  useArrival(piece, (found.lit?.geometry ?? undefined) as Shape | undefined);
  const light = useCallback((n: number) => change({ piece: n }), [change]);
  const goPiece = (by: number): void => {
    if (found.count === 0) return;
    const last = found.first + found.count - 1;
    const to = piece === undefined ? found.first : Math.min(last, Math.max(found.first, piece + by));
    light(to);
    const geometry = found.findings.find(({ properties }) => properties.n === to)?.geometry;
    flyToPiece(to, geometry && boxOf(geometry as Shape));
  };
  const goRule = (by: number): void => {
    const next = step(
      listed,
      listed.find((one) => one.rule === rule),
      by,
    );
    if (next) change({ rule: next.rule, piece: undefined });
  };
  const close = (): void => change(piece === undefined ? { rule: undefined } : { piece: undefined });
  useKeys({
    j: () => goRule(1),
    k: () => goRule(-1),
    n: () => goPiece(1),
    p: () => goPiece(-1),
    f: useFlyHome(),
    Escape: close,
  });
  return (
    <DeskFrame
      job={job}
      sides={sides}
      layers={layers}
      pieces={drawn}
      lit={(found.lit?.geometry ?? undefined) as Shape | undefined}
      litChange={undefined}
      onPiece={light}
      onChangedPiece={ignore}
      list={<FindingList job={job.id} side={undefined} />}
      card={
        found.lit && (
          <FindingCard
            job={job.id}
            side={undefined}
            title={inspection.rules.find((one) => one.rule === rule)?.title ?? ''}
            finding={found.lit}
            at={found.lit.properties.n - found.first}
            count={found.count}
            onClose={close}
          />
        )
      }
      lower={undefined}
    />
  );
}

const ignore = (): void => undefined;
