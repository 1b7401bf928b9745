import type { AddedMeasure, AddedRule } from '@tuheng/standard';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, type Row } from '../../testing/plans.ts';
import { forest, judgeAdded } from './testing/judge-added.ts';

/** Cells of a square grid, each of one class and one number. */
const SIDE = 5;
const METRES = 100;
const cell = fc.record({
  code: fc.constantFrom('0301', '0302', '04'),
  value: fc.integer({ min: 1, max: 9 }),
});
const grid = fc.array(cell, { minLength: SIDE * SIDE, maxLength: SIDE * SIDE });
type Grid = readonly { readonly code: string; readonly value: number }[];

const rows = (cells: Grid): Row[] =>
  cells.map(({ code, value }, i) => ({
    rings: [box((i % SIDE) * METRES, Math.floor(i / SIDE) * METRES, METRES, METRES)],
    attributes: { YDYHFLDM: code, TBMJ: value },
  }));
const isForest = ({ code }: Grid[number]): boolean => code.startsWith('03');
/** West of it lies the restriction. */
const WEST = 2;
const isWest = (i: number): boolean => i % SIDE < WEST;

/** Cells of forest that hang together by an edge, each patch with its number of cells. */
function patches(cells: Grid): number[] {
  const seen = new Set<number>();
  const sizes: number[] = [];
  for (let start = 0; start < cells.length; start++) {
    if (!isForest(cells[start]!) || seen.has(start)) continue;
    const open = [start];
    seen.add(start);
    let size = 0;
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      size++;
      const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
      for (const [u, v] of [
        [x - 1, y],
        [x + 1, y],
        [x, y - 1],
        [x, y + 1],
      ] as const) {
        const j = v * SIDE + u;
        if (u < 0 || v < 0 || u >= SIDE || v >= SIDE || seen.has(j) || !isForest(cells[j]!)) continue;
        seen.add(j);
        open.push(j);
      }
    }
    sizes.push(size);
  }
  return sizes;
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
const CELL = METRES * METRES;

/** By hand, in plane m² where it is an area. */
const byHand: readonly [string, Partial<AddedRule>, (cells: Grid) => number][] = [
  ['area', { measure: 'area' }, (cells) => CELL * cells.filter(isForest).length],
  [
    'area within',
    { measure: 'area', within: { layer: 'CZKFBJ' } },
    (cells) => CELL * cells.filter((one, i) => isForest(one) && isWest(i)).length,
  ],
  [
    'area outside',
    { measure: 'area', outside: { layer: 'CZKFBJ' } },
    (cells) => CELL * cells.filter((one, i) => isForest(one) && !isWest(i)).length,
  ],
  ['count', { measure: 'count' }, (cells) => cells.filter(isForest).length],
  ['patches', { measure: 'patches' }, (cells) => patches(cells).length],
  ['largestPatch', { measure: 'largestPatch' }, (cells) => CELL * Math.max(0, ...patches(cells))],
  [
    'sumOf',
    { measure: { sumOf: 'TBMJ' } },
    (cells) => total(cells.filter(isForest).map(({ value }) => value)),
  ],
  [
    'meanOf',
    { measure: { meanOf: 'TBMJ' } },
    (cells) => total(cells.filter(isForest).map(({ value }) => value)) / cells.filter(isForest).length,
  ],
  [
    'shareOf',
    { measure: { shareOf: 'layer' } as AddedMeasure },
    (cells) => (100 * cells.filter(isForest).length) / cells.length,
  ],
];

describe('the figure of an added rule moves as it is defined', () => {
  it.each(byHand)('%s', async (_, form, expected) => {
    await fc.assert(
      fc.asyncProperty(grid, grid, async (before, after) => {
        fc.pre(before.some(isForest) && after.some(isForest));
        const boundary: Row[] = [{ rings: [box(0, 0, WEST * METRES, SIDE * METRES)] }];
        const { measure, status, evidence } = await judgeAdded(
          { ...forest, ...form },
          { CZKFBJ: boundary, GHYDYH: rows(before) },
          { CZKFBJ: boundary, GHYDYH: rows(after) },
        );
        const [a, b] = [expected(before), expected(after)];
        // The ellipsoid area is less than the plane one by some hundredths of a thousandth.
        expect(Math.abs(measure.before! - a)).toBeLessThanOrEqual(1e-4 * a);
        expect(Math.abs(measure.after! - b)).toBeLessThanOrEqual(1e-4 * b);
        expect(status).toBe(b < a * (1 - 1e-6) ? 'fail' : 'pass');
        expect(evidence.length > 0).toBe(status === 'fail');
      }),
      { numRuns: 15, seed: 1 },
    );
  });

  it('unchanged: fails exactly where a cell changes sides', async () => {
    await fc.assert(
      fc.asyncProperty(grid, grid, async (before, after) => {
        const { status, evidence } = await judgeAdded(
          { ...forest, compare: 'unchanged' },
          { GHYDYH: rows(before) },
          { GHYDYH: rows(after) },
        );
        const moved = before.filter((one, i) => isForest(one) !== isForest(after[i]!)).length;
        expect(status).toBe(moved > 0 ? 'fail' : 'pass');
        expect(total(evidence.map(({ planeArea }) => planeArea))).toBeCloseTo(CELL * moved, 1);
      }),
      { numRuns: 15, seed: 1 },
    );
  });
});
