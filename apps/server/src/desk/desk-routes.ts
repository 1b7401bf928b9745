import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Job } from '@tuheng/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { callerOf } from '../access/guard.ts';
import type { App } from '../app.ts';
import { problems } from '../http/answers.ts';
import { JobId } from '../jobs/job-schemas.ts';
import { HeldValues } from '../memory/held-values.ts';
import { Problem } from '../problems/problem.ts';
import type { Services } from '../services.ts';
import { type ChangeOrder, ChangeTable, changeOrders } from './change-table.ts';
import { deskFiles, type Inspected } from './desk-files.ts';
import {
  ChangeDocument,
  EvidenceCollection,
  FindingCollection,
  InspectedSide,
  InspectionDocument,
  Page,
  Pictures,
  ReviewDocument,
  Severity,
  SideDocument,
} from './desk-schemas.ts';
import { linesWith, readLines } from './line-file.ts';

const access = { verb: 'job.run', on: 'some' } as const;
const One = Type.Object({ job: JobId });
/** Rows of the tables that are kept ready. */
const ROWS = 2_000_000;

/** What the review desk shows of a review or an inspection that is done. */
export function deskRoutes(app: App, { desks, layers }: Services): void {
  const tables = new HeldValues<ChangeTable>(ROWS, ({ length }) => length);
  const jobOf = (request: FastifyRequest): Promise<Job> =>
    desks.find(callerOf(request), (request.params as { job: string }).job);
  app.get(
    '/api/v1/jobs/:job/sides',
    {
      config: { access },
      schema: {
        tags: ['审查结果'],
        summary: '审查的各方：备案库、维护后数据库、基础数据、变更图斑',
        params: One,
        response: { 200: Type.Array(SideDocument), ...problems },
      },
    },
    async (request) =>
      (await desks.sides(await jobOf(request))).map(({ side, source: { title }, version }) => ({
        side,
        title,
        version,
      })),
  );
  app.get(
    '/api/v1/jobs/:job/review',
    {
      config: { access },
      schema: {
        tags: ['审查结果'],
        summary: '审查结果，证据只有范围和数字，每项判定最多 200 个',
        params: One,
        response: { 200: ReviewDocument, ...problems },
      },
    },
    async (request, reply) => {
      const job = await jobOf(request);
      return sendCompressed(request, reply, deskFiles.review(desks.folderOf(job)), job.id);
    },
  );
  app.get(
    '/api/v1/jobs/:job/review/evidence',
    {
      config: { access },
      schema: {
        tags: ['审查结果'],
        summary: '一项判定的证据图斑（GeoJSON），大的在前',
        params: One,
        querystring: Type.Object({ rule: Type.String({ description: '规则编号' }), ...Page }),
        response: { 200: EvidenceCollection, ...problems },
      },
    },
    async (request, reply) => {
      const job = await jobOf(request);
      const { rule, ...page } = request.query;
      return reply
        .type('application/geo+json')
        .send(await collection(deskFiles.evidence(desks.folderOf(job)), job, { rule }, page));
    },
  );
  app.get(
    '/api/v1/jobs/:job/review/pictures',
    {
      config: { access },
      schema: {
        tags: ['审查结果'],
        summary: '一项判定的前后对照图',
        params: One,
        querystring: Type.Object({ rule: Type.String({ description: '规则编号' }) }),
        response: { 200: Pictures, ...problems },
      },
    },
    async (request, reply) => {
      const job = await jobOf(request);
      const path = deskFiles.pictures(desks.folderOf(job));
      const index = await desks.index<string>(path, job.id);
      const lines = await readLines(path, index, linesWith(index, { rule: request.query.rule }));
      return reply.type('application/json').send(Buffer.from(`[${lines.join(',')}]`));
    },
  );
  app.get(
    '/api/v1/jobs/:job/review/changes',
    {
      config: { access },
      schema: {
        tags: ['审查结果'],
        summary: '变更图斑表',
        params: One,
        querystring: Type.Object({
          layer: Type.Optional(Type.String({ description: '图层代码' })),
          type: Type.Optional(Type.String({ description: 'WHLX：1 调入，2 属性变更，3 调出' })),
          sort: Type.Optional(Type.Unsafe<ChangeOrder>({ type: 'string', enum: changeOrders })),
          descending: Type.Optional(Type.Boolean()),
          ...Page,
        }),
        response: { 200: ChangeDocument, ...problems },
      },
    },
    async (request) => {
      const { source } = await desks.side(await jobOf(request), 'change');
      const table = await tables.get(source.key, async () => {
        const held = (await layers.totals(source)).map(({ code }) => layers.layer(source, code));
        return new ChangeTable(await Promise.all(held));
      });
      return { ...table.rows(request.query), totals: table.totals };
    },
  );
  app.get(
    '/api/v1/jobs/:job/inspection',
    {
      config: { access },
      schema: {
        tags: ['审查结果'],
        summary: '质检结果：得分、各类和各条规则的结论；问题另取',
        params: One,
        querystring: Type.Object({ side: InspectedSide }),
        response: { 200: InspectionDocument, ...problems },
      },
    },
    async (request, reply) => {
      const job = await jobOf(request);
      const path = deskFiles.inspection(desks.folderOf(job), inspectedOf(job, request.query.side));
      return sendCompressed(request, reply, path, job.id);
    },
  );
  app.get(
    '/api/v1/jobs/:job/inspection/findings',
    {
      config: { access },
      schema: {
        tags: ['审查结果'],
        summary: '质检发现的问题（GeoJSON；没有位置的 geometry 为 null）',
        params: One,
        querystring: Type.Object({
          side: InspectedSide,
          rule: Type.Optional(Type.String({ description: '规则编号' })),
          severity: Type.Optional(Severity),
          layer: Type.Optional(Type.String({ description: '图层代码' })),
          ...Page,
        }),
        response: { 200: FindingCollection, ...problems },
      },
    },
    async (request, reply) => {
      const job = await jobOf(request);
      const { side, rule, severity, layer, ...page } = request.query;
      const path = deskFiles.findings(desks.folderOf(job), inspectedOf(job, side));
      return reply
        .type('application/geo+json')
        .send(await collection(path, job, { rule, severity, layer }, page));
    },
  );

  /** A page of the features of a file, as they were written. */
  async function collection(
    path: string,
    job: Job,
    wanted: Readonly<Record<string, string | undefined>>,
    { offset, limit }: { readonly offset: number; readonly limit: number },
  ): Promise<Buffer> {
    const index = await desks.index<string>(path, job.id);
    const found = linesWith(index, wanted);
    const lines = await readLines(path, index, found.slice(offset, offset + limit));
    const head = `{"type":"FeatureCollection","numberMatched":${found.length},"numberReturned":${lines.length},"features":[`;
    return Buffer.from(`${head}${lines.join(',')}]}`);
  }
}

function inspectedOf({ kind }: Job, side: Inspected | undefined): Inspected {
  return kind === 'inspect' ? 'delivery' : (side ?? 'maintained');
}

/** Answers JSON that was written compressed; unpacked for the rare client that cannot. */
async function sendCompressed(
  request: FastifyRequest,
  reply: FastifyReply,
  path: string,
  name: string,
): Promise<FastifyReply> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new Problem('server.no-file', { detail: name, cause });
  });
  reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding');
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(gunzipSync(bytes));
  return reply.header('content-encoding', 'gzip').send(bytes);
}
