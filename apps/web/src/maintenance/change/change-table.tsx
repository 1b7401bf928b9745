import { memo, useMemo } from 'react';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { type Column, DataTable } from '../../table/data-table.tsx';
import { hectares, mu } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import type { ChangeRow } from '../desk/queries.ts';
import { useFly } from '../desk/stage-hold.ts';
import { useDesk } from '../desk/use-desk-state.ts';
import { deskWords } from '../desk/words.ts';
import { readChange, writeChange } from './change-row.ts';
import { useChangeRows } from './use-change-rows.ts';

interface ChangeTableProps {
  readonly job: string;
  titleOf(layer: string): string;
}

const className = (of: ChangeRow['from']): string => (of ? `${of.name ?? ''} ${of.code}`.trim() : '');

/** Every piece of the change, as many as there are: a row flies to its piece. */
export const ChangeTable = memo(function ChangeTable({ job, titleOf }: ChangeTableProps) {
  const words = useWords(deskWords);
  const fly = useFly();
  const {
    state: { changeLayer: layer, changeType: type, sort, change: lit },
    change,
  } = useDesk();
  const question = useMemo(() => ({ layer, type, sort }), [layer, type, sort]);
  const { count, row, onSight, error } = useChangeRows(job, question);
  const columns = useMemo((): readonly Column<ChangeRow>[] => {
    const { columns: titles, types } = words;
    return [
      { key: 'whbh', title: titles.whbh, width: 170, isSortable: true, cell: ({ whbh }) => whbh },
      { key: 'layer', title: titles.layer, width: 130, isSortable: true, cell: (one) => titleOf(one.layer) },
      {
        key: 'type',
        title: titles.type,
        width: 90,
        isSortable: true,
        cell: (one) => types[one.type] ?? one.type,
      },
      {
        key: 'from',
        title: titles.from,
        width: 130,
        grow: 1,
        isSortable: true,
        cell: ({ from }) => className(from),
      },
      { key: 'to', title: titles.to, width: 130, grow: 1, isSortable: true, cell: ({ to }) => className(to) },
      { key: 'bsm', title: titles.bsm, width: 170, isSortable: true, cell: ({ bsm }) => bsm },
      {
        key: 'area',
        title: titles.area,
        unit: 'ha',
        width: 110,
        isFigure: true,
        isSortable: true,
        cell: ({ area }) => hectares(area),
      },
      {
        key: 'mu',
        title: titles.mu,
        unit: words.muUnit,
        width: 110,
        isFigure: true,
        cell: ({ area }) => mu(area),
      },
      {
        key: 'township',
        title: titles.township,
        width: 110,
        isSortable: true,
        cell: ({ township }) => township?.name ?? township?.code,
      },
    ];
  }, [words, titleOf]);
  const selected = useMemo(() => {
    const wanted = readChange(lit);
    if (!wanted) return undefined;
    if (layer === wanted.layer && type === undefined && sort === undefined) return wanted.id - 1;
    // It may be on a page that was not fetched; then nothing is marked.
    for (let i = 0; i < Math.min(count, 2000); i++) {
      const one = row(i);
      if (one && one.layer === wanted.layer && one.id === wanted.id) return i;
    }
    return undefined;
  }, [lit, count, row, layer, type, sort]);
  if (error) return <ProblemNote error={error} />;
  return (
    <DataTable
      label={words.changed}
      columns={columns}
      count={count}
      row={row}
      onSight={onSight}
      {...(selected !== undefined && { selected })}
      onSelect={(index) => {
        const one = row(index);
        if (!one) return;
        change({ change: writeChange(one.layer, one.id), piece: undefined, isTalkOpen: false });
        if (one.box) fly(one.box);
      }}
      {...(sort !== undefined && {
        sort: { key: sort.replace('-', ''), isDescending: sort.startsWith('-') },
      })}
      onSort={({ key, isDescending }) => change({ sort: `${isDescending ? '-' : ''}${key}` })}
      empty={words.noRows}
    />
  );
});
