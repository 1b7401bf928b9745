import { featureCount, type Polygons, PolygonsBuilder } from '../polygons.ts';
import { side } from './side.ts';

/** Whether b is the tip of a spike: the ring comes from a and goes back to c along the same line. */
function isSpike(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): boolean {
  return (ax - bx) * (cx - bx) + (ay - by) * (cy - by) > 0 && side(ax, ay, bx, by, cx, cy) === 0;
}

/**
 * The ring without repeated points and without spikes of no width, unclosed, in `out`; the number of vertices. A ring that
 * encloses nothing may end with fewer than three.
 */
function cleanRing(xy: Float64Array, from: number, to: number, out: number[]): number {
  let n = 0;
  const shrink = (x: number, y: number): void => {
    while (n > 0) {
      if (out[2 * n - 2] === x && out[2 * n - 1] === y) n--;
      else if (n > 1 && isSpike(out[2 * n - 4]!, out[2 * n - 3]!, out[2 * n - 2]!, out[2 * n - 1]!, x, y)) {
        n--;
      } else break;
    }
  };
  for (let v = from; v < to - 1; v++) {
    const x = xy[2 * v]!;
    const y = xy[2 * v + 1]!;
    shrink(x, y);
    out[2 * n] = x;
    out[2 * n + 1] = y;
    n++;
  }
  // The seam: the first vertices follow the last ones.
  let first = 0;
  while (n - first > 2) {
    const [ax, ay, bx, by] = out.slice(2 * n - 4, 2 * n) as [number, number, number, number];
    const [cx, cy, dx, dy] = out.slice(2 * first, 2 * first + 4) as [number, number, number, number];
    if ((bx === cx && by === cy) || isSpike(ax, ay, bx, by, cx, cy)) n--;
    else if (isSpike(bx, by, cx, cy, dx, dy)) first++;
    else break;
  }
  if (first > 0) out.copyWithin(0, 2 * first, 2 * n);
  return n - first;
}

function needsCleaning(xy: Float64Array, from: number, to: number): boolean {
  let ax = xy[2 * (to - 2)]!;
  let ay = xy[2 * (to - 2) + 1]!;
  for (let v = from; v < to - 1; v++) {
    const bx = xy[2 * v]!;
    const by = xy[2 * v + 1]!;
    if (ax === bx && ay === by) return true;
    if (isSpike(ax, ay, bx, by, xy[2 * v + 2]!, xy[2 * v + 3]!)) return true;
    ax = bx;
    ay = by;
  }
  return false;
}

export interface CleanRings {
  /** The input itself where nothing was left out, which is nearly always. */
  readonly polygons: Polygons;
  /** Features that lost a spike or a ring that encloses nothing, ascending; repeated points do not count. */
  readonly spiked: readonly number[];
}

/** The same polygons without repeated points, spikes of no width, and rings that enclose nothing: none of them adds area. */
export function cleanRings(p: Polygons): CleanRings {
  const rings = p.ringStart.length - 1;
  let dirty = false;
  for (let r = 0; r < rings && !dirty; r++) {
    const from = p.ringStart[r]!;
    const to = p.ringStart[r + 1]!;
    dirty = to - from < 4 || needsCleaning(p.xy, from, to);
  }
  if (!dirty) return { polygons: p, spiked: [] };
  const builder = new PolygonsBuilder();
  const spiked: number[] = [];
  const out: number[] = [];
  for (let f = 0; f < featureCount(p); f++) {
    let lost = false;
    for (let g = p.featureStart[f]!; g < p.featureStart[f + 1]!; g++) {
      for (let r = p.polygonStart[g]!; r < p.polygonStart[g + 1]!; r++) {
        const n = cleanRing(p.xy, p.ringStart[r]!, p.ringStart[r + 1]!, out);
        lost ||= n < 3 || n < distinctPoints(p.xy, p.ringStart[r]!, p.ringStart[r + 1]!);
        if (n > 2) builder.addRing(out, 0, n);
        else if (r === p.polygonStart[g]) break; // no shell: nothing for its holes to be cut from
      }
      builder.endPolygon();
    }
    builder.endFeature();
    if (lost) spiked.push(f);
  }
  return { polygons: builder.build(), spiked };
}

/** Vertices of a closed ring that differ from the one before. */
function distinctPoints(xy: Float64Array, from: number, to: number): number {
  let n = 0;
  for (let v = from + 1; v < to; v++) {
    if (xy[2 * v] !== xy[2 * v - 2] || xy[2 * v + 1] !== xy[2 * v - 1]) n++;
  }
  return n;
}
