import { loadKernelOverlay, type Overlay } from '@tuheng/geometry';
import type { TargetsFile } from '@tuheng/standard';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { Verdict } from '../../review.ts';
import { reviewPlans } from '../../review-plans.ts';
import { around, besides, CELL, cells, near, patchesOf, rowsOf, sum } from '../../testing/cell-grid.ts';
import { layerOf, planOf } from '../../testing/plans.ts';

/* Parcels of a square grid are put at random into the four lines and given uses; what every rule says is counted parcel by parcel. */

const parcel = fc.record({
  green: fc.boolean(),
  blue: fc.boolean(),
  yellow: fc.constantFrom(undefined, '供水', '供电'),
  purple: fc.boolean(),
  use: fc.constantFrom('0701', '0701', '1401', '1704', '0901', '1303'),
});
type Parcel = ReturnType<typeof parcel.generate>['value'];
const many = fc.array(parcel, { minLength: cells.length, maxLength: cells.length });

const source = '测试';
const targets: TargetsFile = {
  schema: 'tuheng.targets/1',
  parameters: {
    'blue.connectivity.gap': { value: 1, unit: 'm', source },
    'green.service-range.distance': { value: CELL, unit: 'm', source },
    'green.function.classes': { value: '1401', unit: '', source },
  },
};

let overlay: Overlay;
beforeAll(async () => {
  overlay = await loadKernelOverlay(0.0001);
});

const sideOf = (name: string, parcels: readonly Parcel[]) =>
  planOf(
    name,
    layerOf(
      'ZXCQCSLVX',
      rowsOf((c) => (parcels[c]!.green ? {} : undefined)),
    ),
    layerOf(
      'ZXCQCSLX',
      rowsOf((c) => (parcels[c]!.blue ? {} : undefined)),
    ),
    layerOf(
      'ZXCQCSZX',
      rowsOf((c) => (parcels[c]!.purple ? {} : undefined)),
    ),
    layerOf(
      'ZXCQCSHX',
      rowsOf((c) => (parcels[c]!.yellow ? { SSLX: parcels[c]!.yellow! } : undefined)),
    ),
    layerOf(
      'ZXCQGHYDYH',
      rowsOf((c) => ({ YDYHFLDM: parcels[c]!.use })),
    ),
  );

it('every figure of the four lines is what its definition says of the parcels that moved', async () => {
  await fc.assert(
    fc.asyncProperty(many, many, fc.nat(100), async (before, others, share) => {
      const after = before.map((one, cell) => ((cell * 37 + share) % 100 < share ? others[cell]! : one));
      for (const side of [before, after]) {
        for (const line of ['green', 'blue', 'yellow', 'purple'] as const) fc.pre(side.some((p) => p[line]));
        fc.pre(side.some(({ use }) => use === '0701'));
      }
      const { review } = await reviewPlans({
        filed: sideOf('备案', before),
        maintained: sideOf('维护后', after),
        targets: { file: targets, name: 'targets.json', digest: 'targets' },
        overlay,
        date: '20261201',
      });
      const of = (rule: string): Verdict['measure'] =>
        review.verdicts.find((verdict) => verdict.rule === rule)!.measure;
      for (const [when, side] of [
        ['before', before],
        ['after', after],
      ] as const) {
        for (const line of ['green', 'blue', 'yellow', 'purple'] as const) {
          near(
            of(`${line}.area`)[when],
            sum((c) => Boolean(side[c]![line])),
          );
        }
        near(
          of('green.function')[when],
          sum((c) => side[c]!.green && side[c]!.use === '1401'),
        );
        expect(of('yellow.facilities')[when]).toBe(side.filter(({ yellow }) => yellow).length);
        expect(of('blue.connectivity')[when]).toBe(waters(side));
        const [least, most] = served(side);
        expect(of('green.service-range')[when]).toBeGreaterThanOrEqual(least - 0.02);
        expect(of('green.service-range')[when]).toBeLessThanOrEqual(most + 0.02);
      }
      near(
        of('purple.extent').after,
        sum((c) => before[c]!.purple && !after[c]!.purple),
      );
      for (const line of ['green', 'blue', 'yellow'] as const) {
        const kept = sum((c) => Boolean(before[c]![line] && after[c]![line]));
        expect(of(`${line}.layout`).after).toBeCloseTo(
          (kept / sum((c) => Boolean(before[c]![line]))) * 100,
          3,
        );
      }
    }),
    { numRuns: 30 },
  );
});

/** Groups of water, of the line or planned, that touch at a side or a corner. */
function waters(side: readonly Parcel[]): number {
  const isWet = (c: number): boolean => side[c]!.blue || side[c]!.use === '1704';
  const patches = patchesOf(isWet);
  const groups: Set<number>[] = [];
  for (const patch of patches) {
    const beside = new Set(patch.flatMap((c) => [c, ...around(c)]));
    const joined = groups.filter((group) => [...group].some((c) => beside.has(c)));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push(new Set([...patch, ...joined.flatMap((group) => [...group])]));
  }
  return groups.length;
}

/** Bounds of the served share, %: a parcel beside the line lies within its length, one at a corner of it in part, others not. */
function served(side: readonly Parcel[]): [least: number, most: number] {
  const isHome = (c: number): boolean => side[c]!.use === '0701';
  const whole = (c: number): boolean => side[c]!.green || besides(c).some((d) => side[d]!.green);
  const part = (c: number): boolean => whole(c) || around(c).some((d) => side[d]!.green);
  const homes = sum(isHome);
  return [
    (sum((c) => isHome(c) && whole(c)) / homes) * 100,
    (sum((c) => isHome(c) && part(c)) / homes) * 100,
  ];
}
