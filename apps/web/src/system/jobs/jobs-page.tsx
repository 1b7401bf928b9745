import { useInfiniteQuery } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { useLocation, useNavigate, useParams } from 'react-router';
import type { Job } from '../../api/answers.ts';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { shellWords } from '../../shell/words.ts';
import split from '../../split/split.module.css';
import { Split } from '../../split/split.tsx';
import { useSearch } from '../../split/use-search.ts';
import { type Column, DataTable } from '../../table/data-table.tsx';
import { atMinute } from '../../words/times.ts';
import { useWords } from '../../words/use-words.ts';
import { JobDetail } from './job-detail.tsx';
import { jobsQuery, secondsOf } from './job-queries.ts';
import { StateMark } from './state-mark.tsx';
import { jobsWords } from './words.ts';

const states: readonly Job['state'][] = ['running', 'queued', 'failed', 'done', 'cancelled'];
const kinds: readonly Job['kind'][] = ['import', 'inspect', 'review', 'publish', 'tiles'];

/** All jobs of one's regions, and the one that the address names. */
export function JobsPage() {
  const words = useWords(jobsWords);
  const shell = useWords(shellWords);
  const { open } = useParams();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [asked, change] = useSearch();
  const state = states.find((one) => one === asked.get('state'));
  const kind = kinds.find((one) => one === asked.get('kind'));
  const mine = asked.get('mine') === '1';
  const list = useInfiniteQuery(jobsQuery({ state, kind, mine }));
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const jobs = data?.pages.flat() ?? [];
  const columns: Column<Job>[] = [
    { key: 'state', title: words.state, width: 90, cell: (job) => <StateMark state={job.state} /> },
    { key: 'kind', title: words.kind, width: 80, cell: (job) => shell.jobKinds[job.kind] ?? job.kind },
    { key: 'plan', title: words.plan, width: 110, grow: 1, cell: ({ plan }) => plan ?? '' },
    {
      key: 'progress',
      title: words.progress,
      unit: '%',
      width: 80,
      isFigure: true,
      cell: ({ progress }) => Math.floor(progress * 100),
    },
    { key: 'who', title: words.who, width: 120, grow: 1, cell: ({ requestedBy }) => requestedBy },
    { key: 'at', title: words.requestedAt, width: 140, cell: ({ requestedAt }) => atMinute(requestedAt) },
    {
      key: 'took',
      title: words.took,
      width: 100,
      isFigure: true,
      cell: (job) => {
        const seconds = secondsOf(job);
        return seconds === null ? '' : words.seconds(seconds);
      },
    },
  ];
  return (
    <Split
      kind="table"
      isOpen={open !== undefined}
      listLabel={words.list}
      detailLabel={words.list}
      list={
        <>
          <div className={split.head}>
            <Select
              aria-label={words.state}
              style={{ width: 120 }}
              value={state ?? ''}
              options={[
                { value: '', label: words.allStates },
                ...states.map((one) => ({ value: one, label: shell.jobStates[one] })),
              ]}
              onChange={(value) => change({ state: value })}
            />
            <Select
              aria-label={words.kind}
              style={{ width: 120 }}
              value={kind ?? ''}
              options={[
                { value: '', label: words.allKinds },
                ...kinds.map((one) => ({ value: one, label: shell.jobKinds[one] })),
              ]}
              onChange={(value) => change({ kind: value })}
            />
            <Checkbox
              checked={mine}
              onChange={({ target }) => change({ mine: target.checked ? '1' : undefined })}
            >
              {words.mine}
            </Checkbox>
          </div>
          {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
          <div className={split.body}>
            <DataTable
              label={words.list}
              columns={columns}
              count={jobs.length}
              row={(i) => jobs[i]}
              onSight={(_, end) => {
                if (end >= jobs.length && hasNextPage && !isFetchingNextPage) void fetchNextPage();
              }}
              selected={jobs.findIndex(({ id }) => id === open)}
              onSelect={(i) =>
                void navigate({ pathname: `/system/jobs/${jobs[i]!.id}`, search }, { replace: true })
              }
              empty={data && words.none}
            />
          </div>
        </>
      }
      detail={<JobDetail key={open} id={open} />}
    />
  );
}
