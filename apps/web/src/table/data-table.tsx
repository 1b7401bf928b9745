import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
} from 'react';
import { columnWidths } from './column-widths.ts';
import style from './data-table.module.css';
import { useRoomWidth } from './use-room-width.ts';

export interface Column<R> {
  readonly key: string;
  readonly title: string;
  /** Stands in the header, so that cells hold figures only. */
  readonly unit?: string;
  /** Pixels, at least. */
  readonly width: number;
  /** Share of the room that is left; 0 where not given. */
  readonly grow?: number;
  /** Figures stand right. */
  readonly isFigure?: boolean;
  readonly isSortable?: boolean;
  cell(row: R, index: number): ReactNode;
}

export interface Sort {
  readonly key: string;
  readonly isDescending: boolean;
}

export interface DataTableProps<R> {
  /** What it holds, for those who do not see it. */
  readonly label: string;
  readonly columns: readonly Column<R>[];
  /** Rows in all, also those that are not here yet. */
  readonly count: number;
  /** Undefined while it is being fetched. */
  row(index: number): R | undefined;
  /** Told which rows are in sight (`end` not among them), to fetch them. */
  onSight?(start: number, end: number): void;
  readonly selected?: number;
  onSelect?(index: number): void;
  readonly sort?: Sort;
  onSort?(sort: Sort): void;
  /** In place of rows where there are none: how to get some. */
  readonly empty?: ReactNode;
}

/** Pixels. */
const ROW = 32;
/** Rows above and below that are there before they are in sight. */
const BEYOND = 6;
/** Columns on either side. */
const ASIDE = 1;

/**
 * A dense table for any number of rows and columns: only cells in sight are in the page (the header is there whole, for its keys). Arrow keys, page keys, Home and End move the selection.
 */
export function DataTable<R>(props: DataTableProps<R>) {
  const { label, columns, count, row, onSight, selected, onSelect, sort, onSort, empty } = props;
  const id = useId();
  const room = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => room.current,
    estimateSize: () => ROW,
    overscan: BEYOND,
    scrollMargin: ROW,
  });
  const inSight = rows.getVirtualItems();
  // A row that comes into sight is written into the elements of one that has gone: what costs time is making elements.
  const elements = useRef(0);
  elements.current = Math.max(elements.current, inSight.length);
  const [start, end] = [inSight[0]?.index ?? 0, (inSight.at(-1)?.index ?? -1) + 1];
  const roomWidth = useRoomWidth(room);
  const widths = useMemo(() => columnWidths(columns, roomWidth), [columns, roomWidth]);
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => room.current,
    estimateSize: (column) => widths[column]!,
    overscan: ASIDE,
  });
  useEffect(() => {
    if (widths.length > 0) across.measure();
  }, [across, widths]);
  const inSightAcross = across.getVirtualItems();
  const [first, last] = [inSightAcross[0]?.index ?? 0, inSightAcross.at(-1)?.index ?? -1];
  const shown = useMemo((): ShownColumns<R> => {
    const sum = (parts: readonly number[]): number => parts.reduce((all, part) => all + part, 0);
    return {
      columns: columns.slice(first, last + 1),
      first,
      lead: sum(widths.slice(0, first)),
      template: templateOf(widths.slice(first, last + 1)),
      width: sum(widths),
    };
  }, [columns, widths, first, last]);
  useEffect(() => {
    if (end > start) onSight?.(start, end);
  }, [start, end, onSight]);
  useEffect(() => {
    if (selected !== undefined && selected >= 0 && selected < count)
      rows.scrollToIndex(selected, { align: 'auto' });
  }, [selected, count, rows]);

  // The same function for all rows, whatever the table was given last.
  const told = useRef(onSelect);
  told.current = onSelect;
  const select = useCallback((index: number) => told.current?.(index), []);

  const isSelectedHere = selected !== undefined && inSight.some(({ index }) => index === selected);
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((room.current?.clientHeight ?? ROW) / ROW) - 2);
    const at = selected ?? -1;
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: count - 1,
    }[event.key];
    if (to === undefined || count === 0 || !onSelect) return;
    event.preventDefault();
    onSelect(Math.min(count - 1, Math.max(0, to)));
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not in sight
    <div
      ref={room}
      role="grid"
      className={style.room}
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-activedescendant={isSelectedHere ? `${id}-${selected}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus */}
      <div
        role="row"
        aria-rowindex={1}
        className={style.head}
        style={{ gridTemplateColumns: templateOf(widths), minWidth: shown.width }}
      >
        {columns.map(({ key, title, unit, isFigure, isSortable }, column) => {
          const isSorted = sort?.key === key;
          const words = (
            <>
              {title}
              {unit !== undefined && <small>{unit}</small>}
            </>
          );
          return (
            // biome-ignore lint/a11y/useSemanticElements: as above
            // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
            <div
              key={key}
              role="columnheader"
              aria-colindex={column + 1}
              className={isFigure ? style.figure : undefined}
              aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
            >
              {isSortable && onSort ? (
                <button
                  type="button"
                  onClick={() => onSort({ key, isDescending: isSorted && !sort.isDescending })}
                >
                  {words}
                  <span aria-hidden="true">{isSorted ? (sort.isDescending ? ' ↓' : ' ↑') : ''}</span>
                </button>
              ) : (
                words
              )}
            </div>
          );
        })}
      </div>
      {count === 0 && empty !== undefined && <div className={style.empty}>{empty}</div>}
      <div
        role="presentation"
        style={{ height: rows.getTotalSize(), minWidth: shown.width, position: 'relative' }}
      >
        {inSight.map(({ index, start: top }) => (
          <Row
            key={index % elements.current}
            id={`${id}-${index}`}
            index={index}
            top={top - ROW}
            row={row(index)}
            shown={shown}
            isSelected={onSelect ? index === selected : undefined}
            onSelect={select}
          />
        ))}
      </div>
    </div>
  );
}

const templateOf = (widths: readonly number[]): string => widths.map((width) => `${width}px`).join(' ');

/** The columns whose cells are in the page. */
interface ShownColumns<R> {
  readonly columns: readonly Column<R>[];
  /** Which of all columns the first is. */
  readonly first: number;
  /** Pixels before it. */
  readonly lead: number;
  readonly template: string;
  /** Pixels of all columns. */
  readonly width: number;
}

interface RowProps<R> {
  readonly id: string;
  readonly index: number;
  /** Pixels from the first row. */
  readonly top: number;
  /** Undefined while it is being fetched. */
  readonly row: R | undefined;
  readonly shown: ShownColumns<R>;
  /** Undefined where rows cannot be selected. */
  readonly isSelected: boolean | undefined;
  onSelect(index: number): void;
}

/** A row: drawn anew when something of it has changed, not whenever the table scrolls. */
const Row = memo(function Row<R>(props: RowProps<R>) {
  const { id, index, top, row, shown, isSelected, onSelect } = props;
  const { columns, first, lead, template } = shown;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not in sight
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={style.row}
      style={{ gridTemplateColumns: template, paddingLeft: lead, transform: `translateY(${top}px)` }}
      onClick={() => onSelect(index)}
    >
      {columns.map(({ key, isFigure, cell }, i) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
        <div
          key={key}
          role="gridcell"
          aria-colindex={first + i + 1}
          className={isFigure ? style.figure : undefined}
        >
          {row === undefined ? <span className={style.coming}>…</span> : cell(row, index)}
        </div>
      ))}
    </div>
  );
}) as <R>(props: RowProps<R>) => ReactNode;
