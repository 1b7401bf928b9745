import { transformBetween } from '@tuheng/geometry';
import { CGCS2000, crsOf } from '@tuheng/standard';
import type { Finding } from '../inspection.ts';
import { EAST, NORTH } from './delivery.ts';

const toPlane = transformBetween(CGCS2000, crsOf(4532)!);

/** The vertices of a finding's geometry in metres from the corner of the made-up place, to the millimetre, each once, in order of x, then y. */
export function cornersOf({ geometry }: Pick<Finding, 'geometry'>): (readonly [number, number])[] {
  const points = new Map<string, readonly [number, number]>();
  const visit = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] !== 'number') {
      part.forEach(visit);
      return;
    }
    const out: [number, number] = [0, 0];
    toPlane(part[0], part[1] as number, out);
    const point = [round(out[0] - EAST), round(out[1] - NORTH)] as const;
    points.set(point.join(), point);
  };
  visit(geometry?.coordinates);
  return [...points.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** 9 decimals of a degree are 0.1 mm. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}
