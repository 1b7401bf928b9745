import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inspection } from '../inspection.ts';
import { deliveredLayer, deliveryOf, inspect, ring } from '../testing/delivery.ts';
import { cornersOf } from '../testing/place.ts';

type Point = [number, number];

/** Sides of the columns and rows of a grid, 30 to 90 m apart, on the grid of 0.1 mm. */
const sides = fc
  .array(fc.integer({ min: 300_000, max: 900_000 }), { minLength: 3, maxLength: 6 })
  .map((widths) => {
    let side = 0;
    return [0, ...widths.map((width) => (side += width))];
  })
  .map((all) => all.map((side) => side / 10_000));

interface Grid {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  /** Cells, each a clockwise ring of its own; some are merged with the one to the east. */
  readonly cells: Point[][];
}

/**
 * A random coverage: a grid of rectangles, some split by a slanting line, with every vertex of a neighbour in a border. The cell at (1, 1) is
 * a plain rectangle in the middle, for the fault.
 */
const grids = fc
  .record({ columns: sides, rows: sides, split: fc.func(fc.boolean()) })
  .map(({ columns, rows, split }): Grid => {
    const cells: Point[][] = [];
    for (let i = 0; i + 1 < columns.length; i++) {
      for (let j = 0; j + 1 < rows.length; j++) {
        const [w, s, e, n] = [columns[i]!, rows[j]!, columns[i + 1]!, rows[j + 1]!];
        const isFree = i > 2 || j > 2;
        if (isFree && split(i, j))
          cells.push(
            [
              [w, s],
              [w, n],
              [e, n],
            ],
            [
              [w, s],
              [e, n],
              [e, s],
            ],
          );
        else
          cells.push([
            [w, s],
            [w, n],
            [e, n],
            [e, s],
          ]);
      }
    }
    return { columns, rows, cells };
  });

/** The cell at column 1, row 1, as it stands in `cells`. */
function middle({ columns, rows, cells }: Grid): number {
  return cells.findIndex(
    (cell) => cell.length === 4 && cell[0]![0] === columns[1] && cell[0]![1] === rows[1],
  );
}

async function inspected({
  columns,
  rows,
  cells,
}: Pick<Grid, 'columns' | 'rows'> & { cells: readonly Point[][] }): Promise<Inspection> {
  const [east, north] = [columns.at(-1)!, rows.at(-1)!];
  const county: Point[] = [
    [0, 0],
    ...rows.slice(1).map((y): Point => [0, y]),
    ...columns.slice(1).map((x): Point => [x, north]),
  ];
  const rest: Point[] = [
    ...rows
      .slice(0, -1)
      .reverse()
      .map((y): Point => [east, y]),
    ...columns
      .slice(1, -1)
      .reverse()
      .map((x): Point => [x, 0]),
  ];
  const { inspection } = await inspect(
    deliveryOf(
      deliveredLayer('XZQ', [{ ring: ring(...county, ...rest) }]),
      deliveredLayer(
        'GHFQ',
        cells.map((cell) => ({ ring: ring(...cell) })),
      ),
    ),
  );
  return inspection;
}

/** What the spatial, geometry and topology rules found, by rule; systematic causes too. */
function found({ findings, systematic }: Inspection): string[] {
  return [...findings, ...systematic].map(({ rule }) => rule).filter((rule) => /^[SGT]-/.test(rule));
}

const runs = { numRuns: 25 };

