import type { Box } from '@tuheng/geometry';

/** Axis, bound, and whether what lies above it stays. */
type Side = readonly [axis: 0 | 1, bound: number, above: boolean];

function sidesOf([minX, minY, maxX, maxY]: Box): readonly Side[] {
  return [
    [0, minX, true],
    [0, maxX, false],
    [1, minY, true],
    [1, maxY, false],
  ];
}

function isKept([axis, bound, above]: Side, path: readonly number[], i: number): boolean {
  const value = path[i + axis]!;
  return above ? value >= bound : value <= bound;
}

/** Where the line between two points crosses a side. */
function crossing([axis, bound]: Side, path: readonly number[], i: number, j: number): [number, number] {
  const share = (bound - path[i + axis]!) / (path[j + axis]! - path[i + axis]!);
  const other = 1 - axis;
  const value = path[i + other]! + share * (path[j + other]! - path[i + other]!);
  return axis === 0 ? [bound, value] : [value, bound];
}

/**
 * A closed ring cut to a box (Sutherland and Hodgman). Parts may hang together by lines on the box's sides, which makes no difference to what lies
 * inside the box.
 */
export function clipRing(ring: readonly number[], box: Box): number[] {
  let path = [...ring];
  for (const side of sidesOf(box)) {
    const cut: number[] = [];
    for (let i = 0; i + 3 < path.length; i += 2) {
      const [isHere, isNext] = [isKept(side, path, i), isKept(side, path, i + 2)];
      if (isHere) cut.push(path[i]!, path[i + 1]!);
      if (isHere !== isNext) cut.push(...crossing(side, path, i, i + 2));
    }
    if (cut.length > 0) cut.push(cut[0]!, cut[1]!);
    path = cut;
  }
  return path;
}

/** The parts of a line that lie in a box. */
export function clipLine(line: readonly number[], box: Box): number[][] {
  let parts: number[][] = [[...line]];
  for (const side of sidesOf(box)) parts = parts.flatMap((part) => cutLine(part, side));
  return parts;
}

function cutLine(line: readonly number[], side: Side): number[][] {
  const parts: number[][] = [];
  let part: number[] = [];
  const end = (): void => {
    if (part.length > 2) parts.push(part);
    part = [];
  };
  for (let i = 0; i < line.length; i += 2) {
    const isHere = isKept(side, line, i);
    if (i > 0 && isHere !== isKept(side, line, i - 2)) {
      part.push(...crossing(side, line, i - 2, i));
      if (!isHere) end();
    }
    if (isHere) part.push(line[i]!, line[i + 1]!);
  }
  end();
  return parts;
}

export function isInBox(path: readonly number[], [minX, minY, maxX, maxY]: Box): boolean {
  for (let i = 0; i < path.length; i += 2)
    if (path[i]! < minX || path[i]! > maxX || path[i + 1]! < minY || path[i + 1]! > maxY) return false;
  return true;
}
