import { featureBox } from './box.ts';
import type { Polygons } from './polygons.ts';
import { ringSide } from './ring-containment.ts';

/**
 * A point within feature `f`: the middle of the widest stretch of it on the line halfway up its box. The middle of the box where nothing of the
 * feature has an area there; undefined for an empty feature.
 */
export function interiorPoint(p: Polygons, f: number): readonly [x: number, y: number] | undefined {
  const [minX, minY, maxX, maxY] = featureBox(p, f);
  if (minX > maxX) return undefined;
  const y = (minY + maxY) / 2;
  const crossings: number[] = [];
  const { xy, ringStart, polygonStart, featureStart } = p;
  for (let r = polygonStart[featureStart[f]!]!; r < polygonStart[featureStart[f + 1]!]!; r++) {
    for (let v = ringStart[r]!; v + 1 < ringStart[r + 1]!; v++) {
      const [ay, by] = [xy[2 * v + 1]!, xy[2 * v + 3]!];
      if (ay > y === by > y) continue;
      const [ax, bx] = [xy[2 * v]!, xy[2 * v + 2]!];
      crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
    }
  }
  crossings.sort((a, b) => a - b);
  let widest = 0;
  let x = (minX + maxX) / 2;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const width = crossings[i + 1]! - crossings[i]!;
    if (width <= widest) continue;
    widest = width;
    x = crossings[i]! + width / 2;
  }
  return [x, y];
}

/** Whether a point lies in feature `f`, by the even-odd rule over all its rings; what lies on a ring counts as inside. */
export function containsPoint(p: Polygons, f: number, x: number, y: number): boolean {
  let isInside = false;
  for (let r = p.polygonStart[p.featureStart[f]!]!; r < p.polygonStart[p.featureStart[f + 1]!]!; r++) {
    const side = ringSide(p.xy, p.ringStart[r]!, p.ringStart[r + 1]!, x, y);
    if (side === 0) return true;
    if (side > 0) isInside = !isInside;
  }
  return isInside;
}
