import {
  type Actor,
  type Caller,
  enqueue,
  findJobFor,
  findPlan,
  type Job,
  type JobKind,
  type JobRequest,
  type Json,
  StoreError,
  thresholdsOf,
  type Verb,
} from '@tuheng/store';
import { whichOf } from '../plans/plan-schemas.ts';
import { Problem } from '../problems/problem.ts';
import type { Services } from '../services.ts';
import type { AskedInput, JobInput } from './job-input.ts';
import type { JobRequestBody } from './job-schemas.ts';

/** What one must be allowed to do to have a job done. */
export const verbOf: Readonly<Record<JobKind, Verb>> = {
  import: 'plan.import',
  inspect: 'job.run',
  review: 'job.run',
  publish: 'plan.publish',
  tiles: 'job.run',
};

/**
 * Asks for a job, where the caller may, on what is its own or what it may read.
 *
 * @throws Problem server.forbidden, no-worker, no-upload, upload-unfinished, not-a-review; StoreError store.no-plan, no-version, no-job
 */
export async function requestJob(
  services: Services,
  caller: Caller,
  actor: Actor,
  body: JobRequestBody,
): Promise<Job> {
  await refuseJob(services, caller, body);
  if (!services.kinds.has(body.kind)) throw new Problem('server.no-worker', { detail: body.kind });
  return enqueue(services.queue, actor, await requestOf(services, caller, body));
}

async function refuseJob({ rights }: Services, caller: Caller, body: JobRequestBody): Promise<void> {
  const verb = verbOf[body.kind];
  const plan = body.kind === 'import' ? undefined : body.plan;
  if (plan !== undefined) {
    if (await rights.mayDoWithPlan(caller, verb, plan)) return;
    if (!(await rights.mayDoWithPlan(caller, 'plan.read', plan))) throw new StoreError('store.no-plan', plan);
  } else if (body.kind === 'import') {
    if (await rights.mayDo(caller, verb, body.region)) return;
  } else if (await rights.mayDoSomewhere(caller, verb)) return;
  throw new Problem('server.forbidden', { detail: plan ?? body.kind });
}

async function requestOf(services: Services, caller: Caller, body: JobRequestBody): Promise<JobRequest> {
  const input = (asked: AskedInput): Promise<JobInput> => inputOf(services, caller, asked);
  const inputs = async (asked: Readonly<Record<string, AskedInput | undefined>>): Promise<Json> => {
    const found: Record<string, Json> = {};
    for (const [name, one] of Object.entries(asked)) if (one) found[name] = await input(one);
    return found;
  };
  switch (body.kind) {
    case 'import': {
      const { kind, path, region, code, reason } = body;
      const parameters = { path: await input(path), region, code, reason };
      return {
        kind,
        parameters,
        effectKey: `import:${path.upload}`,
        ...(code !== undefined && { plan: code }),
      };
    }
    case 'inspect': {
      const { kind, plan, path, filed, maintained, base, fix = false } = body;
      const about = plan ?? ('plan' in path ? path.plan : undefined);
      const parameters = {
        ...((await inputs({ path, filed, maintained, base })) as object),
        ...(about !== undefined && (await thresholdsNow(services, about))),
        fix,
      };
      return { kind, parameters, ...(plan !== undefined && { plan }) };
    }
    case 'review': {
      const { kind, plan, filed = { plan, version: 'head' }, maintained, base } = body;
      const { targets, projects, filedProjects } = body;
      const parameters = {
        ...((await inputs({ filed, maintained, base, targets, projects, filedProjects })) as object),
        ...(await thresholdsNow(services, plan)),
      };
      return { kind, plan, parameters };
    }
    case 'tiles': {
      const { kind, plan, version = 'head' } = body;
      const { number } = await services.versions.find(plan, whichOf(version));
      return { kind, plan, parameters: { version: number } };
    }
    case 'publish': {
      const { kind, plan, review, reason } = body;
      const job = await findJobFor(services.database, caller, review);
      if (job.kind !== 'review' || job.state !== 'done' || job.plan !== plan)
        throw new Problem('server.not-a-review', { detail: review });
      return {
        kind,
        plan,
        parameters: { reviewed: { job: job.id }, reason },
        effectKey: `publish:${job.id}`,
      };
    }
  }
}

/** The thresholds in force in a plan's region, as the job keeps them: whenever it runs, it computes with these. Absent where there are none. */
async function thresholdsNow({ database }: Services, plan: string): Promise<{ readonly thresholds?: Json }> {
  const { inForce } = await thresholdsOf(database, (await findPlan(database, plan)).region);
  return inForce.length > 0 ? { thresholds: inForce.map((threshold) => ({ ...threshold })) } : {};
}

async function inputOf(
  { uploads, versions, rights }: Services,
  caller: Caller,
  asked: AskedInput,
): Promise<JobInput> {
  if ('upload' in asked) {
    const { id, name } = await uploads.find(caller.account, asked.upload);
    await uploads.pathOf(id);
    return { upload: id, name };
  }
  if (!(await rights.mayDoWithPlan(caller, 'plan.read', asked.plan)))
    throw new StoreError('store.no-plan', asked.plan);
  const { code, number } = await versions.find(asked.plan, whichOf(asked.version));
  return { plan: code, version: number };
}
