import type { Json } from '@tuheng/store';
import { type Static, Type } from 'typebox';
import { PlanCode, Which } from '../plans/plan-schemas.ts';

/** What a job works on, as a client names it: something uploaded, or a version. Never a path. */
export const AskedInput = Type.Union(
  [
    Type.Object(
      { upload: Type.String({ description: '上传编号' }) },
      { additionalProperties: false, description: '自己上传的文件' },
    ),
    Type.Object(
      { plan: PlanCode, version: Which },
      { additionalProperties: false, description: '规划的一个版本' },
    ),
  ],
  { description: '任务的输入' },
);
export type AskedInput = Static<typeof AskedInput>;

/** A table or a targets file: always one's own. */
export const AskedFile = Type.Object(
  { upload: Type.String({ description: '上传编号' }) },
  { additionalProperties: false, description: '自己上传的文件' },
);

/** As it is kept with the job: of a version its number, so that the job means the same whenever it runs; of a publication the review. */
export type JobInput =
  | { readonly upload: string; readonly name: string }
  | { readonly plan: string; readonly version: number }
  | { readonly job: string };

/** Whether a parameter of a job is an input. */
export function isInput(value: Json | undefined): value is JobInput {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return 'upload' in value || 'job' in value || ('plan' in value && 'version' in value);
}

/** The inputs of a job, by the name of the parameter. */
export function inputsOf(parameters: Json): Record<string, JobInput> {
  const entries = Object.entries((parameters ?? {}) as Record<string, Json>);
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (isInput(value) ? [[name, value] as const] : [])),
  );
}
