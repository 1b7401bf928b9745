import type { JobHandler, JobKind } from '@tuheng/store';
import type { JobFiles } from './job-files.ts';

/** What the server does with the jobs of its queue. */
export interface JobWork {
  /** By kind; paths in the parameters, results into the folder `out`. */
  readonly handlers: Readonly<Partial<Record<JobKind, JobHandler>>>;
  /** As the worker's `isFinal`. */
  readonly isFinal?: (error: unknown) => boolean;
}

/** The same handlers for jobs whose inputs are uploads and versions. */
export function onServerFiles(files: JobFiles, handlers: JobWork['handlers']): JobWork['handlers'] {
  const wrap =
    (handler: JobHandler): JobHandler =>
    async (job, context) => {
      context.progress(0, '准备数据');
      const parameters = await files.prepare(job);
      const result = await handler({ ...job, parameters }, context);
      await files.packResults(job.id);
      return result;
    };
  return Object.fromEntries(Object.entries(handlers).map(([kind, handler]) => [kind, wrap(handler)]));
}
