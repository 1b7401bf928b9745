import { useSuspenseQuery } from '@tanstack/react-query';
import { memo } from 'react';
import type { Look } from '../../map/look.ts';
import { legendOf } from '../../map/look.ts';
import { count, hectaresShort } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import panel from '../desk/desk-panel.module.css';
import { reviewQuery } from '../desk/queries.ts';
import { StatusMark } from '../desk/status-mark.tsx';
import { useDesk } from '../desk/use-desk-state.ts';
import { deskWords } from '../desk/words.ts';
import { DataDoubts } from '../verdicts/data-doubts.tsx';
import style from '../verdicts/verdicts.module.css';
import own from './change.module.css';
import type { LayerReviews } from './change-totals.ts';

interface ChangePanelProps {
  readonly job: string;
  /** How the map draws the change: its colours stand beside the figures. */
  readonly look: Look | undefined;
}

/** What changed, by layer: how much came, went and became another class, and whether the areas add up. */
export const ChangePanel = memo(function ChangePanel({ job, look }: ChangePanelProps) {
  const words = useWords(deskWords);
  const { data: review } = useSuspenseQuery(reviewQuery(job));
  const {
    state: { changeLayer, changeType },
    change,
  } = useDesk();
  const layers = Object.entries(review.layers as LayerReviews);
  return (
    <div className={style.scroll}>
      <DataDoubts quality={review.dataQuality} />
      {layers.length === 0 && <p className={style.empty}>{words.noChange}</p>}
      <ul className={style.list} aria-label={words.changed}>
        {layers.map(([code, { title, filed, maintained, change: changed, conservation }]) => {
          const kinds = [
            ['1', changed.transferIn],
            ['3', changed.transferOut],
            ['2', changed.reclassified],
          ] as const;
          return (
            <li key={code} className={own.layer} data-open={changeLayer === code || undefined}>
              <button
                type="button"
                className={own.head}
                aria-pressed={changeLayer === code && changeType === undefined}
                onClick={() =>
                  change({
                    changeLayer: changeLayer === code ? undefined : code,
                    changeType: undefined,
                    change: undefined,
                    lower: 'table',
                  })
                }
              >
                <strong>{words.shortLayers[code] ?? title}</strong>
                <span>
                  {hectaresShort(filed.area)} → <strong>{hectaresShort(maintained.area)}</strong> ha
                </span>
              </button>
              <div className={own.kinds}>
                {kinds.map(
                  ([type, { pieces, area }]) =>
                    pieces > 0 && (
                      <button
                        key={type}
                        type="button"
                        className={panel.chip}
                        aria-pressed={changeLayer === code && changeType === type}
                        onClick={() =>
                          change({ changeLayer: code, changeType: type, change: undefined, lower: 'table' })
                        }
                      >
                        <i
                          className={own.swatch}
                          style={{
                            background: legendOf(look, code).find((entry) => entry.code === type)?.colour,
                          }}
                        />
                        {words.total(words.types[type] ?? type, count(pieces), hectaresShort(area))}
                      </button>
                    ),
                )}
                {changed.reclassified.matrix.length > 0 && (
                  <button
                    type="button"
                    className={style.quiet}
                    onClick={() => change({ changeLayer: code, lower: 'matrix' })}
                  >
                    {words.matrix}
                  </button>
                )}
              </div>
              <p className={own.residual}>
                <StatusMark status={conservation.holds ? 'pass' : 'fail'} />
                {words.conservation}：{words.residual(conservation.residual.toFixed(2))}，
                {conservation.holds ? words.residualHolds : words.residualBroken}
              </p>
            </li>
          );
        })}
      </ul>
    </div>
  );
});
