import { featureBox, type Polygons } from '@tuheng/geometry';
import {
  isOneLine,
  isOnSegment,
  pointAt,
  rayCrosses,
  type Segment,
  segmentsMeet,
  shareOf,
} from './segment.ts';
import type { Place, Shape } from './shape.ts';

/** Whether a test holds for an edge of a feature; those behind it are not asked. */
function someEdge(
  { xy, ringStart, polygonStart, featureStart }: Polygons,
  f: number,
  test: (edge: Segment) => boolean,
): boolean {
  const end = polygonStart[featureStart[f + 1]!]!;
  for (let r = polygonStart[featureStart[f]!]!; r < end; r++)
    for (let v = ringStart[r]! + 1; v < ringStart[r + 1]!; v++)
      if (test([xy[2 * v - 2]!, xy[2 * v - 1]!, xy[2 * v]!, xy[2 * v + 1]!])) return true;
  return false;
}

/** Where a point lies to a feature (even-odd over all its rings). */
function locateInFeature(polygons: Polygons, f: number, x: number, y: number): Place {
  let isInside = false;
  const isOnBorder = someEdge(polygons, f, (edge) => {
    if (rayCrosses(edge, x, y)) isInside = !isInside;
    return isOnSegment(edge, x, y);
  });
  return isOnBorder ? 'border' : isInside ? 'inside' : 'outside';
}

/** A vertex of a feature that has one. */
function firstVertex({ xy, ringStart, polygonStart, featureStart }: Polygons, f: number): [number, number] {
  const v = ringStart[polygonStart[featureStart[f]!]!]!;
  return [xy[2 * v]!, xy[2 * v + 1]!];
}

/**
 * Whether a feature and a shape share a point, if only one of their borders. Exact for the coordinates as they are. Where no border meets another, one
 * holds the other, or they are apart.
 */
export function featureMeets(shape: Shape, polygons: Polygons, f: number): boolean {
  const box = featureBox(polygons, f);
  if (box[0] > box[2]) return false;
  const near = shape.near(box);
  if (near.length > 0) {
    const bordersMeet = someEdge(polygons, f, (edge) =>
      near.some((segment) => segmentsMeet(edge, segment) !== 'apart'),
    );
    if (bordersMeet) return true;
  }
  if (shape.isArea && shape.locate(...firstVertex(polygons, f)) !== 'outside') return true;
  return near.some(([x, y]) => locateInFeature(polygons, f, x, y) !== 'outside');
}

/** Places on a segment of a hole at which it is looked for inside a feature: two, as one may be a point where the borders touch. */
const PROBES = [0.5, 0.381966];

/**
 * Whether no point of a feature lies outside an area. Its edges must not leave the area, and inside it there must be no border of the area, as that of a
 * hole. Exact but for the rounding of points in the middle of an edge, which are asked where borders touch.
 */
export function featureWithin(shape: Shape, polygons: Polygons, f: number): boolean {
  if (!shape.isArea) return false;
  const box = featureBox(polygons, f);
  if (box[0] > box[2]) return false;
  const near = shape.near(box);
  if (near.length === 0) return shape.locate(...firstVertex(polygons, f)) === 'inside';
  if (someEdge(polygons, f, (edge) => edgeLeaves(shape, near, edge))) return false;
  return !near.some((segment) => {
    if (locateInFeature(polygons, f, segment[0], segment[1]) === 'inside') return true;
    if (someEdge(polygons, f, (edge) => runsAlong(edge, segment))) return false;
    return PROBES.some((share) => locateInFeature(polygons, f, ...pointAt(segment, share)) === 'inside');
  });
}

function runsAlong(p: Segment, q: Segment): boolean {
  return segmentsMeet(p, q) === 'touching' && isOneLine(p, q);
}

/** Whether a part of an edge lies outside the area: its parts between points where it touches the border lie wholly on one side. */
function edgeLeaves(shape: Shape, near: readonly Segment[], edge: Segment): boolean {
  const touches = [0, 1];
  const alongBorder: (readonly [from: number, to: number])[] = [];
  for (const segment of near) {
    const meeting = segmentsMeet(edge, segment);
    if (meeting === 'crossing') return true;
    if (meeting === 'apart') continue;
    const [cx, cy, dx, dy] = segment;
    if (isOneLine(edge, segment)) {
      const [c, d] = [shareOf(edge, cx, cy), shareOf(edge, dx, dy)];
      alongBorder.push([Math.min(c, d), Math.max(c, d)]);
    }
    if (isOnSegment(edge, cx, cy)) touches.push(shareOf(edge, cx, cy));
    if (isOnSegment(edge, dx, dy)) touches.push(shareOf(edge, dx, dy));
  }
  touches.sort((a, b) => a - b);
  for (let i = 1; i < touches.length; i++) {
    const [from, to] = [touches[i - 1]!, touches[i]!];
    const middle = (from + to) / 2;
    const isOnBorder = alongBorder.some(([start, end]) => middle >= start && middle <= end);
    if (to > from && !isOnBorder && shape.locate(...pointAt(edge, middle)) === 'outside') return true;
  }
  return false;
}
