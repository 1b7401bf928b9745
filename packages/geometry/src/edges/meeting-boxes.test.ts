import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEachMeeting } from './meeting-boxes.ts';
import { packTree } from './packed-tree.ts';

/** Pairs `smaller larger` of item numbers, sorted. */
function meeting(boxes: readonly (readonly number[])[]): string[] {
  const tree = packTree(Float64Array.from(boxes.flat()));
  const pairs: string[] = [];
  forEachMeeting(tree, (a, b) => pairs.push(`${Math.min(a, b)} ${Math.max(a, b)}`));
  return pairs.sort();
}

function comparedOneByOne(boxes: readonly (readonly number[])[]): string[] {
  const pairs: string[] = [];
  for (const [i, [west, south, east, north]] of boxes.entries()) {
    for (const [j, other] of boxes.entries()) {
      if (j <= i || west! > other[2]! || other[0]! > east!) continue;
      if (south! <= other[3]! && other[1]! <= north!) pairs.push(`${i} ${j}`);
    }
  }
  return pairs.sort();
}

describe('forEachMeeting', () => {
  it('finds every two boxes that meet once, as comparing all of them does', () => {
    const box = fc
      .tuple(fc.nat(60), fc.nat(60), fc.nat(9), fc.nat(9))
      .map(([x, y, width, height]) => [x, y, x + width, y + height]);
    fc.assert(
      fc.property(fc.array(box, { maxLength: 90 }), (boxes) => {
        expect(meeting(boxes)).toEqual(comparedOneByOne(boxes));
      }),
    );
  });
});
