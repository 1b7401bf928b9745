import { type Projection, transformBetween } from '@tuheng/geometry';
import {
  CGCS2000,
  type Crs,
  chinaLatitudes,
  chinaLongitudes,
  chinaNorthings,
  crsOf,
  plainEastings,
  prefixedEastings,
} from '@tuheng/standard';
import type { DrawnPlace } from './query-spec.ts';

/** A text that is no polygon, or none whose place can be told. */
export class PlaceError extends Error {
  readonly code: 'syntax' | 'no-area' | 'out-of-range' | 'too-many';
  constructor(code: PlaceError['code'], message: string) {
    super(message);
    this.name = 'PlaceError';
    this.code = code;
  }
}

/** A place travels in the address, so that a link opens the same question; servers cut addresses of 16 KB. */
const MOST_POINTS = 800;

type Ring = readonly (readonly [number, number])[];

const within = (value: number, [least, most]: readonly [number, number]): boolean =>
  value >= least && value <= most;

/**
 * Polygons of a text, in degrees: GeoJSON, or coordinates as the bureaus write them (`点号,圈号,X,Y`, with or without sections, parcels by lines that
 * end in @ or by empty lines; or plain `x,y` lines). Degrees, eastings with the zone number and eastings without tell themselves by their magnitude, and
 * so does their order; those without a zone number are in the plan's zone. A query only has to find what lies there: the server's compliance check reads
 * the same formats with all their traps.
 *
 * @throws PlaceError with the line
 */
export function readPlace(text: string, plan: Crs): DrawnPlace {
  const bare = text.replace(/^\ufeff/, '').trim();
  const polygons = bare.startsWith('{') ? fromGeoJson(bare) : fromCoordinates(bare);
  const placed = polygons.map((rings) =>
    rings.map((ring) => closed(ring.map((point) => inDegrees(point, plan)))),
  );
  if (placed.length === 0) throw new PlaceError('no-area', '没有读到面。请给出至少三个点。');
  const points = placed.flat(1).reduce((sum, ring) => sum + ring.length, 0);
  if (points > MOST_POINTS)
    throw new PlaceError('too-many', `有 ${points} 个点，最多 ${MOST_POINTS} 个。请简化边界，或分几次查询。`);
  for (const [outer] of placed)
    if (!outer || outer.length < 4) throw new PlaceError('no-area', '一个面至少要三个不同的点。');
  return { type: 'MultiPolygon', coordinates: placed };
}

interface Json {
  readonly type?: unknown;
  readonly coordinates?: unknown;
  readonly geometry?: unknown;
  readonly features?: unknown;
}

function fromGeoJson(text: string): Ring[][] {
  let root: Json;
  try {
    root = JSON.parse(text) as Json;
  } catch (cause) {
    throw new PlaceError('syntax', `不是有效的 GeoJSON：${(cause as Error).message}`);
  }
  return polygonsIn(root);
}

function polygonsIn(value: unknown): Ring[][] {
  const { type, coordinates, geometry, features } = (value ?? {}) as Json;
  if (type === 'FeatureCollection' && Array.isArray(features)) return features.flatMap(polygonsIn);
  if (type === 'Feature') return polygonsIn(geometry);
  if (type === 'Polygon') return [ringsOf(coordinates)];
  if (type === 'MultiPolygon' && Array.isArray(coordinates)) return coordinates.map(ringsOf);
  throw new PlaceError('no-area', 'GeoJSON 中只能有面（Polygon、MultiPolygon）。');
}

function ringsOf(value: unknown): Ring[] {
  const isPoint = (point: unknown): point is number[] =>
    Array.isArray(point) &&
    point.length >= 2 &&
    point.every((one) => typeof one === 'number' && Number.isFinite(one));
  if (!Array.isArray(value) || !value.every((ring) => Array.isArray(ring) && ring.every(isPoint)))
    throw new PlaceError('syntax', 'GeoJSON 的坐标写得不对。');
  return (value as number[][][]).map((ring) => ring.map(([x, y]) => [x!, y!] as const));
}

function fromCoordinates(text: string): Ring[][] {
  const parcels: [number, number][][][] = [];
  let ringNumber: string | undefined;
  let isOpen = false;
  const begin = (): void => {
    parcels.push([]);
    ringNumber = undefined;
    isOpen = true;
  };
  let isHeader = false;
  for (const [i, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = raw.trim();
    if (/^[[【]/.test(line)) {
      isHeader = line.includes('属性描述');
      continue;
    }
    if (isHeader) continue;
    if (line === '') isOpen = false;
    else if (line.endsWith('@')) begin();
    else {
      const fields = line.split(/[,，;；\t\s]+/).filter((field) => field !== '');
      const [x, y] = fields.slice(-2).map(Number);
      if (fields.length < 2 || fields.length > 4 || !Number.isFinite(x) || !Number.isFinite(y))
        throw new PlaceError('syntax', `第 ${i + 1} 行应为“X,Y”或“点号,圈号,X,Y”：${line.slice(0, 40)}`);
      if (!isOpen) begin();
      const number = fields.length === 4 ? fields[1] : '1';
      const rings = parcels.at(-1)!;
      if (number !== ringNumber) rings.push([]);
      ringNumber = number;
      rings.at(-1)!.push([x!, y!]);
    }
  }
  return parcels.filter((rings) => rings.length > 0);
}

/** A point as longitude and latitude, whichever of the two numbers comes first. */
function inDegrees([a, b]: readonly [number, number], plan: Crs): readonly [number, number] {
  const crs = readingOf(a, b, plan);
  const swapped = crs ? undefined : readingOf(b, a, plan);
  const [x, y] = crs ? [a, b] : [b, a];
  const read = crs ?? swapped;
  if (!read) throw new PlaceError('out-of-range', `（${a}，${b}）不是中国范围内的经纬度或 3° 带平面坐标。`);
  if (read.kind === 'geographic') return [x, y];
  const out: [number, number] = [0, 0];
  toDegrees(read)(x, y, out);
  return out;
}

const transforms = new Map<Projection, ReturnType<typeof transformBetween>>();

function toDegrees(crs: Crs): ReturnType<typeof transformBetween> {
  const known = transforms.get(crs) ?? transformBetween(crs, CGCS2000);
  transforms.set(crs, known);
  return known;
}

function readingOf(east: number, north: number, plan: Crs): Crs | undefined {
  if (within(east, chinaLongitudes) && within(north, chinaLatitudes)) return CGCS2000;
  if (!within(north, chinaNorthings)) return undefined;
  if (within(east, prefixedEastings)) return crsOf(4488 + Math.floor(east / 1e6));
  if (!within(east, plainEastings) || north <= plainEastings[1]) return undefined;
  return plan.kind === 'gauss-kruger' ? crsOf(4509 + plan.zone) : undefined;
}

function closed(ring: Ring): Ring {
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return ring;
  return [...ring, first];
}
