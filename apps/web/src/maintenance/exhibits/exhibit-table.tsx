import { columnTexts, type Table } from './exhibit-cells.ts';
import style from './exhibits.module.css';

/** A table of a verdict, small enough to be there as a whole. */
export function ExhibitTable({ table }: { readonly table: Table }) {
  const columns = columnTexts(table);
  return (
    <div className={style.table}>
      <table>
        <caption>{table.title}</caption>
        <thead>
          <tr>
            {columns.map(({ title, unit, isFigure }, k) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: titles of columns may repeat, and their order never changes
              <th key={k} scope="col" data-figure={isFigure || undefined}>
                {title} <small>{unit}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((_, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
            <tr key={r}>
              {columns.map(({ cells, isFigure }, k) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={k} data-figure={isFigure || undefined}>
                  {cells[r]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.note && <p>{table.note}</p>}
    </div>
  );
}
