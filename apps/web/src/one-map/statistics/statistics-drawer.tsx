import { useQuery } from '@tanstack/react-query';
import { Button, Segmented, Select } from 'antd';
import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import notes from '../../shell/notes.module.css';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { type Column, DataTable } from '../../table/data-table.tsx';
import { count, hectares, hectaresShort, mu } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import { Drawer } from '../drawer.tsx';
import { withLayer } from '../layer-groups.ts';
import { useModel } from '../model-context.ts';
import panel from '../panel.module.css';
import type { PlacedLayer } from '../use-one-map.ts';
import { oneMapWords } from '../words.ts';
import style from './statistics.module.css';
import { StatisticsChart } from './statistics-chart.tsx';
import { type Statistics, statisticsQuery } from './statistics-query.ts';
import { rowsOf, type StatisticsRow, tabbed } from './summed.ts';
import { statisticsWords } from './words.ts';

interface StatisticsDrawerProps {
  readonly layer: PlacedLayer;
  onLayer(code: string): void;
  readonly height: number;
  onHeight(height: number): void;
}

/** Areas of a layer by township and class, as table and chart from the same figures. */
export function StatisticsDrawer({ layer, onLayer, height, onHeight }: StatisticsDrawerProps) {
  const words = useWords(statisticsWords);
  const common = useWords(oneMapWords);
  const { base, layers, change } = useModel();
  const { data, error, refetch } = useQuery(statisticsQuery(layer.plan, layer.version, layer.code, base));
  const [unit, setUnit] = useState<'area' | 'share'>('area');
  const [isCopied, setCopied] = useState(false);
  const rows = useMemo(() => (data ? rowsOf(data, words) : []), [data, words]);
  const copy = async (): Promise<void> => {
    const heads = [
      words.township,
      ...(data?.classes ?? []).map(({ title }) => `${title}（ha）`),
      `${words.sum}（ha）`,
    ];
    await navigator.clipboard?.writeText(tabbed(rows, heads));
    setCopied(true);
  };
  return (
    <Drawer
      title={words.title}
      resize={words.resize}
      height={height}
      onHeight={onHeight}
      head={
        <>
          {data && (
            <span>
              {words.total(hectaresShort(data.total.area), mu(data.total.area), count(data.total.features))}
            </span>
          )}
          <Select
            size="small"
            aria-label={words.layer}
            value={layer.code}
            popupMatchSelectWidth={false}
            style={{ width: 168 }}
            options={[...layers.values()].map(({ code, title }) => ({ value: code, label: title }))}
            onChange={onLayer}
          />
          <Segmented
            size="small"
            aria-label={words.show}
            value={unit}
            options={(['area', 'share'] as const).map((value) => ({ value, label: words.units[value] }))}
            onChange={setUnit}
          />
          <Button size="small" disabled={!data} onClick={copy}>
            {isCopied ? words.copied : words.copy}
          </Button>
          <button
            type="button"
            className={panel.icon}
            aria-label={common.close}
            title={common.close}
            onClick={() => change({ panel: 'layers' })}
          >
            <X size={16} aria-hidden="true" />
          </button>
        </>
      }
    >
      {error ? (
        <ProblemNote error={error} onRetry={refetch} />
      ) : !data ? (
        <p className={notes.empty}>{words.computing}</p>
      ) : (
        <div className={style.split}>
          <Table data={data} rows={rows} unit={unit} layer={layer} />
          <StatisticsChart rows={rows} classes={data.classes} />
        </div>
      )}
    </Drawer>
  );
}

function Table({
  data,
  rows,
  unit,
  layer,
}: {
  readonly data: Statistics;
  readonly rows: readonly StatisticsRow[];
  readonly unit: 'area' | 'share';
  readonly layer: PlacedLayer;
}) {
  const words = useWords(statisticsWords);
  const { shown, change } = useModel();
  const ask = (row: StatisticsRow, code: string | undefined): void => {
    const isShown = shown.some((one) => one.code === layer.code);
    const { classField } = data;
    change({
      panel: 'query',
      query: {
        layer: layer.code,
        join: 'and',
        conditions:
          classField && code !== undefined ? [{ field: classField, operator: '=', values: [code] }] : [],
        place: row.kind === 'region' ? { type: 'region', code: row.code, name: row.name } : undefined,
        relation: 'intersects',
      },
      ...(!isShown && { layers: withLayer(shown, { code: layer.code, opacity: 1 }) }),
    });
  };
  const figure = (area: number, sum: number): string =>
    unit === 'area' ? hectares(area) : sum === 0 ? '' : `${((100 * area) / sum).toFixed(2)}`;
  const cell = (row: StatisticsRow, area: number, title: string, code: string | undefined) => {
    const text = figure(area, row.sum);
    // What lies outside of all townships has no ground of its own that could be asked about; nothing is nowhere.
    if (area === 0 || row.kind === 'outside' || code === '') return area === 0 ? '' : text;
    return (
      <button
        type="button"
        className={style.cell}
        aria-label={`${words.cell(row.name, title)} ${text}`}
        onClick={() => ask(row, code)}
      >
        {text}
      </button>
    );
  };
  const unitName = unit === 'area' ? 'ha' : '%';
  const columns: Column<StatisticsRow>[] = [
    {
      ...{ key: 'name', title: words.township, width: 130, grow: 1 },
      cell: (row) => <span className={row.kind === 'sum' ? style.sum : undefined}>{row.name}</span>,
    },
    {
      ...{ key: 'sum', title: words.sum, unit: unitName, width: 124, isFigure: true },
      cell: (row) => cell(row, row.sum, words.sum, undefined),
    },
    ...data.classes.map(
      ({ code, title }, c): Column<StatisticsRow> => ({
        ...{ key: code, title, unit: unitName, width: 132, isFigure: true },
        cell: (row) => cell(row, row.areas[c] ?? 0, title, data.classField === null ? undefined : code),
      }),
    ),
  ];
  return (
    <DataTable
      label={words.title}
      columns={columns}
      count={rows.length}
      row={(i) => rows[i]}
      empty={words.none}
    />
  );
}
