import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Job } from '../../api/answers.ts';
import { useLooks } from '../../map/use-looks.ts';
import { usePlans } from '../../shell/region.ts';
import type { LayerSide } from './desk-layers.ts';
import { sidesQuery } from './queries.ts';

export interface DeskSides {
  readonly filed: LayerSide | undefined;
  readonly maintained: LayerSide | undefined;
  readonly base: LayerSide | undefined;
  readonly change: LayerSide | undefined;
  /** Whether it is known what there is to draw. */
  readonly isKnown: boolean;
}

/** What the map is drawn from. Under the findings of an inspection lies its plan as it is in force. */
export function useSides(job: Job): DeskSides {
  const { data: sides, isError } = useQuery({ ...sidesQuery(job.id), enabled: job.kind === 'review' });
  const plan = usePlans().find(({ code }) => code === job.plan);
  const sources = useMemo((): Readonly<Record<string, string>> => {
    if (job.kind !== 'review') {
      return plan ? { maintained: `/api/v1/plans/${plan.code}/versions/${plan.head.number}` } : {};
    }
    return Object.fromEntries(
      (sides ?? []).map(({ side }) => [side, `/api/v1/jobs/${job.id}/sides/${side}`]),
    );
  }, [sides, job.kind, job.id, plan]);
  const list = useMemo(() => Object.values(sources), [sources]);
  const looks = useLooks(list);
  const isKnown =
    (job.kind !== 'review' || sides !== undefined || isError) && list.every((source) => looks.has(source));
  const key = list.filter((source) => looks.has(source)).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the looks are those of the key
  return useMemo(() => {
    const of = (name: string): LayerSide | undefined => {
      const source = sources[name];
      return source === undefined ? undefined : { source, look: looks.get(source) };
    };
    return {
      filed: of('filed'),
      maintained: of('maintained'),
      base: of('base'),
      change: of('change'),
      isKnown,
    };
  }, [sources, key, isKnown]);
}
