import { ellipsoidArea, loadKernelOverlay, type Overlay } from '@tuheng/geometry';
import { crsOf, landUseGroup } from '@tuheng/standard';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from '../../review.ts';
import { reviewPlans } from '../../review-plans.ts';
import { box, layerOf, planOf } from '../../testing/plans.ts';
import { LAND } from './planned-land.ts';
import { cityTargets, landLayer, type Parcel } from './testing/city.ts';

/*
 * A grid city of 5 × 5 parcels of different sizes. Any of them get another class, some are split first. Every area figure of the chapter
 * must move by exactly what moved: by hand, that is by the ellipsoid areas of the parcels concerned.
 */

const SIDE = 5;
const classes = [
  '0701',
  '0804',
  '0901',
  '100101',
  '1201',
  '1207',
  '1303',
  '1401',
  '16',
  '0103',
  '0601',
  '1704',
  '1506',
];

const ring = (cell: number) => {
  const [column, row] = [cell % SIDE, Math.floor(cell / SIDE)];
  return {
    x: column * 100 + column ** 2,
    y: row * 80 + row ** 2,
    width: 101 + 2 * column,
    height: 81 + 2 * row,
  };
};

/** Left and right part of a cell, by a share of its width. */
function halves(cell: number, share: number): [ReturnType<typeof box>, ReturnType<typeof box>] {
  const { x, y, width, height } = ring(cell);
  const cut = Math.round(width * share);
  return [box(x, y, cut, height), box(x + cut, y, width - cut, height)];
}

interface Move {
  readonly cell: number;
  readonly to: string;
  /** Share of the cell that gets the class; 1: all of it. */
  readonly share: number;
}

const crs = crsOf(4532)!;
const areaOf = (parcel: Parcel): number => ellipsoidArea(landLayer([parcel]).polygons, 0, crs);

interface Sides {
  readonly filed: readonly Parcel[];
  readonly maintained: readonly Parcel[];
  /** What changed class: from, to, m². */
  readonly moved: readonly { readonly from: string; readonly to: string; readonly area: number }[];
}

function sidesOf(start: readonly string[], moves: readonly Move[]): Sides {
  const filed = start.map((code, cell): Parcel => {
    const { x, y, width, height } = ring(cell);
    return { ring: box(x, y, width, height), code };
  });
  const byCell = new Map(moves.map((move) => [move.cell, move]));
  const moved: Sides['moved'][number][] = [];
  const maintained = filed.flatMap((parcel, cell): Parcel[] => {
    const move = byCell.get(cell);
    if (!move) return [parcel];
    const [left, right] = halves(cell, move.share);
    const parts: Parcel[] =
      move.share === 1
        ? [{ ...parcel, code: move.to }]
        : [
            { ring: left, code: move.to },
            { ring: right, code: parcel.code },
          ];
    if (move.to !== parcel.code) moved.push({ from: parcel.code, to: move.to, area: areaOf(parts[0]!) });
    return parts;
  });
  return { filed, maintained, moved };
}

let overlay: Overlay;
beforeAll(async () => {
  overlay = await loadKernelOverlay(0.0001);
});

async function verdictsOf({ filed, maintained }: Sides): Promise<ReadonlyMap<string, Verdict>> {
  const extent = layerOf('ZXCQGHFQ', [{ rings: [box(-10, -10, 1000, 1000)], attributes: { GHFQDM: '410' } }]);
  const { review } = await reviewPlans({
    filed: planOf('备案', landLayer(filed), extent),
    maintained: planOf('维护后', landLayer(maintained), extent),
    targets: { file: cityTargets(), name: 'targets.json', digest: 'targets' },
    overlay,
    date: '20261124',
  });
  return new Map(review.verdicts.map((verdict) => [verdict.rule, verdict]));
}

/** Figures of a table by its first column: what stands in column `at`. */
const column = (verdict: Verdict, table: number, at: number): Map<string, number> =>
  new Map(verdict.tables[table]!.rows.map((row) => [String(row[0]), Number(row[at])]));

const isConstruction = (code: string): boolean =>
  !['agricultural', 'agriculturalFacilities', 'water'].includes(landUseGroup(code, 2023)!.group);
const isUrban = (code: string): boolean =>
  ['town', 'townOrVillage'].includes(landUseGroup(code, 2023)!.group);

