import type { Geometry } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { appendArc } from './arc.ts';

/** Appends the points of a curve, arcs drawn as lines. Whether there was an arc. */
export function appendCurve(points: number[], curve: Geometry): boolean {
  if (curve.type() === GeometryType.CompoundCurve) {
    let isCurved = false;
    for (let i = 0; i < curve.partsLength(); i++) {
      isCurved = appendCurve(points, curve.parts(i)!) || isCurved;
    }
    return isCurved;
  }
  const xy = curve.xyArray() ?? [];
  // Each part of a compound curve begins where the one before it ended.
  const joins = points.at(-2) === xy[0] && points.at(-1) === xy[1];
  if (!joins) points.push(...xy.slice(0, 2));
  if (curve.type() !== GeometryType.CircularString) {
    for (let i = 2; i < xy.length; i++) points.push(xy[i]!);
    return false;
  }
  for (let i = 0; i + 5 < xy.length; i += 4) {
    appendArc(points, xy[i]!, xy[i + 1]!, xy[i + 2]!, xy[i + 3]!, xy[i + 4]!, xy[i + 5]!);
  }
  return true;
}
