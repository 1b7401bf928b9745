import type { MatrixRow } from '@tuheng/maintenance';
import { memo, useMemo } from 'react';
import type { LegendEntry } from '../../map/look.ts';
import { type Column, DataTable } from '../../table/data-table.tsx';
import { count, hectares } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import { deskWords } from '../desk/words.ts';
import style from './change.module.css';
import { Sankey } from './sankey.tsx';

interface ClassMatrixProps {
  readonly rows: readonly MatrixRow[];
  readonly legend: readonly LegendEntry[];
}

/** What became what: the table and the flows beside it have the same figures. */
export const ClassMatrix = memo(function ClassMatrix({ rows, legend }: ClassMatrixProps) {
  const words = useWords(deskWords);
  const sorted = useMemo(() => [...rows].sort((a, b) => b.area - a.area), [rows]);
  const total = rows.reduce((sum, { area }) => sum + area, 0);
  const columns = useMemo((): readonly Column<MatrixRow>[] => {
    const named = (code: string) => {
      const entry = legend.find((one) => one.code === code);
      return (
        <span className={style.class}>
          <i className={style.swatch} style={{ background: entry?.colour ?? 'var(--none)' }} />
          {entry?.title} {code}
        </span>
      );
    };
    return [
      { key: 'from', title: words.from, width: 140, grow: 1, cell: ({ from }) => named(from) },
      { key: 'to', title: words.to, width: 140, grow: 1, cell: ({ to }) => named(to) },
      { key: 'pieces', title: words.blocks, width: 64, isFigure: true, cell: ({ pieces }) => count(pieces) },
      {
        key: 'area',
        title: words.columns.area,
        unit: 'ha',
        width: 110,
        isFigure: true,
        cell: ({ area }) => hectares(area),
      },
      {
        key: 'share',
        title: words.share,
        unit: '%',
        width: 76,
        isFigure: true,
        cell: ({ area }) => (total > 0 ? ((area / total) * 100).toFixed(2) : ''),
      },
    ];
  }, [words, legend, total]);
  return (
    <div className={style.matrix}>
      <div>
        <DataTable
          label={words.matrix}
          columns={columns}
          count={sorted.length}
          row={(index) => sorted[index]}
          empty={words.noMatrix}
        />
      </div>
      <div className={style.sankey}>
        <Sankey rows={rows} legend={legend} />
      </div>
    </div>
  );
});
