import { memo } from 'react';
import { compareModes } from '../../map/compare-mode.ts';
import { mapWords } from '../../map/words.ts';
import { useWords } from '../../words/use-words.ts';
import style from './desk.module.css';
import { useDesk } from './use-desk-state.ts';
import { deskWords } from './words.ts';

/** Before and after, one handle away: 卷帘, 并排, 闪烁; the one that is on switches it off. */
export const CompareBar = memo(function CompareBar() {
  const words = useWords(mapWords);
  const { compareMode } = useWords(deskWords);
  const {
    state: { compare },
    change,
  } = useDesk();
  return (
    <fieldset className={style.compare} aria-label={compareMode}>
      {compareModes.map((mode) => (
        <button
          key={mode}
          type="button"
          aria-pressed={mode === compare}
          onClick={() => change({ compare: mode === compare ? 'off' : mode })}
        >
          {words.modes[mode]}
        </button>
      ))}
    </fieldset>
  );
});
