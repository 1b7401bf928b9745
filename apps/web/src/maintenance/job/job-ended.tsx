import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { Job } from '../../api/answers.ts';
import { answered, api } from '../../api/client.ts';
import notes from '../../shell/notes.module.css';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import { maintenanceWords } from '../words.ts';
import style from './job.module.css';
import { requestAgain } from './request-again.ts';

/** A job that failed or was cancelled: what happened, and the ways on. */
export function JobEnded({ job }: { readonly job: Job }) {
  const words = useWords(maintenanceWords);
  const navigate = useNavigate();
  const again = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/jobs', { body: requestAgain(job) as never })),
    onSuccess: ({ id }) => navigate(`/maintenance/${id}`),
  });
  return (
    <section className={notes.page}>
      <h1>{job.state === 'failed' ? words.failedTitle : words.cancelledTitle}</h1>
      {job.error && (
        <div className={notes.problem} role="alert">
          <span>{job.error.message}</span>
          <a className={notes.small} href={`/problems/${job.error.code}`} target="_blank" rel="noreferrer">
            {job.error.code}
          </a>
        </div>
      )}
      {job.state === 'failed' && <p className={style.hint}>{words.failedHint}</p>}
      {again.isError && <ProblemNote error={again.error} />}
      <div className={style.ways}>
        <Button type="primary" onClick={() => again.mutate()} loading={again.isPending}>
          {words.sameFiles}
        </Button>
        <Link to={`/maintenance?new=${job.kind}`}>
          {job.kind === 'inspect' ? words.newInspection : words.newReview}
        </Link>
        <Link to="/maintenance">{words.toStart}</Link>
      </div>
    </section>
  );
}
