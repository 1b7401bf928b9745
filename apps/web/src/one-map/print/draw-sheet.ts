import { drawHatching, hatchingImage } from '../../map/hatching.ts';
import type { Hatching } from '../../map/look.ts';
import {
  degreesText,
  gridLines,
  type MapView,
  PIXELS_PER_MM,
  ratioOf,
  toPixel,
  toPlace,
} from './mercator.ts';
import type { Box, Sheet } from './sheet.ts';

/** A line of the legend. */
export interface LegendLine {
  readonly kind: 'heading' | 'class' | 'line';
  readonly title: string;
  readonly colour: string;
  readonly hatching?: Hatching | undefined;
}

export interface SheetContent {
  readonly title: string;
  readonly legendTitle: string;
  readonly legend: readonly LegendLine[];
  /** Says so where the legend has no room for all. */
  more(lines: number): string;
  /** Short lines below: what, when, by which coordinates. */
  readonly notes: readonly string[];
  readonly north: string;
  readonly isGridded: boolean;
}

const INK = '#182828';
const FAINT = '#566767';
const FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif';

/** Draws a sheet around a map. @param perMm pixels of the picture in a millimetre */
export function drawSheet(
  sheet: Sheet,
  map: HTMLCanvasElement,
  view: MapView,
  content: SheetContent,
  perMm: number,
): HTMLCanvasElement {
  const picture = document.createElement('canvas');
  picture.width = Math.round(sheet.width * perMm);
  picture.height = Math.round(sheet.height * perMm);
  const pen = picture.getContext('2d')!;
  pen.scale(perMm, perMm);
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, sheet.width, sheet.height);
  const frame = sheet.map;
  pen.drawImage(map, frame.x, frame.y, frame.width, frame.height);
  if (content.isGridded) drawGrid(pen, frame, view);
  pen.strokeStyle = INK;
  pen.lineWidth = 0.5;
  pen.strokeRect(frame.x, frame.y, frame.width, frame.height);
  write(pen, content.title, sheet.title.x + sheet.title.width / 2, sheet.title.y + 8.5, 7, {
    isBold: true,
    align: 'center',
    most: sheet.title.width,
  });
  drawLegend(pen, sheet.legend, content);
  drawScale(pen, frame, view);
  drawNorth(pen, frame, content.north);
  for (const [i, note] of content.notes.entries())
    write(pen, note, sheet.note.x, sheet.note.y + 4 + i * 4, 2.8, { colour: FAINT, most: sheet.note.width });
  return picture;
}

interface TextLook {
  readonly colour?: string;
  readonly isBold?: boolean;
  readonly align?: CanvasTextAlign;
  readonly isUpright?: boolean;
  readonly most?: number;
}

/** Text of a height in millimetres; narrower letters where it would be too wide. */
function write(
  pen: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  size: number,
  look: TextLook = {},
): void {
  pen.save();
  // Letters below a pixel are drawn badly: as large ones, made small.
  const scale = size / 20;
  pen.translate(x, y);
  pen.scale(scale, scale);
  if (look.isUpright) pen.rotate(-Math.PI / 2);
  pen.font = `${look.isBold ? '600 ' : ''}20px ${FONT}`;
  pen.fillStyle = look.colour ?? INK;
  pen.textAlign = look.align ?? 'left';
  pen.fillText(text, 0, 0, look.most && look.most / scale);
  pen.restore();
}

/** Lines of longitude and latitude over the map, their degrees outside of its frame. */
function drawGrid(pen: CanvasRenderingContext2D, frame: Box, view: MapView): void {
  const [west, north] = toPlace(view, 0, 0);
  const [east, south] = toPlace(view, view.width, view.height);
  pen.strokeStyle = 'rgb(24 40 40 / 45%)';
  pen.lineWidth = 0.12;
  pen.beginPath();
  for (const lon of gridLines(west, east)) {
    const x = frame.x + (toPixel(view, lon, view.lat)[0] / view.width) * frame.width;
    pen.moveTo(x, frame.y);
    pen.lineTo(x, frame.y + frame.height);
    write(pen, degreesText(lon), x, frame.y - 1.2, 2.6, { align: 'center' });
    write(pen, degreesText(lon), x, frame.y + frame.height + 3.6, 2.6, { align: 'center' });
  }
  for (const lat of gridLines(south, north)) {
    const y = frame.y + (toPixel(view, view.lon, lat)[1] / view.height) * frame.height;
    pen.moveTo(frame.x, y);
    pen.lineTo(frame.x + frame.width, y);
    write(pen, degreesText(lat), frame.x - 1.4, y, 2.6, { align: 'center', isUpright: true });
    write(pen, degreesText(lat), frame.x + frame.width + 3.6, y, 2.6, { align: 'center', isUpright: true });
  }
  pen.stroke();
}

/** Millimetres of a line of the legend. */
const LINE = 5;

