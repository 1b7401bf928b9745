import { resolve } from 'node:path';
import type { JobRequest } from '@tuheng/store';
import { dateOf } from './arguments.ts';
import type { WorkerKind } from './job-handlers.ts';
import { UsageError } from './usage.ts';

/** Options of `tuheng job submit` that say what is to be done, for `parseArgs`. */
export const submissionOptions = {
  plan: { type: 'string' },
  code: { type: 'string' },
  region: { type: 'string' },
  name: { type: 'string' },
  reason: { type: 'string' },
  filed: { type: 'string' },
  maintained: { type: 'string' },
  review: { type: 'string' },
  base: { type: 'string' },
  targets: { type: 'string' },
  projects: { type: 'string' },
  'filed-projects': { type: 'string' },
  profile: { type: 'string' },
  out: { type: 'string' },
  date: { type: 'string' },
  neighbour: { type: 'string', multiple: true },
  fix: { type: 'boolean' },
} as const;

type Name = keyof typeof submissionOptions;
type Values = { readonly [N in Name]?: string | boolean | string[] | undefined };

/** How a kind of job is asked for: as the command that does the same at once. */
interface Form {
  /** The word behind the kind, where there is one: the path that is read, or the plan that it is about. */
  readonly object?: 'path' | 'plan';
  readonly required: readonly Name[];
  readonly optional: readonly Name[];
}

const forms: Readonly<Record<WorkerKind, Form>> = {
  import: { object: 'path', required: ['reason'], optional: ['code', 'region', 'name', 'base'] },
  inspect: {
    object: 'path',
    required: ['out'],
    optional: ['plan', 'profile', 'filed', 'maintained', 'base', 'targets', 'neighbour', 'fix'],
  },
  review: {
    required: ['filed', 'maintained', 'out'],
    optional: ['plan', 'profile', 'base', 'targets', 'projects', 'filed-projects', 'date'],
  },
  publish: { object: 'plan', required: ['filed', 'maintained', 'review', 'reason'], optional: [] },
};

export const submittedKinds = Object.keys(forms) as readonly WorkerKind[];

const paths: ReadonlySet<Name> = new Set([
  'filed',
  'maintained',
  'review',
  'base',
  'targets',
  'projects',
  'filed-projects',
  'profile',
  'out',
  'neighbour',
]);

/**
 * The job that a command line asks for. Paths become absolute: the worker may stand in another folder, and reads them on its own machine.
 *
 * @throws UsageError
 */
export function jobRequestOf(kind: WorkerKind, objects: readonly string[], values: Values): JobRequest {
  const { object, required, optional } = forms[kind];
  if (objects.length !== (object ? 1 : 0) || objects[0] === '') {
    const what = object === undefined ? '不带路径' : object === 'path' ? '要一个路径' : '要一个规划代码';
    throw new UsageError(`job submit ${kind} ${what}，收到 ${objects.length} 个。用法见 tuheng --help。`);
  }
  const given = (Object.keys(submissionOptions) as Name[]).filter((name) => values[name] !== undefined);
  const missing = required.filter((name) => !values[name]);
  if (missing.length > 0)
    throw new UsageError(`job submit ${kind} 缺少 ${optionList(missing)}。用法见 tuheng --help。`);
  const stray = given.filter((name) => !required.includes(name) && !optional.includes(name));
  if (stray.length > 0)
    throw new UsageError(`job submit ${kind} 没有选项 ${optionList(stray)}。用法见 tuheng --help。`);
  if (typeof values.date === 'string') dateOf(values.date);
  const { plan: about, ...rest } = Object.fromEntries(
    given.map((name) => [name, placed(name, values[name]!)]),
  );
  const { neighbour: neighbours, 'filed-projects': filedProjects, ...parameters } = rest;
  const plan = object === 'plan' ? objects[0] : kind === 'import' ? values.code : about;
  return {
    kind,
    ...(typeof plan === 'string' && { plan }),
    parameters: {
      ...(object === 'path' && { path: resolve(objects[0]!) }),
      ...parameters,
      ...(neighbours !== undefined && { neighbours }),
      ...(filedProjects !== undefined && { filedProjects }),
    },
  };
}

function placed(name: Name, value: string | boolean | string[]): string | boolean | string[] {
  if (!paths.has(name) || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.map((path) => resolve(path)) : resolve(value);
}

function optionList(names: readonly Name[]): string {
  return names.map((name) => `--${name}`).join('、');
}
