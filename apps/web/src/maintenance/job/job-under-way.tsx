import { useMutation } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import type { Job } from '../../api/answers.ts';
import { answered, api } from '../../api/client.ts';
import notes from '../../shell/notes.module.css';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { useSecondsLeft } from '../../shell/use-seconds-left.ts';
import { useWords } from '../../words/use-words.ts';
import { maintenanceWords } from '../words.ts';
import style from './job.module.css';

/** A job that is not done: what it is doing, how much of it is done, how long it may take, and the way to stop it. */
export function JobUnderWay({ job }: { readonly job: Job }) {
  const words = useWords(maintenanceWords);
  const cancel = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/jobs/{job}/cancel', { params: { path: { job: job.id } } })),
  });
  const left = useSecondsLeft(job);
  const kind = words.kinds[job.kind] ?? job.kind;
  const percent = Math.floor(job.progress * 100);
  return (
    <section className={notes.page} aria-live="polite">
      <h1>{job.state === 'queued' ? `${kind} · ${words.states.queued}` : words.running(kind)}</h1>
      <Progress percent={percent} status="active" aria-label={`${kind} ${percent}%`} />
      <p className={style.stage}>
        <span>{job.state === 'queued' ? words.queuedHint : job.stage}</span>
        {left !== undefined && <span>{words.left(left)}</span>}
      </p>
      <p className={style.hint}>{words.leave}</p>
      {cancel.isError && <ProblemNote error={cancel.error} />}
      <div>
        <Button
          onClick={() => cancel.mutate()}
          disabled={job.cancelRequested || cancel.isSuccess}
          loading={cancel.isPending}
        >
          {job.cancelRequested ? words.cancelling : words.cancelJob}
        </Button>
      </div>
    </section>
  );
}
