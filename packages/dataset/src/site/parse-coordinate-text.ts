import type { Note, SiteParcel } from '@tuheng/standard';
import { DatasetError } from '../errors.ts';
import { readHeader } from './coordinate-header.ts';
import { noParcel, type RawParcel, type RawSite } from './raw-site.ts';

const SEPARATOR = /[,，;；\t]/;
const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/;
const SEXAGESIMAL = /^(\d{1,3})[°度](\d{1,2})['′分](\d{1,2}(?:\.\d*)?)["″秒]?$/;

/** A parcel while its lines are read. */
interface OpenParcel {
  readonly parcel: SiteParcel;
  /** Number of points its line states, and the line. */
  readonly stated: number | undefined;
  readonly line: number;
  readonly rings: number[][];
  /** Ring number of the last point; undefined where a new ring begins. */
  ring: string | undefined;
  points: number;
}

/**
 * The coordinate text of the bureaus (勘测定界, 报备坐标): sections [属性描述] and [地块坐标], in the second for each parcel a line
 * `点数,面积(公顷),编号,名称,面,图幅号,用途,地类编码,@` and one `点号,圈号,X,Y` a point, rings numbered through the parcel, closed or not.
 * Also without sections: lines of `x,y`, `点号,x,y` or `点号,圈号,x,y`, parcels separated by an empty line. Which number is the easting the
 * numbers tell themselves (`placeCoordinates`). Rings are not told apart into outer and inner: their place does.
 *
 * The format is that of texts and converters seen in public (docs/sources.md §2.7); no standard of it was found (未核实).
 *
 * @throws DatasetError site-syntax, site-no-area, wrong-crs, not-finite, all with the line
 */
export function parseCoordinateText(text: string, where: string): RawSite {
  const reader = new CoordinateTextReader(where);
  for (const [i, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries())
    reader.line(line.trim(), i + 1);
  return reader.end();
}

class CoordinateTextReader {
  readonly #where: string;
  readonly #header = new Map<string, { value: string; line: number }>();
  readonly #parcels: OpenParcel[] = [];
  readonly #lines: number[] = [];
  readonly #notes: Note[] = [];
  #section: 'none' | 'header' | 'coordinates' | 'other' = 'none';
  #open: OpenParcel | undefined;

  constructor(where: string) {
    this.#where = where;
  }

  line(line: string, number: number): void {
    const section = /^[[【]\s*(.*?)\s*[\]】]$/.exec(line)?.[1];
    if (section !== undefined) {
      this.#section = section === '属性描述' ? 'header' : section === '地块坐标' ? 'coordinates' : 'other';
      this.#open = undefined;
    } else if (this.#section === 'header') this.#attribute(line, number);
    else if (this.#section === 'other') return;
    else if (line === '') {
      // In a text with parcel lines an empty line means nothing.
      if (this.#open?.stated === undefined) this.#open = undefined;
    } else if (/@\s*$/.test(line)) this.#parcelLine(line, number);
    else this.#pointLine(line, number);
  }

  end(): RawSite {
    const header = readHeader(this.#header, this.#where);
    const parcels = this.#parcels.filter(({ points }) => points > 0);
    if (parcels.length === 0) {
      throw new DatasetError('dataset.site-no-area', this.#where, { detail: '没有界址点' });
    }
    return {
      parcels: parcels.map((open) => this.#close(open)),
      ...(header.zone === undefined ? {} : { zone: header.zone }),
      eastingFirst: false,
      notes: [...(this.#section === 'none' ? [] : header.notes), ...this.#notes],
      place: (point) => `第 ${this.#lines[point]} 行`,
    };
  }

  #attribute(line: string, number: number): void {
    const split = /^([^=＝:：]+)[=＝:：](.*)$/.exec(line);
    if (split) this.#header.set(split[1]!.trim(), { value: split[2]!.trim(), line: number });
  }

  #parcelLine(line: string, number: number): void {
    const [points, area, id, name, kind, , use] = line.split(SEPARATOR).map((field) => field.trim());
    if (kind !== undefined && /[点线]/.test(kind)) {
      throw new DatasetError('dataset.site-no-area', this.#where, {
        detail: `第 ${number} 行的地块是${kind}`,
      });
    }
    const stated = NUMBER.test(points ?? '') ? Number(points) : undefined;
    if (stated === undefined) throw this.#syntax(number, `界址点数“${(points ?? '').slice(0, 20)}”不是数字`);
    const hectares = /^([\d.]+)\s*(公顷)?$/.exec(area ?? '')?.[1];
    this.#begin(number, stated, {
      number: id || null,
      name: name || null,
      use: use?.replace('@', '') || null,
      statedHectares: hectares !== undefined && Number(hectares) > 0 ? Number(hectares) : null,
    });
  }

  #begin(line: number, stated: number | undefined, parcel: SiteParcel): OpenParcel {
    const open: OpenParcel = { parcel, stated, line, rings: [], ring: undefined, points: 0 };
    this.#parcels.push(open);
    this.#open = open;
    return open;
  }

  #pointLine(line: string, number: number): void {
    const fields = (SEPARATOR.test(line) ? line.split(SEPARATOR) : line.split(/\s+/)).map((field) =>
      field.trim(),
    );
    while (fields.length > 2 && fields.at(-1) === '') fields.pop();
    if (fields.length < 2 || fields.length > 4) {
      throw this.#syntax(number, `应为“点号,圈号,X,Y”或“X,Y”，有 ${fields.length} 项`);
    }
    if (this.#section === 'coordinates' && this.#open === undefined) {
      throw this.#syntax(number, '界址点之前没有以 @ 结尾的地块行');
    }
    const [x, y] = fields.slice(-2).map((field) => this.#number(field, number));
    this.#add(x!, y!, fields.length === 4 ? fields[1]! : '1', number);
  }

  #number(field: string, line: number): number {
    if (NUMBER.test(field)) {
      const value = Number(field);
      if (Number.isFinite(value)) return value;
      throw new DatasetError('dataset.not-finite', this.#where, { detail: `第 ${line} 行` });
    }
    const [, degrees, minutes, seconds] = SEXAGESIMAL.exec(field) ?? [];
    if (degrees !== undefined && Number(minutes) < 60 && Number(seconds) < 60) {
      return Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
    }
    throw this.#syntax(line, `“${field.slice(0, 20)}”不是坐标`);
  }

  #add(x: number, y: number, ringNumber: string, line: number): void {
    const open = this.#open ?? this.#begin(line, undefined, noParcel);
    if (ringNumber !== open.ring) open.rings.push([]);
    open.ring = ringNumber;
    const ring = open.rings.at(-1)!;
    ring.push(x, y);
    this.#lines.push(line);
    open.points++;
    // The first point again closes a ring; the next begins another, also under the same number.
    if (ring.length > 2 && ring[0] === x && ring[1] === y) open.ring = undefined;
  }

  #close({ parcel, stated, line, rings, points }: OpenParcel): RawParcel {
    // Tools count the closing points or leave them out, so either is right.
    if (stated !== undefined && Math.abs(stated - points) > rings.length) {
      const message = `第 ${line} 行写明界址点 ${stated} 个，实际 ${points} 个，请核对坐标是否完整`;
      this.#notes.push({ code: 'site.point-count', message });
    }
    return { parcel, polygons: [rings], nested: false };
  }

  #syntax(line: number, detail: string): DatasetError {
    return new DatasetError('dataset.site-syntax', this.#where, { detail: `第 ${line} 行：${detail}` });
  }
}
