import { type Box, type Transform, transformBetween, transformedBox } from '@tuheng/geometry';
import type { Crs } from '@tuheng/standard';
import type { GeometryLiteral } from '../cql2/expression.ts';
import { FilterError } from '../cql2/filter-error.ts';
import { bentPath } from './bend.ts';
import { clipLine, clipRing, isInBox } from './clip.ts';
import type { OgcCrs } from './ogc-crs.ts';
import { Shape } from './shape.ts';

/** What a straight line may be off after it was bent: a millimetre, or as much in degrees. */
const BEND = { 'gauss-kruger': 1e-3, geographic: 1e-8 } as const;
/** Around the layer: what lies further away cannot matter, and a projection may not know it. */
const MARGIN = { 'gauss-kruger': 100_000, geographic: 1 } as const;

/** The layer that shapes are held against. */
export interface Ground {
  readonly crs: Crs;
  /** Of all its features. */
  readonly box: Box;
}

/**
 * A geometry in the coordinates of a layer, as far as it may matter there; undefined where it lies far from it.
 *
 * @throws FilterError where a ring is not closed
 */
export function shapeOf(
  { kind, paths }: GeometryLiteral,
  { crs, northFirst }: OgcCrs,
  ground: Ground,
): Shape | undefined {
  const isArea = kind === 'area';
  let own = paths.map((path) => (northFirst ? swapped(path) : path));
  for (const path of own) if (isArea && !isClosed(path)) throw new FilterError('面的环首尾应为同一点');
  if (crs.epsg !== ground.crs.epsg) {
    const back = transformBetween(ground.crs, crs);
    const margin = MARGIN[crs.kind];
    const [minX, minY, maxX, maxY] = transformedBox(ground.box, back);
    const reach: Box = [minX - margin, minY - margin, maxX + margin, maxY + margin];
    own = own.flatMap((path) => clipped(kind, path, reach));
    const transform: Transform = transformBetween(crs, ground.crs);
    own = own.map((path) => bentPath(path, transform, BEND[ground.crs.kind]));
  }
  return own.length === 0 ? undefined : new Shape(isArea, own);
}

function clipped(kind: GeometryLiteral['kind'], path: readonly number[], box: Box): number[][] {
  if (isInBox(path, box)) return [[...path]];
  if (kind === 'lines') return clipLine(path, box);
  const ring = kind === 'area' ? clipRing(path, box) : [];
  return ring.length > 0 ? [ring] : [];
}

function isClosed(path: readonly number[]): boolean {
  return path[0] === path.at(-2) && path[1] === path.at(-1);
}

function swapped(path: readonly number[]): number[] {
  const out: number[] = [];
  for (let i = 0; i < path.length; i += 2) out.push(path[i + 1]!, path[i]!);
  return out;
}