const moves = fc.uniqueArray(
  fc.record({
    cell: fc.integer({ min: 0, max: SIDE * SIDE - 1 }),
    to: fc.constantFrom(...classes),
    share: fc.constantFrom(1, 0.25, 0.5),
  }),
  { selector: ({ cell }) => cell, maxLength: 8 },
);
const start = fc.array(fc.constantFrom(...classes), { minLength: SIDE * SIDE, maxLength: SIDE * SIDE });

/** Splitting a parcel rounds either part, m². */
const CLOSE = 0.02;

describe('every area figure of the chapter', () => {
  it('moves by exactly what moved', async () => {
    await fc.assert(
      fc.asyncProperty(start, moves, async (codes, chosen) => {
        const sides = sidesOf(codes, chosen);
        const verdicts = await verdictsOf(sides);
        const of = (rule: string): Verdict => verdicts.get(`city-land.${rule}`)!;
        /** Net gain of the classes that meet a condition. */
        const gain = (is: (code: string) => boolean): number =>
          sides.moved.reduce(
            (sum, { from, to, area }) => sum + (is(to) ? area : 0) - (is(from) ? area : 0),
            0,
          );
        const close = (actual: number, expected: number): void => {
          expect(Math.abs(actual - expected)).toBeLessThanOrEqual(CLOSE * Math.max(1, chosen.length));
        };

        const levelOne = column(of('per-capita'), 0, 7);
        const levelTwo = column(of('per-capita'), 1, 7);
        for (const [title, change] of levelOne) {
          if (title === '合计') close(change, 0);
          else
            close(
              change,
              gain((code) => code.startsWith(title.slice(0, 2))),
            );
        }
        for (const [title, change] of levelTwo) {
          const code = title.split(' ')[0]!;
          if (title !== '合计')
            close(
              change,
              gain((one) => one.slice(0, 4) === code),
            );
        }
        close(column(of('per-capita'), 2, 7).get('城镇用地') ?? 0, gain(isUrban));

        const { before, after } = of('total-scale').measure;
        if (before !== null && after !== null) close(after - before, gain(isConstruction));

        for (const [rule, kind] of [
          ['public-service', '08'],
          ['green-space', '14'],
          ['roads', '12'],
          ['utilities', '13'],
        ] as const) {
          const { status, measure } = of(rule);
          const change = gain((code) => code.startsWith(kind));
          if (status === 'notApplicable') close(change, 0);
          else close(measure.after! - measure.before!, change);
        }

        const conversion = of('reserved-conversion');
        if (conversion.status !== 'notApplicable') {
          const rows = conversion.tables[0]!.rows;
          close(
            rows.reduce((sum, row) => sum + Number(row[3]), 0),
            sides.moved
              .filter(({ from, to }) => from !== to && (from === '16' || to === '16'))
              .reduce((sum, { area }) => sum + area, 0),
          );
          close(
            conversion.measure.after! - conversion.measure.before!,
            gain((code) => code === '16'),
          );
        }
        expect(of('within-central-city').status).toBe('pass');
      }),
      { numRuns: 40 },
    );
  });

  it('stays where it is under the same change of numbers: a code padded to six digits is the same class', async () => {
    await fc.assert(
      fc.asyncProperty(start, moves, async (codes, chosen) => {
        const sides = sidesOf(codes, chosen);
        const padded = sides.maintained.map((parcel) => ({ ...parcel, code: parcel.code.padEnd(6, '0') }));
        const figures = (verdicts: ReadonlyMap<string, Verdict>) =>
          [...verdicts.values()]
            .filter(({ rule }) => rule.startsWith('city-land.'))
            .map(({ rule, status, measure, tables }) => ({ rule, status, measure, tables }));
        expect(figures(await verdictsOf({ ...sides, maintained: padded }))).toEqual(
          figures(await verdictsOf(sides)),
        );
      }),
      { numRuns: 10 },
    );
  });

  it(`says of every changed piece of ${LAND} what it was and what it is`, async () => {
    const sides = sidesOf(Array(SIDE * SIDE).fill('0804'), [{ cell: 7, to: '0901', share: 0.5 }]);
    const verdict = (await verdictsOf(sides)).get('city-land.public-service')!;
    expect(verdict.evidence.map(({ label }) => label)).toEqual(['减少：0804 教育用地 → 0901 商业用地']);
    expect(verdict.evidence[0]!.area).toBeCloseTo(sides.moved[0]!.area, 1);
  });
});
