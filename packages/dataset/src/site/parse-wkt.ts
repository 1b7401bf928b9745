import { type Crs, crsOf, type Note } from '@tuheng/standard';
import { DatasetError } from '../errors.ts';
import { noParcel, type RawParcel, type RawRing, type RawSite } from './raw-site.ts';

const TOKEN = /\s*(?:([A-Za-z]+)|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|([(),;=]))/y;

/**
 * Polygons of a WKT text: POLYGON and MULTIPOLYGON, one or several, each a parcel, with `SRID=4526;` in front where the CRS is to be told
 * (the extended form of PostGIS). Heights are left out.
 *
 * @throws DatasetError site-syntax, site-no-area, wrong-crs
 */
export function parseWkt(text: string, where: string): RawSite {
  return new WktReader(text.replace(/^\ufeff/, ''), where).read();
}

class WktReader {
  readonly #text: string;
  readonly #where: string;
  readonly #offsets: number[] = [];
  #at = 0;
  #token = '';
  #kind: 'word' | 'number' | 'mark' | 'end' = 'end';
  #start = 0;
  #heights = 0;

  constructor(text: string, where: string) {
    this.#text = text;
    this.#where = where;
    this.#next();
  }

  read(): RawSite {
    const parcels: RawParcel[] = [];
    let crs: Crs | undefined;
    while (this.#kind !== 'end') {
      const declared = this.#srid();
      if (declared && crs && declared.epsg !== crs.epsg) throw this.#fault('几个图形的 SRID 不同');
      crs = declared ?? crs;
      parcels.push({ parcel: noParcel, polygons: this.#geometry(), nested: true });
      if (this.#token === ';') this.#next();
    }
    const notes: Note[] =
      this.#heights === 0
        ? []
        : [{ code: 'dataset.zm-dropped', count: this.#heights, message: '去掉了图形的 Z、M 值' }];
    return {
      parcels,
      ...(crs ? { crs } : {}),
      eastingFirst: true,
      notes,
      place: (point) => this.#placeAt(this.#offsets[point]!),
    };
  }

  #srid(): Crs | undefined {
    if (this.#token.toUpperCase() !== 'SRID') return undefined;
    this.#next();
    this.#expect('=');
    const epsg = Number(this.#token);
    const crs = crsOf(epsg);
    if (!crs)
      throw new DatasetError('dataset.wrong-crs', this.#where, {
        detail: `SRID=${this.#token.slice(0, 20)}`,
      });
    this.#next();
    this.#expect(';');
    return crs;
  }

  #geometry(): RawRing[][] {
    const type = this.#token.toUpperCase();
    if (this.#kind !== 'word') throw this.#fault('应为 POLYGON 或 MULTIPOLYGON');
    const plain = type.replace(/(Z|M|ZM)$/, '');
    if (plain !== 'POLYGON' && plain !== 'MULTIPOLYGON') {
      throw new DatasetError('dataset.site-no-area', this.#where, {
        detail: `${this.#placeAt(this.#start)}是 ${type.slice(0, 40)}`,
      });
    }
    this.#next();
    if (/^(Z|M|ZM)$/i.test(this.#token)) this.#next();
    if (/^EMPTY$/i.test(this.#token)) {
      throw new DatasetError('dataset.site-no-area', this.#where, {
        detail: `${this.#placeAt(this.#start)}为空`,
      });
    }
    return plain === 'POLYGON' ? [this.#polygon()] : this.#between(() => this.#polygon());
  }

  #polygon(): RawRing[] {
    return this.#between(() => this.#between(() => this.#point()).flat());
  }

  #point(): number[] {
    this.#offsets.push(this.#start);
    const numbers: number[] = [];
    while (this.#kind === 'number') {
      numbers.push(Number(this.#token));
      this.#next();
    }
    if (numbers.length < 2 || numbers.length > 4) throw this.#fault('应为一对坐标');
    if (numbers.length > 2) this.#heights++;
    if (!numbers.every(Number.isFinite)) {
      throw new DatasetError('dataset.not-finite', this.#where, { detail: this.#placeAt(this.#start) });
    }
    return numbers.slice(0, 2);
  }

  /** A list in parentheses. */
  #between<T>(item: () => T): T[] {
    this.#expect('(');
    const items = [item()];
    while (this.#token === ',') {
      this.#next();
      items.push(item());
    }
    this.#expect(')');
    return items;
  }

  #expect(mark: string): void {
    if (this.#token !== mark) throw this.#fault(`应为 ${mark}`);
    this.#next();
  }

  #next(): void {
    TOKEN.lastIndex = this.#at;
    const found = TOKEN.exec(this.#text);
    if (!found) {
      this.#start = this.#at + (/\S/.exec(this.#text.slice(this.#at))?.index ?? 0);
      this.#token = this.#text.charAt(this.#start).trim();
      this.#kind = this.#token === '' ? 'end' : 'mark';
      if (this.#kind === 'mark') throw this.#fault('有不认识的字符');
      return;
    }
    this.#at = TOKEN.lastIndex;
    this.#token = found[1] ?? found[2] ?? found[3]!;
    this.#kind = found[1] ? 'word' : found[2] ? 'number' : 'mark';
    this.#start = this.#at - this.#token.length;
  }

  #fault(expected: string): DatasetError {
    const read = this.#kind === 'end' ? '文本已结束' : `读到“${this.#token.slice(0, 20)}”`;
    const detail = `${this.#placeAt(this.#start)}${expected}，${read}`;
    return new DatasetError('dataset.site-syntax', this.#where, { detail });
  }

  #placeAt(offset: number): string {
    const before = this.#text.slice(0, offset).split('\n');
    return `第 ${before.length} 行第 ${before.at(-1)!.length + 1} 个字符处`;
  }
}
