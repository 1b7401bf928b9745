import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { isOver } from '../../shell/job-stream.ts';
import notes from '../../shell/notes.module.css';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { useWords } from '../../words/use-words.ts';
import { Desk } from '../desk/desk.tsx';
import { jobQuery } from '../desk/queries.ts';
import { maintenanceWords } from '../words.ts';
import { JobEnded } from './job-ended.tsx';
import { JobUnderWay } from './job-under-way.tsx';

/** Milliseconds between two looks at a job that somebody else asked for: of one's own the server tells. */
const LOOK = 3000;

/** One review or inspection: under way, ended without a result, or its desk. */
export function Case() {
  const words = useWords(maintenanceWords);
  const { job: id = '' } = useParams();
  const { data: job, error } = useQuery({
    ...jobQuery(id),
    refetchInterval: ({ state: { data } }) => (data && !isOver(data) ? LOOK : false),
  });
  if (error && !job)
    return (
      <div className={notes.page}>
        <ProblemNote error={error} />
        <Link to="/maintenance">{words.toStart}</Link>
      </div>
    );
  if (!job) return <Waiting />;
  if (!isOver(job)) return <JobUnderWay job={job} />;
  if (job.state !== 'done') return <JobEnded job={job} />;
  if (job.kind === 'review' || job.kind === 'inspect') return <Desk key={id} job={job} />;
  return (
    <div className={notes.empty}>
      {words.notDesk} <Link to="/maintenance">{words.toStart}</Link>
    </div>
  );
}
