import { featureBox, interiorPoint, type Polygons } from '@tuheng/geometry';
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

function edgesOf(polygons: Polygons, f: number): Segment[] {
  const edges: Segment[] = [];
  someEdge(polygons, f, (edge) => {
    edges.push(edge);
    return false;
  });
  return edges;
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

/**
 * Whether no point of a feature lies outside an area: none of its edges leaves the area, no border of the area (as that of a hole) runs through its
 * inside, and where all its edges run along the border it lies on the area's side of it. Exact but for the rounding of points in the middle of a piece of
 * an edge, which are asked where borders touch.
 */
export function featureWithin(shape: Shape, polygons: Polygons, f: number): boolean {
  if (!shape.isArea) return false;
  const box = featureBox(polygons, f);
  if (box[0] > box[2]) return false;
  const near = shape.near(box);
  if (near.length === 0) return shape.locate(...firstVertex(polygons, f)) === 'inside';
  const edges = edgesOf(polygons, f);
  if (edges.some((edge) => somePiece(edge, near, (x, y) => shape.locate(x, y) === 'outside'))) return false;
  const isPierced = near.some((segment) =>
    somePiece(segment, edges, (x, y) => locateInFeature(polygons, f, x, y) === 'inside'),
  );
  return !isPierced && !somePolygon(polygons, f, (x, y) => shape.locate(x, y) === 'outside');
}

/** Whether a segment crosses one of others, or a test holds in the middle of one of its pieces between the points where it touches them; pieces that run along one are not asked. */
function somePiece(
  segment: Segment,
  others: readonly Segment[],
  test: (x: number, y: number) => boolean,
): boolean {
  const touches = [0, 1];
  const along: (readonly [from: number, to: number])[] = [];
  for (const other of others) {
    const meeting = segmentsMeet(segment, other);
    if (meeting === 'crossing') return true;
    if (meeting === 'apart') continue;
    const [cx, cy, dx, dy] = other;
    if (isOneLine(segment, other)) {
      const [c, d] = [shareOf(segment, cx, cy), shareOf(segment, dx, dy)];
      along.push([Math.min(c, d), Math.max(c, d)]);
    }
    if (isOnSegment(segment, cx, cy)) touches.push(shareOf(segment, cx, cy));
    if (isOnSegment(segment, dx, dy)) touches.push(shareOf(segment, dx, dy));
  }
  touches.sort((a, b) => a - b);
  for (let i = 1; i < touches.length; i++) {
    const [from, to] = [touches[i - 1]!, touches[i]!];
    const middle = (from + to) / 2;
    const runsAlong = along.some(([start, end]) => middle >= start && middle <= end);
    if (to > from && !runsAlong && test(...pointAt(segment, middle))) return true;
  }
  return false;
}

/** Whether a test holds for a point inside one of the polygons of a feature. */
function somePolygon(polygons: Polygons, f: number, test: (x: number, y: number) => boolean): boolean {
  for (let p = polygons.featureStart[f]!; p < polygons.featureStart[f + 1]!; p++) {
    const point = interiorPoint({ ...polygons, featureStart: Uint32Array.of(p, p + 1) }, 0);
    if (point !== undefined && test(...point)) return true;
  }
  return false;
}
