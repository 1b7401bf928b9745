import type { DeskPlace } from '@tuheng/server/desk';
import {
  type Actor,
  type Database,
  importPlan,
  type Job,
  type JobHandler,
  type JobKind,
  type PlanVersion,
} from '@tuheng/store';
import { today } from './arguments.ts';
import { parametersOf, text, texts, thresholdsOf } from './job-parameters.ts';
import { readPlanDatabase } from './plan-database.ts';
import type { TellStage } from './progress.ts';
import { publishFiles } from './publish-files.ts';
import { runComputation } from './run-computation.ts';

/** The kinds of jobs that need no server: tiles are cut by the server that serves them. */
export type WorkerKind = Exclude<JobKind, 'tiles'>;

/** What the worker does for each kind of job. Paths in the parameters are of files on the worker's disk. */
export function jobHandlers(database: Database): Readonly<Record<WorkerKind, JobHandler>> {
  return {
    // path; code, region, name, base, reason
    import: async (job, { progress, once }) => {
      const parameters = parametersOf(job);
      const path = text(parameters, 'path');
      progress(0, `读取 ${path}`);
      const { plan } = await readPlanDatabase(path);
      const { base } = texts(parameters, 'base');
      const regions = base === undefined ? undefined : (await readPlanDatabase(base)).plan.layers.get('XZQ');
      return once((record) =>
        importPlan(database, actorOf(job), {
          plan,
          reason: '',
          ...(regions && { regions }),
          ...texts(parameters, 'code', 'region', 'name', 'reason'),
          progress: (done, of) => progress(0.5 + (done / of) * 0.5, '导入'),
          within: (session, version) => record(session, versionResult(version)),
        }).then(versionResult),
      );
    },
    // path, out; profile, filed, maintained, base, targets; neighbours, fix, thresholds, desk
    inspect: (job, { progress, signal }) => {
      const parameters = parametersOf(job);
      const args = {
        path: text(parameters, 'path'),
        out: text(parameters, 'out'),
        ...texts(parameters, 'profile', 'filed', 'maintained', 'base', 'targets'),
        neighbours: Array.isArray(parameters.neighbours) ? parameters.neighbours.map(String) : [],
        fix: parameters.fix === true,
        ...thresholdsOf(parameters),
      };
      return runComputation({ kind: 'inspect', args, ...deskOf(parameters) }, stages(progress), signal);
    },
    // filed, maintained, out; profile, base, targets, projects, filedProjects, date, thresholds, desk
    review: (job, { progress, signal }) => {
      const parameters = parametersOf(job);
      const args = {
        filed: text(parameters, 'filed'),
        maintained: text(parameters, 'maintained'),
        out: text(parameters, 'out'),
        date: today(),
        ...texts(parameters, 'profile', 'base', 'targets', 'projects', 'filedProjects', 'date'),
        ...thresholdsOf(parameters),
      };
      return runComputation({ kind: 'review', args, ...deskOf(parameters) }, stages(progress), signal);
    },
    // filed, maintained, review; reason
    publish: async (job, { progress, once }) => {
      const parameters = parametersOf(job);
      const files = {
        code: job.plan ?? text(parameters, 'code'),
        filed: text(parameters, 'filed'),
        maintained: text(parameters, 'maintained'),
        review: text(parameters, 'review'),
        reason: '',
        ...texts(parameters, 'reason'),
      };
      return once((record) =>
        publishFiles(database, actorOf(job), files, stages(progress), (session, version) =>
          record(session, versionResult(version)),
        ).then(({ version }) => versionResult(version)),
      );
    },
  };
}

/** A server says where its review desk finds what it needs. */
function deskOf({ desk }: ReturnType<typeof parametersOf>): { readonly desk?: DeskPlace } {
  return desk === undefined ? {} : { desk: desk as unknown as DeskPlace };
}

function actorOf({ requestedBy: name, requestedFrom: origin }: Job): Actor {
  return { name, origin };
}

function versionResult({ code, number, content }: PlanVersion) {
  return { plan: code, version: number, content };
}

/** Stages that do not know their share stand where the one before them ended. */
function stages(progress: (share: number, stage: string) => void): TellStage {
  let last = 0;
  return (stage, share) => {
    last = share ?? last;
    progress(last, stage);
  };
}
