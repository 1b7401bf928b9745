import type { LayerPlace } from '../layers/layer-place.ts';
import type { Services } from '../services.ts';
import { PlanCode, Which, whichOf } from './plan-schemas.ts';

/** The layers of the versions of plans. */
export function versionPlace({ versions }: Pick<Services, 'versions'>): LayerPlace {
  return {
    path: '/api/v1/plans/:plan/versions/:version',
    params: { plan: PlanCode, version: Which },
    access: { verb: 'plan.read', on: 'plan' },
    title: '一个版本',
    find: async ({ params }) => {
      const { plan, version } = params as { plan: string; version: string };
      const found = await versions.find(plan, whichOf(version));
      return {
        source: versions.source(found),
        path: `/api/v1/plans/${encodeURIComponent(plan)}/versions/${found.number}`,
        name: plan,
        version: `${found.number}.0.0`,
      };
    },
  };
}
