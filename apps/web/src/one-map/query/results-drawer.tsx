import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import notes from '../../shell/notes.module.css';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { type Column, DataTable, type Sort } from '../../table/data-table.tsx';
import { count, hectares, hectaresShort, mu } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import { useChooseFeature } from '../choose-feature.ts';
import { Drawer } from '../drawer.tsx';
import { codeName, fieldTitle, isArea } from '../field-text.ts';
import { useModel } from '../model-context.ts';
import panel from '../panel.module.css';
import type { PlacedLayer } from '../use-one-map.ts';
import { oneMapWords } from '../words.ts';
import { ExportButton } from './export-button.tsx';
import style from './query.module.css';
import type { QuerySpec } from './query-spec.ts';
import { type ResultRow, useResults } from './use-results.ts';
import { queryWords } from './words.ts';

interface ResultsDrawerProps {
  readonly spec: QuerySpec;
  readonly layer: PlacedLayer;
  readonly height: number;
  onHeight(height: number): void;
}

/** What a question found: number and area in all, the features as rows; a row goes to its feature and back. */
export function ResultsDrawer({ spec, layer, height, onHeight }: ResultsDrawerProps) {
  const words = useWords(queryWords);
  const common = useWords(oneMapWords);
  const { state, layers, change } = useModel();
  const [sort, setSort] = useState<Sort>();
  const { data, error, isPending, refetch, row, onSight, places } = useResults(
    spec,
    layer,
    layers.get('XZQ'),
    sort,
  );
  const choose = useChooseFeature();
  const columns = useMemo(
    (): Column<ResultRow>[] => [
      {
        ...{ key: 'ellipsoid', title: words.area, unit: words.ha, width: 130, isFigure: true },
        cell: ({ area }) => hectares(area),
      },
      ...(data?.fields ?? []).map((field, i): Column<ResultRow> => {
        const kind = layer.fields.find(({ name }) => name === field)?.kind;
        const isFigure = kind === 'number';
        return {
          key: field,
          title: fieldTitle(layer.code, field, layer.fields.find(({ name }) => name === field)?.title),
          ...(isArea(layer.code, field) && { unit: words.squareMetres }),
          width: isFigure ? 120 : 150,
          isFigure,
          isSortable: true,
          cell: ({ values }) => {
            const value = values[i];
            if (value === null || value === undefined) return '';
            const name = isFigure ? undefined : codeName(field, String(value));
            return name === undefined ? String(value) : `${value} ${name}`;
          },
        };
      }),
    ],
    [data?.fields, layer, words],
  );
  const selected = state.feature?.layer === layer.code ? places.get(state.feature.id) : undefined;
  return (
    <Drawer
      title={`${words.results} · ${layer.title}`}
      resize={words.resize}
      height={height}
      onHeight={onHeight}
      head={
        <>
          {data && (
            <span>
              {words.found(count(data.total))} · {words.summed(hectaresShort(data.area), mu(data.area))}
            </span>
          )}
          {data && data.total > 0 && <ExportButton spec={spec} layer={layer} />}
          <button
            type="button"
            className={panel.icon}
            aria-label={common.close}
            title={common.close}
            onClick={() => change({ query: undefined })}
          >
            <X size={16} aria-hidden="true" />
          </button>
        </>
      }
    >
      {error ? (
        <ProblemNote error={error} onRetry={refetch} />
      ) : isPending ? (
        <p className={notes.empty}>…</p>
      ) : (
        <div className={style.table}>
          <DataTable
            label={words.results}
            columns={columns}
            count={data?.total ?? 0}
            row={row}
            onSight={onSight}
            {...(selected !== undefined && { selected })}
            onSelect={(index) => {
              const one = row(index);
              if (one)
                choose.mutate({ plan: layer.plan, version: layer.version, layer: layer.code, id: one.id });
            }}
            {...(sort && { sort })}
            onSort={setSort}
            empty={words.none}
          />
        </div>
      )}
    </Drawer>
  );
}
