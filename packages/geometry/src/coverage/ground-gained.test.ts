import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rectangle } from '../testing/shapes.ts';
import { groundGained } from './ground-gained.ts';

const square = (x: number, y: number, width: number, height = width) => {
  const corners = rectangle(x, y, width, height);
  return { rings: [[...corners, corners[0]!].flat()] };
};
const areas = (pieces: readonly { readonly area: number }[]) => pieces.map(({ area }) => area);

describe('groundGained', () => {
  it('finds nothing where nothing changed, whichever vertices the border has', () => {
    const withMiddle = { rings: [[0, 0, 5, 0, 10, 0, 10, 10, 0, 10, 0, 0]] };
    expect(groundGained([square(0, 0, 10)], [withMiddle], 0)).toEqual([]);
    expect(groundGained([], [], 0)).toEqual([]);
  });

  it('finds a new piece within the box of an old one that winds around it', () => {
    // A ring road of 10 around a block: the new hole in the block has nothing to do with it.
    const road = {
      rings: [square(0, 0, 100).rings[0]!, [10, 10, 10, 90, 90, 90, 90, 10, 10, 10]],
    };
    const pieces = groundGained([road], [road, square(40, 40, 5)], 0.01);
    expect(areas(pieces)).toEqual([25]);
    expect(pieces[0]!.width).toBeCloseTo(5, 3);
  });

  it('tells growth on two sides as two pieces, and shrinking not at all', () => {
    expect(areas(groundGained([square(10, 0, 10)], [square(5, 0, 20, 10)], 0))).toEqual([50, 50]);
    expect(groundGained([square(5, 0, 20, 10)], [square(10, 0, 10)], 0)).toEqual([]);
  });

  it('does not mind pieces that only fall apart or join', () => {
    const halves = [square(0, 0, 5, 10), square(5, 0, 5, 10)];
    expect(groundGained([square(0, 0, 10)], halves, 0)).toEqual([]);
    expect(groundGained(halves, [square(0, 0, 10)], 0)).toEqual([]);
  });

  it('leaves out what is no larger than the tolerance', () => {
    expect(groundGained([square(0, 0, 10)], [square(0, 0, 10.0005)], 0.02)).toEqual([]);
    expect(groundGained([square(0, 0, 10)], [square(0, 0, 10.0005)], 0.005)).toHaveLength(1);
  });

  it('gains what the cells of a board say, cell by cell', () => {
    const cells = fc.uniqueArray(fc.nat(35), { maxLength: 20 });
    fc.assert(
      fc.property(cells, cells, (before, after) => {
        const cell = (k: number) => square(3 * (k % 6), 3 * Math.floor(k / 6), 3);
        const gained = groundGained(before.map(cell), after.map(cell), 0);
        const expected = 9 * after.filter((k) => !before.includes(k)).length;
        expect(gained.reduce((sum, { area }) => sum + area, 0)).toBeCloseTo(expected, 9);
      }),
    );
  });
});
