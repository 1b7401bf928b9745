import { CGCS2000, type Crs, crsOf, type Note } from '@tuheng/standard';
import { DatasetError } from '../errors.ts';
import { noParcel, type RawParcel, type RawRing, type RawSite } from './raw-site.ts';

/** The standard lets collections hold collections without end. */
const DEEPEST = 4;

const wgs84Note: Note = {
  code: 'dataset.crs-wgs84',
  message:
    'GeoJSON 按规范是 WGS 84 经纬度，按 CGCS2000 使用；两者相差在分米以内，测量级精度的结论须以 CGCS2000 数据为准',
};

type Json = Readonly<Record<string, unknown>>;

/**
 * Polygons of a GeoJSON text (RFC 7946): Polygon, MultiPolygon, Feature and FeatureCollection, a parcel each polygon or multipolygon.
 * A `crs` member of the 2008 edition counts. Heights are left out.
 *
 * @param given the coordinate system where the text declares none and its numbers are no degrees, as the RFC has them
 * @throws DatasetError site-syntax, site-no-area, wrong-crs
 */
export function parseGeoJson(text: string, where: string, given: Crs | undefined): RawSite {
  const root = parse(text, where);
  const reader = new GeoJsonReader(where);
  reader.read(root, '根对象', 0);
  const declared = declaredCrs(root, where);
  const told = declared ?? (inDegrees(reader.parcels) ? undefined : given);
  return {
    parcels: reader.parcels,
    crs: told ?? CGCS2000,
    eastingFirst: true,
    notes: [...(told ? [] : [wgs84Note]), ...reader.notes()],
    place: (point) => reader.placeOf(point),
  };
}

/** Whether the first point can be a longitude and a latitude; an easting is larger by far. */
function inDegrees(parcels: readonly RawParcel[]): boolean {
  const ring = parcels[0]?.polygons[0]?.[0];
  return ring !== undefined && Math.abs(ring[0]!) <= 180 && Math.abs(ring[1]!) <= 90;
}

function parse(text: string, where: string): Json {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    if (isObject(value)) return value;
    throw new SyntaxError('not an object');
  } catch (cause) {
    const detail = `不是有效的 JSON：${(cause as Error).message.slice(0, 120)}`;
    throw new DatasetError('dataset.site-syntax', where, { detail, cause });
  }
}

class GeoJsonReader {
  readonly parcels: RawParcel[] = [];
  readonly #where: string;
  /** First point of each parcel, through all. */
  readonly #starts: number[] = [];
  #points = 0;
  #heights = 0;

  constructor(where: string) {
    this.#where = where;
  }

  read(value: unknown, place: string, depth: number): void {
    if (!isObject(value)) throw this.#syntax(`${place}不是对象`);
    if (depth > DEEPEST) throw this.#syntax(`${place}嵌套过深`);
    switch (value.type) {
      case 'FeatureCollection':
        this.#list(value.features, `${place}的 features`).forEach((feature, i) => {
          this.read(feature, `第 ${i + 1} 个要素`, depth + 1);
        });
        return;
      case 'Feature':
        if (value.geometry === null || value.geometry === undefined) throw this.#noArea(`${place}没有图形`);
        this.#feature(value.geometry, place, isObject(value.properties) ? value.properties : {});
        return;
      default:
        this.#feature(value, place, {});
    }
  }

  notes(): Note[] {
    return this.#heights === 0
      ? []
      : [{ code: 'dataset.zm-dropped', count: this.#heights, message: '去掉了图形的 Z、M 值' }];
  }

  placeOf(point: number): string {
    const parcel = this.#starts.findLastIndex((start) => start <= point);
    return `第 ${parcel + 1} 个图形第 ${point - this.#starts[parcel]! + 1} 个顶点`;
  }

  #feature(geometry: unknown, place: string, properties: Json): void {
    if (!isObject(geometry)) throw this.#syntax(`${place}的 geometry 不是对象`);
    const { type, coordinates } = geometry;
    if (type !== 'Polygon' && type !== 'MultiPolygon') {
      throw typeof type === 'string'
        ? this.#noArea(`${place}是 ${type.slice(0, 40)}`)
        : this.#syntax(`${place}没有 type`);
    }
    this.#starts.push(this.#points);
    const polygons = type === 'Polygon' ? [coordinates] : this.#list(coordinates, `${place}的 coordinates`);
    const text = (name: string) =>
      typeof properties[name] === 'string' ? (properties[name] as string) : null;
    this.parcels.push({
      parcel: { ...noParcel, number: text('DKBH'), name: text('DKMC') ?? text('name'), use: text('DKYT') },
      polygons: polygons.map((polygon) =>
        this.#list(polygon, `${place}的 coordinates`).map((ring, r) =>
          this.#ring(ring, `${place}第 ${r + 1} 个环`),
        ),
      ),
      nested: true,
    });
  }

  #ring(value: unknown, place: string): RawRing {
    const xy: number[] = [];
    for (const [i, position] of this.#list(value, place).entries()) {
      if (!Array.isArray(position) || position.length < 2 || position.length > 4) {
        throw this.#syntax(`${place}第 ${i + 1} 个顶点不是坐标对`);
      }
      if (position.length > 2) this.#heights++;
      for (const number of position.slice(0, 2)) {
        if (typeof number !== 'number') throw this.#syntax(`${place}第 ${i + 1} 个顶点的坐标不是数字`);
        if (!Number.isFinite(number)) {
          throw new DatasetError('dataset.not-finite', this.#where, { detail: `${place}第 ${i + 1} 个顶点` });
        }
        xy.push(number);
      }
      this.#points++;
    }
    return xy;
  }

  #list(value: unknown, place: string): readonly unknown[] {
    if (!Array.isArray(value)) throw this.#syntax(`${place}不是数组`);
    return value;
  }

  #syntax(detail: string): DatasetError {
    return new DatasetError('dataset.site-syntax', this.#where, { detail });
  }

  #noArea(detail: string): DatasetError {
    return new DatasetError('dataset.site-no-area', this.#where, { detail });
  }
}

/** The CRS of a `crs` member; undefined where there is none, or it says CRS84. */
function declaredCrs(root: Json, where: string): Crs | undefined {
  if (!isObject(root.crs)) return undefined;
  const name = isObject(root.crs.properties) ? String(root.crs.properties.name ?? '') : '';
  if (/CRS:?84$|EPSG:{1,2}4326$/i.test(name)) return undefined;
  const epsg = Number(/EPSG:(?:[\d.]*:)?(\d+)$/i.exec(name)?.[1]);
  const crs = crsOf(epsg);
  if (!crs) throw new DatasetError('dataset.wrong-crs', where, { detail: name.slice(0, 80) || '未写明' });
  return crs;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