function drawLegend(
  pen: CanvasRenderingContext2D,
  box: Box,
  { legendTitle, legend, more }: SheetContent,
): void {
  write(pen, legendTitle, box.x, box.y + 4, 4, { isBold: true });
  const columnWidth = Math.min(52, box.width);
  const columns = Math.max(1, Math.floor(box.width / columnWidth));
  const perColumn = Math.max(1, Math.floor((box.height - 8) / LINE));
  const room = columns * perColumn;
  const shown = legend.length <= room ? legend : legend.slice(0, room - 1);
  for (const [i, line] of shown.entries()) {
    const x = box.x + Math.floor(i / perColumn) * columnWidth;
    const y = box.y + 8 + (i % perColumn) * LINE;
    if (line.kind === 'heading') {
      write(pen, line.title, x, y + 3.4, 3, { colour: FAINT, most: columnWidth - 2 });
      continue;
    }
    drawSwatch(pen, { x, y: y + 0.6, width: 8, height: 3.4 }, line);
    write(pen, line.title, x + 10, y + 3.4, 3, { most: columnWidth - 12 });
  }
  if (shown.length < legend.length) {
    const last = room - 1;
    const x = box.x + Math.floor(last / perColumn) * columnWidth;
    write(pen, more(legend.length - shown.length), x, box.y + 8 + (last % perColumn) * LINE + 3.4, 3, {
      colour: FAINT,
    });
  }
}

function drawSwatch(pen: CanvasRenderingContext2D, box: Box, { kind, colour, hatching }: LegendLine): void {
  pen.save();
  pen.beginPath();
  pen.rect(box.x, box.y, box.width, box.height);
  if (kind === 'class') {
    pen.fillStyle = colour;
    pen.fill();
    pen.lineWidth = 0.12;
    pen.strokeStyle = 'rgb(0 0 0 / 35%)';
  } else {
    const pattern = hatching && patternOf(pen, hatching, colour);
    if (pattern) {
      pen.fillStyle = pattern;
      pen.fill();
    }
    pen.lineWidth = 0.6;
    pen.strokeStyle = colour;
  }
  pen.stroke();
  pen.restore();
}

function patternOf(pen: CanvasRenderingContext2D, hatching: Hatching, colour: string): CanvasPattern | null {
  const picture = drawHatching(hatchingImage(hatching, colour))!;
  const tile = document.createElement('canvas');
  tile.width = picture.size;
  tile.height = picture.size;
  const data = new ImageData(new Uint8ClampedArray(picture.data), picture.size, picture.size);
  tile.getContext('2d')!.putImageData(data, 0, 0);
  const pattern = pen.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / (picture.pixelRatio * PIXELS_PER_MM)));
  return pattern;
}

/** The bar in the lower left corner of the map, with the ratio at its middle. */
function drawScale(pen: CanvasRenderingContext2D, frame: Box, view: MapView): void {
  const ratio = ratioOf(view.zoom, view.lat);
  const most = (Math.min(60, frame.width / 3) / 1000) * ratio;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((n) => n * power).find((length) => length <= most) ?? power;
  const width = (metres / ratio) * 1000;
  const [x, y] = [frame.x + 6, frame.y + frame.height - 6];
  pen.fillStyle = 'rgb(255 255 255 / 88%)';
  pen.fillRect(x - 3, y - 11.5, width + 18, 15);
  write(pen, `1 : ${Math.round(ratio).toLocaleString('zh-CN')}`, x, y - 7, 3.2, { isBold: true });
  for (const part of [0, 1, 2, 3]) {
    pen.fillStyle = part % 2 === 0 ? INK : '#ffffff';
    pen.fillRect(x + (part * width) / 4, y - 4.8, width / 4, 1.6);
  }
  pen.strokeStyle = INK;
  pen.lineWidth = 0.2;
  pen.strokeRect(x, y - 4.8, width, 1.6);
  const text = (length: number): string => (metres >= 2000 ? String(length / 1000) : String(length));
  write(pen, '0', x, y + 0.6, 2.8, { align: 'center' });
  write(pen, text(metres / 2), x + width / 2, y + 0.6, 2.8, { align: 'center' });
  write(pen, `${text(metres)} ${metres >= 2000 ? 'km' : 'm'}`, x + width, y + 0.6, 2.8, { align: 'center' });
}

function drawNorth(pen: CanvasRenderingContext2D, frame: Box, north: string): void {
  const [x, y] = [frame.x + frame.width - 11, frame.y + 7];
  pen.fillStyle = 'rgb(255 255 255 / 88%)';
  pen.fillRect(x - 6, y - 4, 12, 21);
  write(pen, north, x, y, 4, { align: 'center', isBold: true });
  for (const side of [-1, 1]) {
    pen.beginPath();
    pen.moveTo(x, y + 1.6);
    pen.lineTo(x + side * 4, y + 14.5);
    pen.lineTo(x, y + 11.5);
    pen.closePath();
    pen.fillStyle = side < 0 ? INK : '#ffffff';
    pen.strokeStyle = INK;
    pen.lineWidth = 0.3;
    pen.fill();
    pen.stroke();
  }
}
