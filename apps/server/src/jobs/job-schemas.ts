import { type Job, type JobKind, type JobState, jobKinds, jobStates } from '@tuheng/store';
import { type Static, Type } from 'typebox';
import { Reason } from '../accounts/account-schemas.ts';
import { nullable, Timestamp } from '../http/answers.ts';
import { PlanCode, Which } from '../plans/plan-schemas.ts';
import type { JobFiles } from './job-files.ts';
import { AskedFile, AskedInput, inputsOf } from './job-input.ts';

export const JobId = Type.String({ description: '任务编号' });
export const Kind = Type.Unsafe<JobKind>({ type: 'string', enum: jobKinds, description: '任务' });
export const State = Type.Unsafe<JobState>({ type: 'string', enum: jobStates, description: '状态' });

export const JobDocument = Type.Object({
  id: JobId,
  kind: Kind,
  plan: nullable(PlanCode),
  inputs: Type.Record(Type.String(), Type.Unknown(), {
    description: '输入：上传的文件、版本，或发布所依据的审查',
  }),
  requestedBy: Type.String({ description: '提交人' }),
  requestedAt: Timestamp,
  state: State,
  cancelRequested: Type.Boolean({ description: '已要求取消' }),
  progress: Type.Number({ description: '0 到 1' }),
  stage: Type.String({ description: '正在做什么' }),
  startedAt: nullable(Timestamp),
  endedAt: nullable(Timestamp),
  result: Type.Unknown({ description: '结果；文件另见 results' }),
  error: nullable(Type.Object({ code: Type.String(), message: Type.String() })),
});

/** A job as it is told: of its files only the names. */
export function jobOf(job: Job, files: JobFiles): Static<typeof JobDocument> {
  const { id, kind, plan, requestedBy, requestedAt, state, cancelRequested, progress } = job;
  const told = (text: string): string => files.withoutPlace(id, text);
  return {
    ...{ id, kind, plan, requestedBy, requestedAt, state, cancelRequested, progress },
    inputs: inputsOf(job.parameters),
    stage: told(job.stage),
    startedAt: job.startedAt,
    endedAt: job.endedAt,
    result: withoutOut(job.result),
    error: job.error && { code: job.error.code, message: told(job.error.message) },
  };
}

/** Where the files lie is the server's own business. */
function withoutOut(result: Job['result']): unknown {
  if (typeof result !== 'object' || result === null || Array.isArray(result)) return result;
  const { out: _, ...rest } = result as Readonly<Record<string, unknown>>;
  return rest;
}

/** What can be asked for. */
export const JobRequestBody = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('import'),
      path: Type.Object({ upload: Type.String({ description: '上传编号' }) }),
      region: Type.String({ pattern: '^[0-9]{6}$', description: '行政区代码' }),
      code: Type.Optional(PlanCode),
      reason: Reason,
    },
    { additionalProperties: false, title: '入库' },
  ),
  Type.Object(
    {
      kind: Type.Literal('inspect'),
      plan: Type.Optional(PlanCode),
      path: AskedInput,
      filed: Type.Optional(AskedInput),
      maintained: Type.Optional(AskedInput),
      base: Type.Optional(AskedInput),
      fix: Type.Optional(Type.Boolean({ description: '另做一份修复副本' })),
    },
    { additionalProperties: false, title: '质检' },
  ),
  Type.Object(
    {
      kind: Type.Literal('review'),
      plan: PlanCode,
      filed: Type.Optional(AskedInput),
      maintained: AskedInput,
      base: Type.Optional(AskedInput),
      targets: Type.Optional(AskedFile),
      projects: Type.Optional(AskedFile),
      filedProjects: Type.Optional(AskedFile),
    },
    {
      additionalProperties: false,
      title:
        '审查；filed 不写时为当前有效的版本；targets 为目标值文件，projects、filedProjects 为重点建设项目清单（.xlsx）',
    },
  ),
  Type.Object(
    { kind: Type.Literal('tiles'), plan: PlanCode, version: Type.Optional(Which) },
    { additionalProperties: false, title: '预先切片；version 不写时为当前有效的版本' },
  ),
  Type.Object(
    { kind: Type.Literal('publish'), plan: PlanCode, review: JobId, reason: Reason },
    { additionalProperties: false, title: '发布一个做完的审查任务' },
  ),
]);
export type JobRequestBody = Static<typeof JobRequestBody>;
