import { Input } from 'antd';
import notes from '../../shell/notes.module.css';
import split from '../../split/split.module.css';
import { useSearch } from '../../split/use-search.ts';
import { type Column, DataTable } from '../../table/data-table.tsx';
import { hasWords } from '../../words/has-words.ts';
import { useWords } from '../../words/use-words.ts';
import style from './standard.module.css';
import { standardWords } from './words.ts';

export interface CodeTableProps<R> {
  readonly label: string;
  readonly rows: readonly R[];
  readonly columns: readonly Column<R>[];
  /** All of a row that people would look for. */
  textOf(row: R): string;
}

/** A code list that can be searched; what is searched for stands in the address. */
export function CodeTable<R>({ label, rows, columns, textOf }: CodeTableProps<R>) {
  const words = useWords(standardWords);
  const [search, change] = useSearch();
  const text = search.get('q') ?? '';
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => hasWords(textOf(row).toLowerCase(), wanted));
  return (
    <>
      <div className={style.search}>
        <Input
          type="search"
          allowClear
          value={text}
          placeholder={words.search}
          aria-label={words.search}
          onChange={({ target }) => change({ q: target.value })}
        />
        <span className={notes.small}>{words.count(found.length, rows.length)}</span>
      </div>
      <div className={split.body}>
        <DataTable
          label={label}
          columns={columns}
          count={found.length}
          row={(i) => found[i]}
          empty={words.noneFound}
        />
      </div>
    </>
  );
}
