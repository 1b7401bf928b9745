import { Select } from 'antd';
import { count as countWords } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import { remarkMarks } from '../remarks/remark-mark.tsx';
import style from './desk-panel.module.css';
import { type Mark, StatusMark } from './status-mark.tsx';
import { useDesk } from './use-desk-state.ts';
import { deskWords } from './words.ts';

interface FilterChipsProps {
  readonly chips: readonly { readonly status: Mark; readonly title: string; readonly count: number }[];
  /** Whether anything was said, so that one can look for it. */
  readonly hasMatters: boolean;
  /** Chapters of the rule book, to list one alone; none for an inspection. */
  readonly chapters?: readonly (readonly [chapter: string, count: number])[];
}

/** How many there are of each status; each narrows the list to itself. */
export function FilterChips({ chips, hasMatters, chapters = [] }: FilterChipsProps) {
  const words = useWords(deskWords);
  const {
    state: { statuses, matter, chapter },
    change,
  } = useDesk();
  const toggle = (status: string): void =>
    change({
      statuses: statuses.includes(status) ? statuses.filter((one) => one !== status) : [...statuses, status],
    });
  const { assigned: Assigned, contested: Contested } = remarkMarks;
  return (
    <fieldset className={style.chips} aria-label={words.narrow}>
      {chips.map(({ status, title, count }) => (
        <button
          key={status}
          type="button"
          className={style.chip}
          aria-pressed={statuses.includes(status)}
          onClick={() => toggle(status)}
        >
          <StatusMark status={status} />
          {title} {countWords(count)}
        </button>
      ))}
      {hasMatters && (
        <>
          <button
            type="button"
            className={style.chip}
            aria-pressed={matter === 'mine'}
            onClick={() => change({ matter: matter === 'mine' ? undefined : 'mine' })}
          >
            <Assigned size={14} aria-hidden="true" />
            {words.assignedToMe}
          </button>
          <button
            type="button"
            className={style.chip}
            aria-pressed={matter === 'contested'}
            onClick={() => change({ matter: matter === 'contested' ? undefined : 'contested' })}
          >
            <Contested size={14} aria-hidden="true" />
            {words.contested}
          </button>
        </>
      )}
      {chapters.length > 1 && (
        <Select
          size="small"
          className={style.chapter!}
          aria-label={words.chapter}
          value={chapter ?? ''}
          options={[
            { value: '', label: words.allChapters },
            ...chapters.map(([id, n]) => ({
              value: id,
              label: words.chapterOf(words.chapters[id] ?? id, n),
            })),
          ]}
          onChange={(id: string) => change({ chapter: id || undefined })}
        />
      )}
    </fieldset>
  );
}