describe('a random coverage', () => {
  it('passes every spatial, geometry and topology rule it is looked at by', async () => {
    await fc.assert(
      fc.asyncProperty(grids, async (grid) => {
        const { rules, ...rest } = await inspected(grid);
        expect(found({ rules, ...rest })).toEqual([]);
        const passed = rules.filter(({ rule, status }) => /^[SGT]-/.test(rule) && status === 'passed');
        expect(passed.map(({ rule }) => rule)).toEqual([
          'S-01',
          'S-02',
          'S-03',
          'S-04',
          'G-01',
          'G-02',
          'G-03',
          'G-04',
          'G-05',
          'G-06',
          'G-07',
          'G-08',
          'T-01',
          'T-02',
          'T-03',
          'T-08',
        ]);
      }),
      runs,
    );
  });

  const planted: Record<
    string,
    (grid: Grid, by: number) => { rule: string; cells: Point[][]; area?: number; at?: Point }
  > = {
    'an overlap: a side moved into the neighbour': (grid, by) => {
      const k = middle(grid);
      const [a, b, [e, n], [, s]] = grid.cells[k]! as [Point, Point, Point, Point];
      return {
        rule: 'T-01',
        cells: grid.cells.with(k, [a, b, [e + by, n], [e + by, s]]),
        area: by * (n - s),
      };
    },
    'a gap: a side moved away from the neighbour': (grid, by) => {
      const k = middle(grid);
      const [a, b, [e, n], [, s]] = grid.cells[k]! as [Point, Point, Point, Point];
      return {
        rule: 'T-02',
        cells: grid.cells.with(k, [a, b, [e - by, n], [e - by, s]]),
        area: by * (n - s),
      };
    },
    'a missing feature in the middle': (grid) => {
      const k = middle(grid);
      const [[w, s], , [e, n]] = grid.cells[k]! as [Point, Point, Point, Point];
      return { rule: 'T-02', cells: grid.cells.toSpliced(k, 1), area: (e - w) * (n - s) };
    },
    'a missing feature at the border': (grid) => {
      const [[w, s], , [e, n]] = grid.cells[0]! as [Point, Point, Point, Point];
      return { rule: 'T-03', cells: grid.cells.slice(1), area: (e - w) * (n - s) };
    },
    'a feature that reaches beyond the border': (grid, by) => {
      const [, b, c, [e]] = grid.cells[0]! as [Point, Point, Point, Point];
      return { rule: 'T-03', cells: grid.cells.with(0, [[0, -by], b, c, [e, -by]]), area: by * e };
    },
    'a vertex that the neighbour lacks': (grid) => {
      const k = middle(grid);
      const [a, b, [e, n], [, s]] = grid.cells[k]! as [Point, Point, Point, Point];
      const at: Point = [e, Math.round((s + (n - s) / 3) * 1e4) / 1e4];
      return { rule: 'T-08', cells: grid.cells.with(k, [a, b, [e, n], at, [e, s]]), at };
    },
    'a vertex a fraction of a millimetre off': (grid) => {
      const k = middle(grid);
      const [a, b, [e, n], d] = grid.cells[k]! as [Point, Point, Point, Point];
      return { rule: 'T-08', cells: grid.cells.with(k, [a, b, [e + 0.0004, n], d]) };
    },
    'a bow-tie': (grid) => {
      const k = middle(grid);
      const [a, b, c, d] = grid.cells[k]! as [Point, Point, Point, Point];
      const at: Point = [(a[0] + c[0]) / 2, (a[1] + c[1]) / 2];
      return { rule: 'G-02', cells: grid.cells.with(k, [a, c, b, d]), at };
    },
    'a feature drawn twice': (grid) => {
      const [a, b, c, d] = grid.cells[middle(grid)]! as [Point, Point, Point, Point];
      return { rule: 'G-08', cells: [...grid.cells, [c, d, a, b]] };
    },
    'a repeated vertex': (grid) => {
      const k = middle(grid);
      const [a, b, c, d] = grid.cells[k]! as [Point, Point, Point, Point];
      return { rule: 'G-04', cells: grid.cells.with(k, [a, b, b, c, d]), at: b };
    },
  };

  it.each(Object.entries(planted))('has %s found once, by its rule alone, at its place', async (_, plant) => {
    await fc.assert(
      fc.asyncProperty(grids, fc.integer({ min: 50, max: 100_000 }), async (grid, by) => {
        const { rule, cells, area, at } = plant(grid, by / 10_000);
        const inspection = await inspected({ ...grid, cells });
        expect(found(inspection)).toEqual([rule]);
        const [finding] = inspection.findings.filter((one) => one.rule === rule);
        expect(finding!.layer).toBe('GHFQ');
        if (area !== undefined) expect(finding!.area! / area).toBeCloseTo(1, 3);
        if (at) {
          const [x, y] = cornersOf(finding!)[0]!;
          expect(Math.hypot(x - at[0], y - at[1])).toBeLessThan(0.002);
        }
      }),
      runs,
    );
  });
});
