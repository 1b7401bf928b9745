import type { SetThreshold } from '@tuheng/standard';
import type { Job } from '@tuheng/store';

/** A job whose parameters do not say what is to be done. */
export class JobParametersError extends Error {
  override readonly name = 'JobParametersError';
  readonly code = 'cli.job-parameters';
}

type Parameters = Readonly<Record<string, unknown>>;

/** The parameters of a job by name. */
export function parametersOf(job: Job): Parameters {
  return (job.parameters ?? {}) as Parameters;
}

/** A text that must be there. @throws JobParametersError */
export function text(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new JobParametersError(`任务缺少参数 ${name}。请补上后重新提交。`);
}

/** Those of `names` that are there, as texts. */
export function texts<N extends string>(
  parameters: Parameters,
  ...names: readonly N[]
): { readonly [K in N]?: string } {
  const found = names.flatMap((name) => {
    const value = parameters[name];
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(found) as { [K in N]?: string };
}

/** Thresholds that were in force when the server was asked for the job; absent where the command line asks, which takes files. */
export interface WithThresholds {
  readonly thresholds?: readonly SetThreshold[];
}

/** The thresholds of a job. */
export function thresholdsOf({ thresholds }: Parameters): WithThresholds {
  return Array.isArray(thresholds) ? { thresholds } : {};
}
