import type { DataQuality } from '@tuheng/maintenance';
import { TriangleAlert } from 'lucide-react';
import { useWords } from '../../words/use-words.ts';
import type { Review } from '../desk/queries.ts';
import { useDesk } from '../desk/use-desk-state.ts';
import { deskWords } from '../desk/words.ts';
import style from './verdicts.module.css';

/** What the data themselves put in doubt, before any verdict is read. */
export function DataDoubts({ quality }: { readonly quality: Review['dataQuality'] }) {
  const words = useWords(deskWords);
  const { change } = useDesk();
  // The route hands on what the review holds; its schema is that of the package.
  const doubtful = (quality as readonly DataQuality[]).filter(
    ({ doubts, maySubmit }) => doubts.length > 0 || !maySubmit,
  );
  if (doubtful.length === 0) return null;
  return (
    <details className={style.doubts}>
      <summary>
        <TriangleAlert size={16} aria-hidden="true" />
        <strong>{words.doubts}</strong>
        <span>
          {doubtful.map(({ input, mark }) => `${words.sideNames[input]} ${words.mark(mark)}`).join('，')}
        </span>
      </summary>
      {doubtful.map(({ input, mark, errors, warnings, doubts }) => (
        <div key={input}>
          <button
            type="button"
            className={style.quiet}
            onClick={() =>
              change({ tab: 'inspection', side: input, rule: undefined, piece: undefined, statuses: [] })
            }
          >
            {words.doubtsOf(words.sideNames[input] ?? input, mark, errors, warnings)}
          </button>
          {doubts.map(({ layer, message }) => (
            <p key={`${layer}${message}`}>{message}</p>
          ))}
        </div>
      ))}
    </details>
  );
}
