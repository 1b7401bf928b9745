import { useQuery } from '@tanstack/react-query';
import { Dropdown } from 'antd';
import { Check, Download } from 'lucide-react';
import type { Job } from '../../api/answers.ts';
import { BarSubject } from '../../shell/bar-subject.tsx';
import { usePlans } from '../../shell/region.ts';
import bar from '../../shell/top-bar.module.css';
import { bytes } from '../../words/numbers.ts';
import { onDay } from '../../words/times.ts';
import { useWords } from '../../words/use-words.ts';
import style from './desk-bar.module.css';
import { type Tab, tabs } from './desk-state.ts';
import { resultsQuery } from './queries.ts';
import { useDesk } from './use-desk-state.ts';
import { deskWords } from './words.ts';

/** In the bar: which review it is, its steps, and what it left behind. */
export function DeskBar({ job }: { readonly job: Job }) {
  const words = useWords(deskWords);
  const plan = usePlans().find(({ code }) => code === job.plan);
  return (
    <BarSubject>
      <span className={style.title}>
        <span>{plan?.name ?? job.plan} / </span>
        <strong>
          {onDay(job.requestedAt)} {words[job.kind === 'review' ? 'review' : 'inspect']}
        </strong>
      </span>
      <div className={style.inBar}>
        <Steps job={job} />
      </div>
      <Downloads job={job} />
    </BarSubject>
  );
}

/** The steps that work today; each but the first leads to what it found. */
export function Steps({ job }: { readonly job: Job }) {
  const words = useWords(deskWords);
  const {
    state: { tab },
    change,
  } = useDesk();
  const shown: readonly Tab[] = job.kind === 'review' ? tabs : ['inspection'];
  const now = job.kind === 'review' ? tab : 'inspection';
  return (
    <ol className={style.steps} aria-label={words.steps}>
      <li>
        <span className={style.step} title={inputWords(job, words)}>
          <i>
            <Check size={13} aria-hidden="true" />
          </i>
          {words.upload}
        </span>
      </li>
      {shown.map((one, i) => (
        <li key={one}>
          <button
            type="button"
            className={style.step}
            aria-current={one === now ? 'step' : undefined}
            onClick={() =>
              change({
                tab: one,
                ...{ rule: undefined, piece: undefined, statuses: [], matter: undefined, isTalkOpen: false },
              })
            }
          >
            <i>{one === now ? i + 2 : <Check size={13} aria-hidden="true" />}</i>
            {words.tabs[one]}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** What the job worked on, in words. */
function inputWords(
  { inputs }: Job,
  words: { inputs: Readonly<Record<string, string>>; versionOf(plan: string, version: number): string },
): string {
  return Object.entries(inputs as Record<string, { name?: string; plan?: string; version?: number }>)
    .map(([role, { name, plan, version }]) => {
      const what = name ?? (plan === undefined ? '' : words.versionOf(plan, version ?? 0));
      return `${words.inputs[role] ?? role}：${what}`;
    })
    .join('\n');
}

function Downloads({ job }: { readonly job: Job }) {
  const words = useWords(deskWords);
  const { data: results = [] } = useQuery(resultsQuery(job.id));
  const address = `/api/v1/jobs/${job.id}/results`;
  const isReport = (name: string): boolean => name.endsWith('.html');
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items:
          results.length === 0
            ? [{ key: 'none', label: words.noResults, disabled: true }]
            : [
                {
                  key: 'all',
                  label: (
                    <a href={`${address}.zip`} download>
                      {words.downloadAll}
                    </a>
                  ),
                },
                { type: 'divider' as const },
                ...results.map(({ name, bytes: size }) => ({
                  key: name,
                  label: (
                    <a
                      href={`${address}/${encodeURIComponent(name)}`}
                      {...(isReport(name) ? { target: '_blank', rel: 'noreferrer' } : { download: name })}
                    >
                      {isReport(name) ? `${words.report} · ${name}` : name} <small>{bytes(size)}</small>
                    </a>
                  ),
                })),
              ],
      }}
    >
      <button type="button" className={`${bar.pill} ${style.download}`} aria-label={words.download}>
        <Download size={16} aria-hidden="true" />
        <span>{words.download}</span>
      </button>
    </Dropdown>
  );
}
