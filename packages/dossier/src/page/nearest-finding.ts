import type { PagePlaces } from './decode-places.ts';

/**
 * The finding at a point: the one with the nearest vertex or edge within reach, else the smallest polygon around it; −1 for none. Runs in
 * the page; self-contained.
 *
 * @param point metres, as the places
 * @param reach metres
 * @param among findings to choose from
 * @param areDots whether they are drawn as dots, in the middle of their boxes; smaller ones than `reach` are anyway
 */
export function nearestFinding(
  { kinds, parts, boxes }: PagePlaces,
  [x, y]: readonly [x: number, y: number],
  reach: number,
  among: readonly number[],
  areDots: boolean,
): number {
  let best = -1;
  let least = reach;
  let around = -1;
  let smallest = Infinity;
  for (const i of among) {
    const [w, s, e, n] = boxes.subarray(4 * i, 4 * i + 4);
    if (kinds[i] === 'none' || x < w! - reach || x > e! + reach || y < s! - reach || y > n! + reach) continue;
    const size = Math.max(e! - w!, n! - s!);
    let distance = size < reach || areDots ? Math.hypot((w! + e!) / 2 - x, (s! + n!) / 2 - y) : Infinity;
    let crossings = 0;
    for (const xy of parts[i]!) {
      const isRing = kinds[i] === 'polygon';
      for (let v = 0; v < xy.length; v += 2) {
        const next = v + 2 < xy.length ? v + 2 : isRing ? 0 : v;
        const [x0, y0, x1, y1] = [xy[v]!, xy[v + 1]!, xy[next]!, xy[next + 1]!];
        const [dx, dy] = [x1 - x0, y1 - y0];
        const along = dx * dx + dy * dy;
        const t = along > 0 ? Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / along)) : 0;
        distance = Math.min(distance, Math.hypot(x0 + t * dx - x, y0 + t * dy - y));
        if (isRing && y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * dx) crossings++;
      }
    }
    if (distance < least) {
      least = distance;
      best = i;
    }
    if (crossings % 2 === 1 && size < smallest) {
      smallest = size;
      around = i;
    }
  }
  return best >= 0 ? best : around;
}
