import { Select } from 'antd';
import { useId } from 'react';
import { onDay } from '../../words/times.ts';
import { useWords } from '../../words/use-words.ts';
import { useModel } from '../model-context.ts';
import { oneMapWords } from '../words.ts';
import style from './catalogue.module.css';
import { catalogueWords } from './words.ts';

/** Which version of the plan is shown: by its number, or the one in force on a day. */
export function VersionPicker() {
  const words = useWords(catalogueWords);
  const common = useWords(oneMapWords);
  const { versions, version, state, change } = useModel();
  const id = useId();
  const isDay = state.version.includes('-');
  return (
    <div className={style.versions}>
      <Select
        size="small"
        aria-label={words.version}
        value={isDay ? 'day' : 'number'}
        options={[
          { value: 'number', label: words.byNumber },
          { value: 'day', label: words.byDay },
        ]}
        onChange={(way) =>
          change({ version: way === 'day' ? new Date().toLocaleDateString('sv-SE') : 'head' })
        }
      />
      {isDay ? (
        <input
          id={id}
          type="date"
          aria-label={words.day}
          title={words.day}
          value={state.version}
          onChange={({ target }) => target.value && change({ version: target.value })}
        />
      ) : (
        <Select
          size="small"
          aria-label={words.version}
          value={String(version.number)}
          options={versions.toReversed().map(({ number, publishedAt }) => ({
            value: String(number),
            label: `${common.version(number)} · ${onDay(publishedAt)}${number === versions.at(-1)?.number ? ` · ${words.inForce}` : ''}`,
          }))}
          onChange={(number) =>
            change({ version: number === String(versions.at(-1)?.number) ? 'head' : number })
          }
        />
      )}
    </div>
  );
}
