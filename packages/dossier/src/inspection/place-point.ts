import type { FindingGeometry } from '@tuheng/inspection';
import { partsOf } from './places.ts';

/** A point on a place, for a table or a navigation device: inside of a polygon, on a line. */
export function placePoint(geometry: FindingGeometry): readonly [number, number] {
  const { kind, parts } = partsOf(geometry);
  const first = parts[0]![0]!;
  if (kind === 'polygon') return rounded(insideOf(parts) ?? [first[0]!, first[1]!]);
  const line = parts[0]!;
  const middle = line[Math.floor((line.length - 1) / 2)]!;
  if (line.length % 2 === 1) return [middle[0]!, middle[1]!];
  const next = line[line.length / 2]!;
  return rounded([(middle[0]! + next[0]!) / 2, (middle[1]! + next[1]!) / 2]);
}

/** To 0.1 mm, as the vertices of findings are. */
function rounded([x, y]: readonly [number, number]): [number, number] {
  return [Math.round(x * 1e9) / 1e9, Math.round(y * 1e9) / 1e9];
}

/**
 * The middle of the widest stretch inside on a level line: at half height of the box first, since a vertex may lie on that, then beside.
 * Undefined where there is no inside.
 */
function insideOf(rings: readonly (readonly (readonly number[])[])[]): [number, number] | undefined {
  let low = Infinity;
  let high = -Infinity;
  for (const ring of rings) {
    for (const point of ring) {
      low = Math.min(low, point[1]!);
      high = Math.max(high, point[1]!);
    }
  }
  for (const share of [0.5, 0.43, 0.61, 0.29]) {
    const y = low + (high - low) * share;
    const crossings: number[] = [];
    for (const ring of rings) {
      for (let v = 0; v + 1 < ring.length; v++) {
        const [[x0, y0], [x1, y1]] = [ring[v]!, ring[v + 1]!] as [[number, number], [number, number]];
        if (y0 > y !== y1 > y) crossings.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
      }
    }
    crossings.sort((a, b) => a - b);
    let widest = 0;
    let middle: number | undefined;
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const width = crossings[i + 1]! - crossings[i]!;
      if (width > widest) {
        widest = width;
        middle = (crossings[i]! + crossings[i + 1]!) / 2;
      }
    }
    if (middle !== undefined) return [middle, y];
  }
  return undefined;
}
