import { useMutation } from '@tanstack/react-query';
import { Badge, Button, Progress } from 'antd';
import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Job } from '../api/answers.ts';
import { answered, api } from '../api/client.ts';
import { may, useSession } from '../api/session.ts';
import { atMinute } from '../words/times.ts';
import { useWords } from '../words/use-words.ts';
import { isOver, useJobStream, useListenToJobs } from './job-stream.ts';
import notes from './notes.module.css';
import { ProblemNote } from './problem-note.tsx';
import bar from './top-bar.module.css';
import style from './tray.module.css';
import { Tray } from './tray.tsx';
import { useSecondsLeft } from './use-seconds-left.ts';
import { shellWords } from './words.ts';

/** One's own jobs: what each is doing, how much of it is done, how long it will take, and the way to stop it. */
export function JobTray() {
  const session = useSession();
  if (!may(session, 'job.run')) return null;
  return <Jobs account={session.name} />;
}

function Jobs({ account }: { readonly account: string }) {
  const words = useWords(shellWords);
  useListenToJobs(account);
  const { jobs, isLive } = useJobStream();
  const running = jobs.filter((job) => !isOver(job)).length;
  const [isOpen, setOpen] = useState(false);
  const button = (
    <button type="button" className={bar.pill} aria-expanded={isOpen}>
      <Badge status={!isLive ? 'warning' : running > 0 ? 'processing' : 'default'} />
      <ListChecks size={16} aria-hidden="true" />
      <span>{words.jobsRunning(running)}</span>
    </button>
  );
  return (
    <Tray title={words.jobs} isOpen={isOpen} setOpen={setOpen} button={button}>
      {!isLive && <p className={style.lost}>{words.streamLost}</p>}
      {jobs.length === 0 ? (
        <p className={notes.empty}>
          <strong>{words.jobsNone}</strong>
          {words.jobsHint}
        </p>
      ) : (
        <ul>
          {jobs.map((job) => (
            <JobItem key={job.id} job={job} onOpen={() => setOpen(false)} />
          ))}
        </ul>
      )}
    </Tray>
  );
}

function JobItem({ job, onOpen }: { readonly job: Job; readonly onOpen: () => void }) {
  const words = useWords(shellWords);
  const cancel = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/jobs/{job}/cancel', { params: { path: { job: job.id } } })),
  });
  const left = useSecondsLeft(job);
  const { id, kind, state, progress, stage, plan, requestedAt, cancelRequested, error } = job;
  const hasResult = state === 'done' && (kind === 'review' || kind === 'inspect');
  return (
    <li>
      <div className={style.line}>
        <strong>
          {words.jobKinds[kind] ?? kind} {plan}
        </strong>
        <span className={style[state]}>
          {cancelRequested && !isOver(job) ? words.cancelling : words.jobStates[state]}
        </span>
      </div>
      {!isOver(job) && (
        <>
          <Progress
            percent={Math.floor(progress * 100)}
            size="small"
            status={state === 'running' ? 'active' : 'normal'}
            aria-label={`${words.jobKinds[kind]} ${Math.floor(progress * 100)}%`}
          />
          <p className={notes.small}>
            {stage}
            {left !== undefined && ` · ${words.secondsLeft(left)}`}
          </p>
        </>
      )}
      {error && <ProblemNote error={error.message} />}
      {cancel.isError && <ProblemNote error={cancel.error} />}
      <div className={style.line}>
        <time className={notes.small} dateTime={requestedAt}>
          {atMinute(requestedAt)}
        </time>
        {hasResult && (
          <Link to={`/maintenance/${id}`} onClick={onOpen}>
            {words.openResult}
          </Link>
        )}
        {!isOver(job) && (
          <Button
            size="small"
            onClick={() => cancel.mutate()}
            disabled={cancelRequested}
            loading={cancel.isPending}
          >
            {words.cancel}
          </Button>
        )}
      </div>
    </li>
  );
}
