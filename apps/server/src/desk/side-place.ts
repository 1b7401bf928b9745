import { Type } from 'typebox';
import { callerOf } from '../access/guard.ts';
import { JobId } from '../jobs/job-schemas.ts';
import type { LayerPlace } from '../layers/layer-place.ts';
import type { Services } from '../services.ts';
import { type Side, sides } from './desk-files.ts';

export const SideName = Type.Unsafe<Side>({
  type: 'string',
  enum: sides,
  description: '备案库、维护后数据库、基础数据，或变更图斑',
});

/** The layers that a review worked on, and the pieces of its change. */
export function sidePlace({ desks }: Pick<Services, 'desks'>): LayerPlace {
  return {
    path: '/api/v1/jobs/:job/sides/:side',
    params: { job: JobId, side: SideName },
    access: { verb: 'job.run', on: 'some' },
    title: '审查一方',
    find: async (request) => {
      const { job, side } = request.params as { job: string; side: Side };
      const found = await desks.find(callerOf(request), job);
      const { source } = await desks.side(found, side);
      return { source, path: `/api/v1/jobs/${found.id}/sides/${side}`, name: source.title, version: '1.0.0' };
    },
  };
}
