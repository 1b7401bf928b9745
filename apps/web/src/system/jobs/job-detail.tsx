import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Popconfirm, Progress } from 'antd';
import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import type { Job } from '../../api/answers.ts';
import { answered, api } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { isOver } from '../../shell/job-stream.ts';
import notes from '../../shell/notes.module.css';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { shellWords } from '../../shell/words.ts';
import contents from '../../split/contents.module.css';
import { ScrollBox } from '../../split/scroll-box.tsx';
import split from '../../split/split.module.css';
import { bytes } from '../../words/numbers.ts';
import { atMinute } from '../../words/times.ts';
import { useWords } from '../../words/use-words.ts';
import { jobFilesQuery, jobQuery } from './job-queries.ts';
import style from './jobs.module.css';
import { StateMark } from './state-mark.tsx';
import { jobsWords } from './words.ts';

/** One job: how far it is, what it was given, what came of it. */
export function JobDetail({ id }: { readonly id: string | undefined }) {
  const words = useWords(jobsWords);
  const { search } = useLocation();
  return (
    <>
      <div className={`${split.head} ${split.back}`}>
        <Link to={{ pathname: '/system/jobs', search }}>
          <ChevronLeft size={14} aria-hidden="true" /> {words.back}
        </Link>
      </div>
      <ScrollBox className={split.body} label={words.list}>
        {id === undefined ? <p className={notes.empty}>{words.choose}</p> : <Fetched id={id} />}
      </ScrollBox>
    </>
  );
}

function Fetched({ id }: { readonly id: string }) {
  const { data: job, error, refetch } = useQuery(jobQuery(id));
  if (error && !job) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  return job ? <JobFacts job={job} /> : <Waiting />;
}

function JobFacts({ job }: { readonly job: Job }) {
  const words = useWords(jobsWords);
  const shell = useWords(shellWords);
  const { id, kind, plan, state, stage, progress, requestedBy, inputs, result, error } = job;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.who, requestedBy],
    [words.requestedAt, atMinute(job.requestedAt)],
    ...(job.startedAt === null ? [] : [[words.startedAt, atMinute(job.startedAt)] as const]),
    ...(job.endedAt === null ? [] : [[words.endedAt, atMinute(job.endedAt)] as const]),
  ];
  const hasPage = state === 'done' && (kind === 'review' || kind === 'inspect');
  return (
    <article className={contents.detail}>
      <header className={contents.title}>
        <h1>
          {shell.jobKinds[kind] ?? kind} {plan}
        </h1>
        <p className={contents.tags}>
          <StateMark state={state} />
          <code className={contents.id}>{id}</code>
        </p>
      </header>
      {!isOver(job) && (
        <div>
          <Progress percent={Math.floor(progress * 100)} aria-label={words.progress} />
          <p className={notes.small}>
            {words.stage} {stage}
          </p>
          <Cancel job={job} />
        </div>
      )}
      {error && (
        <div className={notes.problem} role="alert">
          <span>{error.message}</span>
          <span className={notes.small}>
            {words.error} {error.code}{' '}
            <a href={`/problems/${error.code}`} target="_blank" rel="noreferrer">
              {words.whatToDo}
            </a>
          </span>
        </div>
      )}
      <dl className={contents.facts}>
        {facts.map(([term, told]) => (
          <div key={term} style={{ display: 'contents' }}>
            <dt>{term}</dt>
            <dd>{told}</dd>
          </div>
        ))}
      </dl>
      {hasPage && <Link to={`/maintenance/${id}`}>{words.open}</Link>}
      {state === 'done' && <Files id={id} />}
      <Told title={words.inputs} value={inputs} />
      <Told title={words.result} value={result} />
    </article>
  );
}

function Cancel({ job: { id, cancelRequested } }: { readonly job: Job }) {
  const words = useWords(jobsWords);
  const cancel = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/jobs/{job}/cancel', { params: { path: { job: id } } })),
    onSuccess: (job) => {
      queries.setQueryData(jobQuery(id).queryKey, job);
      void queries.invalidateQueries({ queryKey: ['jobs'] });
    },
  });
  return (
    <>
      <Popconfirm
        title={words.cancelTitle}
        description={words.cancelTold}
        okText={words.cancel}
        cancelText={words.keep}
        styles={{ root: { maxWidth: 340 } }}
        onConfirm={() => cancel.mutate()}
      >
        <Button size="small" danger disabled={cancelRequested} loading={cancel.isPending}>
          {cancelRequested ? words.cancelling : words.cancel}
        </Button>
      </Popconfirm>
      {cancel.isError && <ProblemNote error={cancel.error} />}
    </>
  );
}

function Files({ id }: { readonly id: string }) {
  const words = useWords(jobsWords);
  const { data: files = [], error, refetch } = useQuery(jobFilesQuery(id));
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="job-files">
      <h2 id="job-files">{words.files}</h2>
      <ul className={style.files}>
        {files.map(({ name, bytes: size }) => (
          <li key={name}>
            <a href={`/api/v1/jobs/${id}/results/${encodeURIComponent(name)}`}>{name}</a>{' '}
            <span className={notes.small}>{bytes(size)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a program wrote, as it wrote it. */
function Told({ title, value }: { readonly title: string; readonly value: unknown }) {
  if (value === null || value === undefined || Object.keys(value).length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ScrollBox className={style.json} label={title}>
        {JSON.stringify(value, null, 2)}
      </ScrollBox>
    </section>
  );
}
