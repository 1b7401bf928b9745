import { signedRingArea } from '@tuheng/geometry';

/** Vertices `from .. to` of `xy`, closed. */
export interface Ring {
  readonly xy: Float64Array;
  readonly from: number;
  readonly to: number;
}

/** Vertices of a hole that are asked where they lie; of a longer one as many, evenly spread. */
const ASKED = 100;
/** Edges and boxes looked at for one feature, about a second of work: only a feature made to keep us busy needs more. */
const MOST_WORK = 2e8;

/**
 * Esri formats store a polygon as a bag of rings, outer ones clockwise, holes counter-clockwise. GDAL sorts holes into outer
 * rings, but gives up on a whole feature when one of its rings has less than four points: every ring comes back as a polygon
 * of its own, holes counted as area. This puts them back: a polygon of a single counter-clockwise ring that lies inside a
 * clockwise outer ring becomes a hole of the smallest such ring. Counter-clockwise rings inside none stay polygons.
 *
 * @param polygons the polygons of one feature, outer ring first
 * @returns how many holes were put back; `polygons` is changed in place
 */
export function restoreHoles(polygons: Ring[][]): number {
  if (polygons.length < 2) return 0;
  const areas = polygons.map(([outer]) => signedRingArea(outer!.xy, outer!.from, outer!.to));
  if (!polygons.some((rings, i) => rings.length === 1 && areas[i]! > 0)) return 0;
  const homes = polygons
    .map((rings, i) => ({ rings, size: -areas[i]!, box: boxOf(rings[0]!) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => a.size - b.size);
  let work = 0;
  let kept = 0;
  polygons.forEach((rings, i) => {
    const hole = rings[0]!;
    let home: Ring[] | undefined;
    if (rings.length === 1 && areas[i]! > 0) {
      const box = boxOf(hole);
      for (let h = firstLarger(homes, areas[i]!); h < homes.length && work < MOST_WORK; h++) {
        const { rings: candidate, box: around } = homes[h]!;
        work++;
        if (box[0] > around[2] || box[2] < around[0] || box[1] > around[3] || box[3] < around[1]) continue;
        work += ASKED * (candidate[0]!.to - candidate[0]!.from);
        if (!contains(candidate[0]!, hole)) continue;
        home = candidate;
        break;
      }
    }
    if (home) home.push(hole);
    else polygons[kept++] = rings;
  });
  const restored = polygons.length - kept;
  polygons.length = kept;
  return restored;
}

/** `[minX, minY, maxX, maxY]` of a ring. */
function boxOf({ xy, from, to }: Ring): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let v = from; v < to; v++) {
    const x = xy[2 * v]!;
    const y = xy[2 * v + 1]!;
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return box;
}

/** The first of the homes, ascending by size, that is larger than `size`. */
function firstLarger(homes: readonly { readonly size: number }[], size: number): number {
  let low = 0;
  let high = homes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (homes[middle]!.size > size) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether more vertices of `inner` lie inside `outer` than outside: a digitised hole may stick out a little. */
function contains(outer: Ring, inner: Ring): boolean {
  const step = Math.ceil((inner.to - 1 - inner.from) / ASKED);
  let balance = 0;
  for (let v = inner.from; v < inner.to - 1; v += step) {
    balance += locate(inner.xy[2 * v]!, inner.xy[2 * v + 1]!, outer);
  }
  return balance > 0;
}

/** 1 inside, −1 outside, 0 on the boundary; ray casting. */
function locate(x: number, y: number, { xy, from, to }: Ring): number {
  let inside = false;
  for (let v = from; v < to - 1; v++) {
    const ax = xy[2 * v]! - x;
    const ay = xy[2 * v + 1]! - y;
    const bx = xy[2 * v + 2]! - x;
    const by = xy[2 * v + 3]! - y;
    const cross = ax * by - ay * bx;
    if (cross === 0 && ax * bx <= 0 && ay * by <= 0) return 0;
    if (ay > 0 !== by > 0 && cross > 0 === by > ay) inside = !inside;
  }
  return inside ? 1 : -1;
}
