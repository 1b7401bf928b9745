import { signedRingArea } from '@tuheng/geometry';

/** Vertices `from .. to` of `xy`, closed. */
export interface Ring {
  readonly xy: Float64Array;
  readonly from: number;
  readonly to: number;
}

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
  const homeless = polygons.map((rings, i) => rings.length === 1 && areas[i]! > 0);
  let restored = 0;
  for (let i = polygons.length - 1; i >= 0; i--) {
    if (!homeless[i]) continue;
    const hole = polygons[i]![0]!;
    let home: number | undefined;
    polygons.forEach(([outer], j) => {
      const size = -areas[j]!;
      if (size <= areas[i]! || !contains(outer!, hole)) return;
      if (home === undefined || size < -areas[home]!) home = j;
    });
    if (home === undefined) continue;
    polygons[home]!.push(hole);
    polygons.splice(i, 1);
    areas.splice(i, 1);
    restored++;
  }
  return restored;
}

/** Whether more vertices of `inner` lie inside `outer` than outside: a digitised hole may stick out a little. */
function contains(outer: Ring, inner: Ring): boolean {
  let balance = 0;
  for (let v = inner.from; v < inner.to - 1; v++) {
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
