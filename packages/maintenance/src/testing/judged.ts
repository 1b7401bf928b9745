import { loadKernelOverlay } from '@tuheng/geometry';
import type { Plan, TargetsFile } from '@tuheng/standard';
import type { Verdict } from '../review.ts';
import { reviewPlans } from '../review-plans.ts';
import { countyPlans, type MaintainedRows } from './county.ts';

/** The small county in another state. */
export interface Circumstances {
  /** What is otherwise in B. */
  readonly edit?: (rows: MaintainedRows) => void;
  /** Layers that are missing, by the database they are missing from. */
  readonly without?: Partial<Readonly<Record<'filed' | 'maintained' | 'base', readonly string[]>>>;
  /** What else the targets file says, over what the county has. */
  readonly targets?: Partial<TargetsFile>;
  /** A layer the county declares it has nothing for: it is in neither database. */
  readonly absent?: string;
}

/** The verdict of a rule about the small county. */
export async function judged(rule: string, circumstances: Circumstances = {}): Promise<Verdict> {
  const { edit, without = {}, targets = {}, absent } = circumstances;
  const plans = countyPlans(edit);
  const gone = (side: 'filed' | 'maintained' | 'base') => [
    ...(without[side] ?? []),
    ...(absent ? [absent] : []),
  ];
  const { review } = await reviewPlans({
    filed: withoutLayers(plans.filed, gone('filed')),
    maintained: withoutLayers(plans.maintained, gone('maintained')),
    base: withoutLayers(plans.base, without.base ?? []),
    targets: {
      file: {
        ...plans.targets,
        ...targets,
        ...(absent && { absentLayers: [{ layer: absent, source: '县政府说明' }] }),
      },
      name: 'targets.json',
      digest: 'targets',
    },
    overlay: await loadKernelOverlay(0.0001),
    date: '20261201',
  });
  return review.verdicts.find((verdict) => verdict.rule === rule)!;
}

function withoutLayers(plan: Plan, codes: readonly string[]): Plan {
  return { ...plan, layers: new Map([...plan.layers].filter(([code]) => !codes.includes(code))) };
}
