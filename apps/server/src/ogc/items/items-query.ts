import type { Column } from '@tuheng/standard';
import type { Expression, GeometryLiteral, Scalar } from '../../cql2/expression.ts';
import { boxRing } from '../../cql2/geometry-literal.ts';
import { parseFilter } from '../../cql2/parse-filter.ts';
import { answered } from '../../features/answered.ts';
import { CRS84, type OgcCrs } from '../../place/ogc-crs.ts';
import { invalid } from '../../problems/invalid-value.ts';
import type { Parameters } from '../parameters.ts';
import { type Interval, intervalOf } from './datetime.ts';

export const defaultLimit = 100;
/** Features of a page; of a page to read, fewer. */
export const mostFeatures = { json: 10_000, html: 1000 } as const;

/** Which version is asked for. */
export type Asked = { readonly number: number } | { readonly interval: Interval } | 'head';

/** The parameters `version` and `datetime`. @throws Problem server.invalid-request */
export function askedVersion(parameters: Parameters): Asked {
  const [version, datetime] = [parameters.text('version'), parameters.text('datetime')];
  if (version !== undefined && datetime !== undefined) throw invalid('version', '不能与 datetime 同时给出');
  if (datetime !== undefined) return { interval: intervalOf(datetime) };
  if (version === undefined || version === 'head') return 'head';
  if (!/^[1-9]\d{0,8}$/.test(version)) throw invalid('version', '应为版本号或 head');
  return { number: Number(version) };
}

/** The parameter `crs`. @throws Problem server.invalid-request */
export function askedCrs(
  parameters: Parameters,
  list: readonly OgcCrs[],
  name: 'crs' | 'bbox-crs' | 'filter-crs' = 'crs',
): OgcCrs {
  const text = parameters.text(name);
  if (text === undefined) return CRS84;
  const crs = list.find(({ uri }) => uri === text);
  if (!crs) throw invalid(name, `应为 ${list.map(({ uri }) => uri).join('、')} 之一`);
  return crs;
}

/** A geometry and the system of its coordinates. */
export interface Placed {
  readonly geometry: GeometryLiteral;
  readonly crs: OgcCrs;
}

export interface ItemsQuery {
  readonly limit: number;
  readonly offset: number;
  readonly bbox?: Placed;
  /** All of them are to hold. */
  readonly filters: readonly Expression[];
  readonly filterCrs: OgcCrs;
  /** Attributes that are answered; all where not given. */
  readonly properties?: readonly string[];
  readonly skipGeometry: boolean;
  readonly crs: OgcCrs;
}

/**
 * Reads what is asked of the features of a layer.
 *
 * @throws Problem server.invalid-request, server.invalid-filter
 */
export function readItemsQuery(
  parameters: Parameters,
  kinds: ReadonlyMap<string, Column['kind']>,
  crsList: readonly OgcCrs[],
  most: number,
): ItemsQuery {
  const bbox = readBox(parameters, crsList);
  const properties = parameters.text('properties')?.split(',');
  const unknown = properties?.find((name) => !kinds.has(name));
  if (unknown !== undefined) throw invalid('properties', `没有属性“${unknown}”`);
  const query = {
    limit: parameters.integer('limit', 1, most, defaultLimit),
    offset: parameters.integer('offset', 0, 2 ** 31, 0),
    ...(bbox && { bbox }),
    ...(properties && { properties }),
    skipGeometry: parameters.boolean('skipGeometry'),
    crs: askedCrs(parameters, crsList),
    filterCrs: askedCrs(parameters, crsList, 'filter-crs'),
    filters: readFilters(parameters, kinds),
  };
  parameters.refuseOthers();
  return query;
}

function readBox(parameters: Parameters, crsList: readonly OgcCrs[]): Placed | undefined {
  const crs = askedCrs(parameters, crsList, 'bbox-crs');
  const text = parameters.text('bbox');
  if (text === undefined) return undefined;
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const half = numbers.length / 2;
  if ((half !== 2 && half !== 3) || !numbers.every(Number.isFinite))
    throw invalid('bbox', '应为以逗号分开的 4 个或 6 个数');
  const [a0, b0, a1, b1] = [numbers[0]!, numbers[1]!, numbers[half]!, numbers[half + 1]!];
  const [low, high] = crs.northFirst ? [a0, a1] : [b0, b1];
  const [west, east] = crs.northFirst ? [b0, b1] : [a0, a1];
  if (low > high) throw invalid('bbox', '南北颠倒');
  const box = (w: number, e: number): number[] =>
    crs.northFirst ? boxRing(low, w, high, e) : boxRing(w, low, e, high);
  if (west <= east) return { geometry: { kind: 'area', paths: [box(west, east)] }, crs };
  if (crs.crs.kind !== 'geographic') throw invalid('bbox', '东西颠倒');
  // Across the 180th meridian.
  return { geometry: { kind: 'area', paths: [box(west, 180), box(-180, east)] }, crs };
}

function readFilters(parameters: Parameters, kinds: ReadonlyMap<string, Column['kind']>): Expression[] {
  const language = parameters.text('filter-lang');
  if (language !== undefined && language !== 'cql2-text') throw invalid('filter-lang', '应为 cql2-text');
  const filters: Expression[] = [];
  const text = parameters.text('filter');
  if (text !== undefined) filters.push(answered(() => parseFilter(text)));
  for (const name of parameters.unasked()) {
    const kind = kinds.get(name);
    if (kind !== undefined) filters.push(equals(parameters, name, kind));
  }
  return filters;
}

/** `?DLBM=0101` */
function equals(parameters: Parameters, name: string, kind: Column['kind']): Expression {
  const text = parameters.text(name)!;
  const left: Scalar = { kind: 'property', name, at: 0 };
  if (kind === 'text')
    return { kind: 'compare', left, operator: '=', right: { kind: 'text', value: text, at: 0 }, at: 0 };
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isNaN(value)) throw invalid(name, '应为数');
  return { kind: 'compare', left, operator: '=', right: { kind: 'number', value, at: 0 }, at: 0 };
}
