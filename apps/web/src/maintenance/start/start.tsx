import { FilePenLine, ListChecks } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { BarSubject } from '../../shell/bar-subject.tsx';
import { useWords } from '../../words/use-words.ts';
import { maintenanceWords } from '../words.ts';
import { EarlierJobs } from './earlier-jobs.tsx';
import { NewJob } from './new-job.tsx';
import style from './start.module.css';

const kinds = ['review', 'inspect'] as const;

/** Where one begins: a new review or inspection, and those that there are. */
export function Start() {
  const words = useWords(maintenanceWords);
  const [search, setSearch] = useSearchParams();
  const asked = kinds.find((kind) => kind === search.get('new'));
  const open = (kind: (typeof kinds)[number] | undefined): void =>
    setSearch((now) => {
      if (kind) now.set('new', kind);
      else now.delete('new');
      return now;
    });
  const choices = [
    { kind: 'review', icon: FilePenLine, title: words.newReview, hint: words.newReviewHint },
    { kind: 'inspect', icon: ListChecks, title: words.newInspection, hint: words.newInspectionHint },
  ] as const;
  return (
    <div className={style.page}>
      <BarSubject>
        <h1 className={style.title}>{words.title}</h1>
      </BarSubject>
      <div className={style.choices}>
        {choices.map(({ kind, icon: Icon, title, hint }) => (
          <button
            key={kind}
            type="button"
            className={style.choice}
            aria-expanded={asked === kind}
            onClick={() => open(asked === kind ? undefined : kind)}
          >
            <Icon size={22} strokeWidth={1.6} aria-hidden="true" />
            <span>
              <strong>{title}</strong>
              <small>{hint}</small>
            </span>
          </button>
        ))}
      </div>
      {asked && <NewJob key={asked} kind={asked} onClose={() => open(undefined)} />}
      <EarlierJobs />
    </div>
  );
}
