import {
  cancelJob,
  findJob,
  type Job,
  type JobState,
  jobStates,
  listJobs,
  openDatabase,
  type StorePlace,
} from '@tuheng/store';
import { parse } from './arguments.ts';
import { jobRequestOf, submissionOptions, submittedKinds } from './job-submission.ts';
import { kindWords, stateWords } from './job-words.ts';
import { placeOf, placeOptions, shellActor } from './store-place.ts';
import { exitCodeOf, type Submission, submitJob } from './submit-job.ts';
import { terminalTable } from './terminal-table.ts';
import { UsageError } from './usage.ts';

export type JobArguments = { readonly place: StorePlace; readonly json: boolean } & (
  | { readonly verb: 'list'; readonly state?: JobState }
  | { readonly verb: 'show' | 'cancel'; readonly id: string }
  | ({ readonly verb: 'submit' } & Submission)
);

/** @throws UsageError */
export function jobArguments(args: readonly string[]): JobArguments {
  const [verb, ...rest] = args;
  return verb === 'submit' ? submitArguments(rest) : otherArguments(args);
}

function submitArguments(args: readonly string[]): JobArguments {
  const { values, positionals } = parse({
    args: [...args],
    allowPositionals: true,
    options: {
      ...placeOptions,
      ...submissionOptions,
      wait: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
    },
  });
  const [given, ...objects] = positionals;
  const kind = submittedKinds.find((known) => known === given);
  if (kind === undefined)
    throw new UsageError(
      `job submit 后面要写 ${submittedKinds.join('、')} 之一，收到的是 ${given ?? '空'}。用法见 tuheng --help。`,
    );
  const { data, 'database-url': url, wait, json, quiet, ...rest } = values;
  return {
    verb: 'submit',
    place: placeOf(values),
    request: jobRequestOf(kind, objects, rest),
    wait,
    json,
    quiet,
  };
}

function otherArguments(args: readonly string[]): JobArguments {
  const { values, positionals } = parse({
    args: [...args],
    allowPositionals: true,
    options: {
      ...placeOptions,
      state: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [verb, id, ...more] = positionals;
  const common = { place: placeOf(values), json: values.json };
  if (verb === 'list' && id === undefined) {
    const state = jobStates.find((known) => known === values.state);
    if (values.state !== undefined && state === undefined)
      throw new UsageError(`--state 要是 ${jobStates.join('、')} 之一，收到的是 ${values.state}。`);
    return { ...common, verb, ...(state && { state }) };
  }
  if ((verb === 'show' || verb === 'cancel') && id !== undefined && more.length === 0)
    return { ...common, verb, id };
  throw new UsageError(
    'job 要写成 job submit 任务、job list、job show 编号 或 job cancel 编号。用法见 tuheng --help。',
  );
}

/**
 * Runs `tuheng job` and returns its exit code.
 *
 * @throws StoreError
 */
export async function jobCommand(args: JobArguments): Promise<number> {
  // An import may make the store.
  const mustExist = args.verb !== 'submit' || args.request.kind !== 'import';
  const database = await openDatabase(args.place, { mustExist });
  try {
    if (args.verb === 'submit') {
      const job = await submitJob(database, args, (id) => args.json || write(id));
      if (args.json) write(JSON.stringify(job, null, 1));
      else if (args.wait) write(jobText(job));
      return args.wait ? exitCodeOf(job) : 0;
    }
    if (args.verb === 'list') {
      const jobs = await listJobs(database, { ...(args.state && { state: args.state }) });
      write(args.json ? JSON.stringify(jobs, null, 1) : jobTable(jobs));
    } else {
      const job = await (args.verb === 'show'
        ? findJob(database, args.id)
        : cancelJob(database, shellActor(), args.id));
      write(args.json ? JSON.stringify(job, null, 1) : jobText(job));
    }
  } finally {
    await database.close();
  }
  return 0;
}

function write(text: string): void {
  process.stdout.write(`${text}\n`);
}

function jobTable(jobs: readonly Job[]): string {
  if (jobs.length === 0) return '没有任务';
  const rows = jobs.map((job) => [
    job.id,
    kindWords[job.kind],
    job.plan ?? '',
    stateWords[job.state],
    percent(job),
    job.requestedBy,
    job.requestedAt.slice(0, 19),
  ]);
  const head = ['编号', '任务', '规划', '状态', '进度', '提交人', '提交时间（UTC）'];
  return terminalTable(head, rows, [4]).join('\n');
}

function jobText(job: Job): string {
  const asked = job.cancelRequested && job.state === 'running' ? '（正在取消）' : '';
  const lines = [
    ['编号', job.id],
    ['任务', `${kindWords[job.kind]} ${job.plan ?? ''}`.trim()],
    ['状态', `${stateWords[job.state]}${asked} ${percent(job)} ${job.stage}`.trim()],
    ['提交', `${job.requestedBy}（${job.requestedFrom}） ${job.requestedAt}`],
    ['开始', job.startedAt],
    ['结束', job.endedAt],
    ['次数', job.attempt > 1 ? `第 ${job.attempt} 次执行` : null],
    ['参数', JSON.stringify(job.parameters)],
    ['结果', job.result === null ? null : JSON.stringify(job.result)],
    ['原因', job.error && `${job.error.message}（${job.error.code}）`],
  ];
  return lines
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}　${value}`)
    .join('\n');
}

function percent({ progress }: Job): string {
  return `${Math.round(progress * 100)}%`;
}
