/** Sizes of sheets in millimetres, the short side first (GB/T 148, the A series). */
export const papers = { A4: [210, 297], A3: [297, 420] } as const;
export type Paper = keyof typeof papers;
export type Orientation = 'landscape' | 'portrait';

/** A box on the sheet, millimetres from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly title: Box;
  readonly map: Box;
  readonly legend: Box;
  readonly note: Box;
}

const MARGIN = 12;
const TITLE = 14;
const NOTE = 12;
/** Between the map and what stands beside it; the labels of the grid stand there too. */
const GAP = 6;
const LEGEND_WIDTH = 52;
const LEGEND_HEIGHT = 46;

/** Where things stand on a sheet: the legend beside the map where the sheet is wide, below it where it is high. */
export function sheetOf(paper: Paper, orientation: Orientation): Sheet {
  const [short, long] = papers[paper];
  const [width, height] = orientation === 'landscape' ? [long, short] : [short, long];
  const [inner, top] = [width - 2 * MARGIN, MARGIN + TITLE + GAP];
  const bottom = height - MARGIN - NOTE;
  const isWide = orientation === 'landscape';
  const map: Box = {
    x: MARGIN + GAP,
    y: top,
    width: inner - 2 * GAP - (isWide ? LEGEND_WIDTH + GAP : 0),
    height: bottom - top - GAP - (isWide ? 0 : LEGEND_HEIGHT + GAP),
  };
  return {
    width,
    height,
    title: { x: MARGIN, y: MARGIN, width: inner, height: TITLE },
    map,
    legend: isWide
      ? { x: width - MARGIN - LEGEND_WIDTH, y: top, width: LEGEND_WIDTH, height: map.height }
      : { x: map.x, y: map.y + map.height + 2 * GAP, width: map.width, height: LEGEND_HEIGHT - GAP },
    note: { x: MARGIN, y: bottom + 2, width: inner, height: NOTE - 2 },
  };
}
