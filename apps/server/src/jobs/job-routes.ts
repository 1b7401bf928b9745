import { extname } from 'node:path';
import { cancelJob, findJobFor, type JobFilter, type JobState, listJobsFor } from '@tuheng/store';
import { Type } from 'typebox';
import { actorOf, callerOf } from '../access/guard.ts';
import type { App } from '../app.ts';
import { sendFile } from '../files/send-file.ts';
import { problems } from '../http/answers.ts';
import { EventStreams } from '../http/event-stream.ts';
import { PlanCode } from '../plans/plan-schemas.ts';
import { Problem } from '../problems/problem.ts';
import type { Services } from '../services.ts';
import { JobDocument, JobId, JobRequestBody, jobOf, Kind, State } from './job-schemas.ts';
import { requestJob, verbOf } from './request-job.ts';
import { sendResults } from './send-results.ts';

/** Of a tray: so many of the latest. */
const TRAY = 20;

/**
 * A report may run its own script, as a page of no origin: it can neither ask this server anything nor see what its pages keep. It may be framed by
 * our pages only.
 */
const reportPolicy =
  "sandbox allow-scripts allow-downloads; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; frame-ancestors 'self'";

const hasEnded = (state: JobState): boolean => state !== 'queued' && state !== 'running';

/** Jobs: asked for, watched, cancelled, and what they leave behind. */
export function jobRoutes(app: App, services: Services): void {
  const { database, rights, jobs: files } = services;
  const streams = new EventStreams(app);
  const access = { verb: 'job.run', on: 'some' } as const;
  const One = Type.Object({ job: JobId });
  app.get(
    '/api/v1/jobs',
    {
      config: { access },
      schema: {
        tags: ['任务'],
        summary: '自己行政区的任务，最近提交的在前',
        querystring: Type.Object({
          state: Type.Optional(State),
          kind: Type.Optional(Kind),
          plan: Type.Optional(PlanCode),
          mine: Type.Optional(Type.Boolean({ description: '只要自己提交的' })),
          before: Type.Optional(Type.String({ format: 'date-time', description: '在此以前提交的' })),
          limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
        }),
        response: { 200: Type.Array(JobDocument), ...problems },
      },
    },
    async (request) => {
      const { limit, ...filter } = request.query;
      const found = await listJobsFor(database, callerOf(request), filter as JobFilter, limit);
      return found.map((job) => jobOf(job, files));
    },
  );
  app.post(
    '/api/v1/jobs',
    {
      config: { access: { verb: 'job.run', on: 'body' } },
      schema: {
        tags: ['任务'],
        summary: '提交任务：入库、质检、审查、发布',
        body: JobRequestBody,
        response: { 201: JobDocument, ...problems },
      },
    },
    async (request, reply) => {
      const job = await requestJob(services, callerOf(request), actorOf(request), request.body);
      return reply.code(201).header('location', `/api/v1/jobs/${job.id}`).send(jobOf(job, files));
    },
  );
  app.get(
    '/api/v1/jobs/events',
    {
      config: { access },
      schema: {
        tags: ['任务'],
        summary: `自己提交的最近 ${TRAY} 个任务的进度（server-sent events，事件 job）`,
        produces: ['text/event-stream'],
      },
    },
    (request, reply) => {
      const caller = callerOf(request);
      const look = async () => {
        const found = await listJobsFor(database, caller, { mine: true }, TRAY);
        // The oldest first, as they would have been told.
        return found.reverse().map((job) => ({ id: job.id, data: jobOf(job, files) }));
      };
      return streams.answer(reply, caller.account, 'job', look, () => false);
    },
  );
  app.get(
    '/api/v1/jobs/:job',
    {
      config: { access },
      schema: {
        tags: ['任务'],
        summary: '一个任务',
        params: One,
        response: { 200: JobDocument, ...problems },
      },
    },
    async (request) => jobOf(await findJobFor(database, callerOf(request), request.params.job), files),
  );
  app.get(
    '/api/v1/jobs/:job/events',
    {
      config: { access },
      schema: {
        tags: ['任务'],
        summary: '一个任务的进度，到它结束（server-sent events，事件 job）',
        params: One,
        produces: ['text/event-stream'],
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { id } = await findJobFor(database, caller, request.params.job);
      let state: JobState = 'queued';
      const look = async () => {
        const job = await findJobFor(database, caller, id);
        state = job.state;
        return [{ id, data: jobOf(job, files) }];
      };
      return streams.answer(reply, caller.account, 'job', look, () => hasEnded(state));
    },
  );
  app.post(
    '/api/v1/jobs/:job/cancel',
    {
      config: { access },
      schema: {
        tags: ['任务'],
        summary: '取消任务：排队的立即取消，运行的在下一次报告进度时停止',
        params: One,
        response: { 200: JobDocument, ...problems },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { id, kind, plan, requestedBy } = await findJobFor(database, caller, request.params.job);
      const may =
        requestedBy === caller.name ||
        (plan !== null && (await rights.mayDoWithPlan(caller, verbOf[kind], plan)));
      if (!may) throw new Problem('server.forbidden', { detail: id });
      return jobOf(await cancelJob(database, actorOf(request), id), files);
    },
  );
  app.get(
    '/api/v1/jobs/:job/results',
    {
      config: { access },
      schema: {
        tags: ['任务'],
        summary: '任务留下的文件',
        params: One,
        response: {
          200: Type.Array(Type.Object({ name: Type.String(), bytes: Type.Integer() })),
          ...problems,
        },
      },
    },
    async (request) => {
      const { id, state } = await findJobFor(database, callerOf(request), request.params.job);
      return state === 'done' ? files.results(id) : [];
    },
  );
  app.get(
    '/api/v1/jobs/:job/results.zip',
    {
      config: { access },
      schema: {
        tags: ['任务'],
        summary: '任务留下的全部文件，打包为一个 zip',
        params: One,
        produces: ['application/zip'],
      },
    },
    async (request, reply) => {
      const { id, state } = await findJobFor(database, callerOf(request), request.params.job);
      if (state !== 'done') throw new Problem('server.no-file', { detail: id });
      return sendResults(reply, files, id);
    },
  );
  app.get(
    '/api/v1/jobs/:job/results/:name',
    {
      config: { access },
      schema: {
        tags: ['任务'],
        summary: '任务留下的一个文件；报告直接显示，其他下载',
        params: Type.Object({ job: JobId, name: Type.String() }),
      },
    },
    async (request, reply) => {
      const { job: asked, name } = request.params;
      const { id, state } = await findJobFor(database, callerOf(request), asked);
      if (state !== 'done') throw new Problem('server.no-file', { detail: name });
      const path = await files.resultPath(id, name);
      if (extname(name) !== '.html') return sendFile(reply, path, name);
      reply.headers({ 'content-security-policy': reportPolicy, 'x-frame-options': 'SAMEORIGIN' });
      return sendFile(reply, path, name, 'inline');
    },
  );
}
