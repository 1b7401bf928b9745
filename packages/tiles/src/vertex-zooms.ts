import { numberPoints, type Polygons } from '@tuheng/geometry';
import { ChainSimplifier } from './chain-simplifier.ts';
import { RingPoints } from './ring-points.ts';

const UNKNOWN = 255;

/**
 * The smallest zoom at which each vertex is needed for the borders to stay within `TOLERANCE`.
 *
 * Borders are taken apart where three or more lines meet: at the points that have more than two different neighbours, counting all rings of
 * the layer. Those stay at every zoom. The chain between two of them is simplified once, whichever rings run along it, and what is found is
 * kept by point: so both sides of a common border leave out the same vertices, and no gap opens between neighbours. A closed line
 * that meets no other is held by its first point from the west and the one farthest from it.
 *
 * Points are the same where they are to the bit. A vertex that a neighbour does not have may leave a gap as wide as the tolerance.
 */
export function vertexZooms(p: Polygons): Uint8Array {
  const { id, count } = numberPoints(p.xy);
  const fixed = meetingPoints(p, id, count);
  const zoom = new Uint8Array(count).fill(UNKNOWN);
  const simplifier = new ChainSimplifier(zoom);
  const ring = new RingPoints(p, id);
  for (let r = 0; r < p.ringStart.length - 1; r++) {
    ring.read(r);
    const first = firstFixed(ring, fixed);
    if (first < 0) {
      if (ring.length > 0 && zoom[ring.id[0]!] === UNKNOWN) simplifier.closed(ring);
      continue;
    }
    for (let from = first, k = 1; k <= ring.length; k++) {
      const to = first + k;
      const point = ring.id[to % ring.length]!;
      if (!fixed[point]) continue;
      zoom[point] = 0;
      if (to > from + 1 && zoom[ring.id[(from + 1) % ring.length]!] === UNKNOWN) {
        simplifier.open(ring, from, to);
      }
      from = to;
    }
  }
  return Uint8Array.from(id, (point) => zoom[point]!);
}

function firstFixed(ring: RingPoints, fixed: Uint8Array): number {
  for (let i = 0; i < ring.length; i++) if (fixed[ring.id[i]!]) return i;
  return -1;
}

/** Marks the points with more than two different neighbours, and those of rings that enclose nothing. */
function meetingPoints(p: Polygons, id: Uint32Array, count: number): Uint8Array {
  const marked = new Uint8Array(count);
  /** Neighbours of each point + 1. */
  const one = new Uint32Array(count);
  const other = new Uint32Array(count);
  const meet = (point: number, neighbour: number): void => {
    const mark = neighbour + 1;
    if (one[point] === 0) one[point] = mark;
    else if (one[point] === mark || other[point] === mark) return;
    else if (other[point] === 0) other[point] = mark;
    else marked[point] = 1;
  };
  const ring = new RingPoints(p, id);
  for (let r = 0; r < p.ringStart.length - 1; r++) {
    ring.read(r);
    const n = ring.length;
    for (let i = 0; i < n; i++) {
      const point = ring.id[i]!;
      if (n < 3) marked[point] = 1;
      meet(point, ring.id[(i + 1) % n]!);
      meet(point, ring.id[(i + n - 1) % n]!);
    }
  }
  return marked;
}
