import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { memo, useCallback, useMemo } from 'react';
import { legendOf } from '../../map/look.ts';
import { count, hectaresShort } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import { changesQuery, reviewQuery } from '../desk/queries.ts';
import { useDesk } from '../desk/use-desk-state.ts';
import type { DeskSides } from '../desk/use-sides.ts';
import { deskWords } from '../desk/words.ts';
import { Exhibits, exhibited, hasExhibits } from '../exhibits/exhibits.tsx';
import verdicts from '../verdicts/verdicts.module.css';
import style from './change.module.css';
import { ChangeTable } from './change-table.tsx';
import { conservationOf, type LayerReviews, totalsByType } from './change-totals.ts';
import { ClassMatrix } from './class-matrix.tsx';

/** Below: what changed in a line; opened, the table of all pieces, or what became what. */
export const LowerPanel = memo(function LowerPanel({
  job,
  sides,
}: {
  readonly job: string;
  readonly sides: DeskSides;
}) {
  const words = useWords(deskWords);
  const { data: review } = useSuspenseQuery(reviewQuery(job));
  const {
    state: { lower, changeLayer, changeType, rule },
    change,
  } = useDesk();
  const { data: first } = useQuery(
    changesQuery(job, { layer: undefined, type: undefined, sort: undefined }, 0),
  );
  const layers = review.layers as LayerReviews;
  const { residual, holds } = conservationOf(layers);
  const titleOf = useCallback(
    (code: string): string => words.shortLayers[code] ?? layers[code]?.title ?? code,
    [layers, words],
  );
  const codes = Object.keys(layers);
  const classed = codes.filter((code) => layers[code]!.change.reclassified.matrix.length > 0);
  const matrixLayer = changeLayer !== undefined && classed.includes(changeLayer) ? changeLayer : classed[0];
  const isOpen = lower !== 'closed';
  const legend = useMemo(
    () => legendOf(sides.maintained?.look, matrixLayer ?? ''),
    [sides.maintained, matrixLayer],
  );
  return (
    <section className={style.lower} aria-label={words.changed} data-lower={lower}>
      <div className={style.bar}>
        <strong>{words.changed}</strong>
        {totalsByType(first?.totals ?? [], changeLayer).map(({ type, pieces, area }) => (
          <span key={type}>{words.total(words.types[type] ?? type, count(pieces), hectaresShort(area))}</span>
        ))}
        <span data-broken={holds ? undefined : ''}>
          {words.residual(residual.toFixed(2))}
          {!holds && ` · ${words.residualBroken}`}
        </span>
        <div className={style.tools}>
          {lower === 'table' && (
            <>
              <Select
                size="small"
                aria-label={words.columns.layer}
                value={changeLayer ?? ''}
                popupMatchSelectWidth={false}
                options={[
                  { value: '', label: words.allLayers },
                  ...codes.map((code) => ({ value: code, label: titleOf(code) })),
                ]}
                onChange={(code: string) => change({ changeLayer: code || undefined })}
              />
              <Select
                size="small"
                aria-label={words.columns.type}
                value={changeType ?? ''}
                popupMatchSelectWidth={false}
                options={[
                  { value: '', label: words.allTypes },
                  ...Object.entries(words.types).map(([value, label]) => ({ value, label })),
                ]}
                onChange={(type: string) => change({ changeType: type || undefined })}
              />
            </>
          )}
          {lower === 'matrix' && classed.length > 1 && (
            <Select
              size="small"
              aria-label={words.columns.layer}
              value={matrixLayer ?? ''}
              popupMatchSelectWidth={false}
              options={classed.map((code) => ({ value: code, label: titleOf(code) }))}
              onChange={(code: string) => change({ changeLayer: code })}
            />
          )}
          {lower === 'exhibits' && (
            <Select
              size="small"
              aria-label={words.exhibitOf}
              value={exhibited(review.verdicts, rule)?.rule ?? ''}
              popupMatchSelectWidth={false}
              options={review.verdicts
                .filter(hasExhibits)
                .map(({ rule: id, title }) => ({ value: id, label: title }))}
              onChange={(id: string) => change({ rule: id, piece: undefined, change: undefined })}
            />
          )}
          {lower !== 'exhibits' && exhibited(review.verdicts, rule) && (
            <button type="button" className={verdicts.quiet} onClick={() => change({ lower: 'exhibits' })}>
              {words.exhibits}
            </button>
          )}
          {classed.length > 0 && lower !== 'matrix' && (
            <button type="button" className={verdicts.quiet} onClick={() => change({ lower: 'matrix' })}>
              {words.expandMatrix}
            </button>
          )}
          <button
            type="button"
            className={verdicts.quiet}
            aria-expanded={isOpen}
            onClick={() => change({ lower: lower === 'closed' ? 'table' : 'closed' })}
          >
            {isOpen ? words.collapse : words.expandTable}{' '}
            {isOpen ? (
              <ChevronDown size={12} aria-hidden="true" />
            ) : (
              <ChevronUp size={12} aria-hidden="true" />
            )}
          </button>
          {(lower === 'matrix' || lower === 'exhibits') && (
            <button type="button" className={verdicts.quiet} onClick={() => change({ lower: 'table' })}>
              {words.table}
            </button>
          )}
        </div>
      </div>
      {isOpen && (
        <div className={style.content}>
          {lower === 'table' ? (
            <ChangeTable job={job} titleOf={titleOf} />
          ) : lower === 'exhibits' ? (
            <Exhibits job={job} rule={rule} />
          ) : (
            <ClassMatrix
              rows={matrixLayer === undefined ? [] : layers[matrixLayer]!.change.reclassified.matrix}
              legend={legend}
            />
          )}
        </div>
      )}
    </section>
  );
});
