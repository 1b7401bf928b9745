import { useQuery } from '@tanstack/react-query';
import { Progress } from 'antd';
import { Link } from 'react-router';
import type { Job } from '../../api/answers.ts';
import { isOver, useJobStream } from '../../shell/job-stream.ts';
import notes from '../../shell/notes.module.css';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { usePlans } from '../../shell/region.ts';
import { atMinute } from '../../words/times.ts';
import { useWords } from '../../words/use-words.ts';
import { type Mark, StatusMark } from '../desk/status-mark.tsx';
import { deskWords } from '../desk/words.ts';
import { maintenanceWords } from '../words.ts';
import { earlierQuery, mergeJobs } from './earlier-query.ts';
import style from './start.module.css';

/** What was asked for so far, the latest first. */
export function EarlierJobs() {
  const words = useWords(maintenanceWords);
  const { data: earlier, error } = useQuery(earlierQuery);
  const { jobs: live } = useJobStream();
  const jobs = mergeJobs(earlier ?? [], live);
  return (
    <section className={style.earlier} aria-label={words.earlier}>
      <h2>{words.earlier}</h2>
      {error && <ProblemNote error={error} />}
      {earlier && jobs.length === 0 && (
        <p className={notes.empty}>
          <strong>{words.none}</strong>
          {words.noneHint}
        </p>
      )}
      {jobs.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.columns.kind}</th>
              <th scope="col">{words.columns.plan}</th>
              <th scope="col">{words.columns.state}</th>
              <th scope="col">{words.columns.counts}</th>
              <th scope="col">{words.columns.by}</th>
              <th scope="col">{words.columns.at}</th>
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <JobRow key={job.id} job={job} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function JobRow({ job }: { readonly job: Job }) {
  const words = useWords(maintenanceWords);
  const plan = usePlans().find(({ code }) => code === job.plan);
  const { id, kind, state, progress, stage, requestedBy, requestedAt, error } = job;
  return (
    <tr>
      <td>
        <Link to={`/maintenance/${id}`}>{words.kinds[kind]}</Link>
      </td>
      <td>{plan?.name ?? job.plan}</td>
      <td data-state={state}>
        {words.states[state]}
        {!isOver(job) && (
          <Progress
            percent={Math.floor(progress * 100)}
            size="small"
            aria-label={`${Math.floor(progress * 100)}%`}
          />
        )}
      </td>
      <td>{state === 'done' ? <Counts job={job} /> : error ? error.message : isOver(job) ? '' : stage}</td>
      <td>{requestedBy}</td>
      <td>
        <time dateTime={requestedAt}>{atMinute(requestedAt)}</time>
      </td>
    </tr>
  );
}

const order: readonly Mark[] = [
  'fail',
  'failed',
  'undetermined',
  'notRun',
  'pass',
  'passed',
  'notApplicable',
];

/** How many of each status: of verdicts, or of rules. */
function Counts({ job }: { readonly job: Job }) {
  const { statuses, ruleStatuses } = useWords(deskWords);
  const { counts = {} } = (job.result ?? {}) as { counts?: Readonly<Record<string, number>> };
  return (
    <span className={style.counts}>
      {order.map((status) => {
        const n = counts[status];
        return n === undefined ? null : (
          <span key={status}>
            <StatusMark status={status} label={statuses[status] ?? ruleStatuses[status]} /> {n}
          </span>
        );
      })}
    </span>
  );
}
