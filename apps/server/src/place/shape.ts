import type { Box } from '@tuheng/geometry';
import Flatbush from 'flatbush';
import { isOnSegment, rayCrosses, type Segment } from './segment.ts';

export type Place = 'inside' | 'border' | 'outside';

/** A geometry that features are held against: points, lines, or an area by its rings (even-odd). */
export class Shape {
  readonly isArea: boolean;
  readonly box: Box;
  readonly #segments: readonly Segment[];
  readonly #index: Flatbush;

  /** @param paths points, lines or closed rings, `x0, y0, x1, y1 …`; at least one */
  constructor(isArea: boolean, paths: readonly (readonly number[])[]) {
    this.isArea = isArea;
    this.#segments = paths.flatMap(segmentsOf);
    this.#index = new Flatbush(this.#segments.length);
    for (const [ax, ay, bx, by] of this.#segments)
      this.#index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    this.#index.finish();
    const { minX, minY, maxX, maxY } = this.#index;
    this.box = [minX, minY, maxX, maxY];
  }

  /** Segments whose boxes meet a box. */
  near([minX, minY, maxX, maxY]: Box): Segment[] {
    return this.#index.search(minX, minY, maxX, maxY).map((s) => this.#segments[s]!);
  }

  /** Where a point lies to the area. */
  locate(x: number, y: number): Place {
    let isInside = false;
    for (const segment of this.near([x, y, Infinity, y])) {
      if (isOnSegment(segment, x, y)) return 'border';
      if (rayCrosses(segment, x, y)) isInside = !isInside;
    }
    return isInside ? 'inside' : 'outside';
  }
}

function segmentsOf(path: readonly number[]): Segment[] {
  if (path.length === 2) return [[path[0]!, path[1]!, path[0]!, path[1]!]];
  const segments: Segment[] = [];
  for (let i = 2; i < path.length; i += 2)
    segments.push([path[i - 2]!, path[i - 1]!, path[i]!, path[i + 1]!]);
  return segments;
}
