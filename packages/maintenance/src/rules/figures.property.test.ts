import { loadKernelOverlay, type Overlay } from '@tuheng/geometry';
import type { Layer, TargetsFile } from '@tuheng/standard';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { Review, Verdict } from '../review.ts';
import { reviewPlans } from '../review-plans.ts';
import { around, CELL, cellAreas, cells, near, patchesOf, rowsOf, sum } from '../testing/cell-grid.ts';
import { layerOf, planOf, type Row } from '../testing/plans.ts';

/*
 * Parcels of a square grid are put at random into lines, zones and classes, before and after. What every rule must say of them is
 * counted parcel by parcel here, without any overlay, and compared.
 */

/** What one parcel is on one side. */
interface Parcel {
  readonly boundary: boolean;
  readonly special: boolean;
  readonly redLine: boolean;
  readonly farmland: boolean;
  readonly cultivated: boolean;
  readonly zone: string;
  readonly use: string;
}
/** What it is on the ground. */
interface Ground {
  readonly survey: string;
  readonly grade: number;
  readonly slope: number;
  readonly zone: boolean;
}

const zones: Readonly<Record<string, string>> = {
  100: '生态保护区',
  200: '生态控制区',
  300: '农田保护区',
  410: '城镇发展区',
  520: '乡村发展区',
  700: '矿产能源发展区',
};
const construction = new Set(['0701', '0801', '1001', '1202', '1311', '1503', '2301', '16']);

const parcel = fc.record({
  boundary: fc.boolean(),
  special: fc.boolean(),
  redLine: fc.boolean(),
  farmland: fc.boolean(),
  cultivated: fc.boolean(),
  zone: fc.constantFrom(...Object.keys(zones)),
  use: fc.constantFrom(...construction, '0103', '0601', '1701', '2306'),
});
const ground = fc.record({
  survey: fc.constantFrom('0103', '0701', '0301', '1101', '1003'),
  grade: fc.integer({ min: 1, max: 15 }),
  slope: fc.integer({ min: 1, max: 5 }),
  zone: fc.boolean(),
});
const many = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: cells.length, maxLength: cells.length });

const source = '测试';
const FRAGMENT = 1.5 * CELL * CELL;
const GAP = 20;
const BASE_2020 = 100_000;
const targets: TargetsFile = {
  schema: 'tuheng.targets/1',
  targets: { urbanConstructionLand2020: { value: BASE_2020, unit: 'm²', source } },
  parameters: Object.fromEntries(
    ['udb.fragments.minimumArea', 'pbf.fragments.minimumArea']
      .map((key) => [key, { value: FRAGMENT, unit: 'm²', source }])
      .concat([['pbf.contiguity.gap', { value: GAP, unit: 'm', source }]]),
  ),
};

let overlay: Overlay;
beforeAll(async () => {
  overlay = await loadKernelOverlay(0.0001);
});

function sideOf(name: string, parcels: readonly Parcel[], land: readonly Ground[]) {
  const layers: readonly [string, Row[]][] = [
    [
      'CZKFBJ',
      rowsOf((c) =>
        parcels[c]!.boundary ? { GHFQMC: parcels[c]!.special ? '特别用途区' : '城镇集中建设区' } : undefined,
      ),
    ],
    ['STBHHX', rowsOf((c) => (parcels[c]!.redLine ? { BZ: '' } : undefined))],
    [
      'YJJBNTBHTB',
      rowsOf((c) =>
        parcels[c]!.farmland ? { GDDB: land[c]!.grade, GDPDJB: String(land[c]!.slope) } : undefined,
      ),
    ],
    ['GDBHMB', rowsOf((c) => (parcels[c]!.cultivated ? { DLBM: '0103' } : undefined))],
    ['GHFQ', rowsOf((c) => ({ GHFQDM: parcels[c]!.zone, GHFQMC: zones[parcels[c]!.zone]! }))],
    ['GHYDYH', rowsOf((c) => ({ YDYHFLDM: parcels[c]!.use }))],
  ];
  return planOf(name, ...layers.map(([code, rows]): Layer => layerOf(code, rows)));
}

async function reviewOf(
  before: readonly Parcel[],
  after: readonly Parcel[],
  land: readonly Ground[],
): Promise<Review> {
  const { review } = await reviewPlans({
    filed: sideOf('备案', before, land),
    maintained: sideOf('维护后', after, land),
    base: planOf(
      '基础数据',
      layerOf(
        'DLTB',
        rowsOf((c) => ({ DLBM: land[c]!.survey })),
      ),
      layerOf(
        'KFQ',
        rowsOf((c) => (land[c]!.zone ? {} : undefined)),
      ),
      layerOf(
        'XZQ',
        rowsOf(() => ({})),
      ),
    ),
    targets: { file: targets, name: 'targets.json', digest: 'targets' },
    overlay,
    date: '20261201',
  });
  return review;
}

/** Groups of parcels within reach of each other: all that touch, at a corner too. */
const clustersOf = (wanted: (cell: number) => boolean): number => {
  const patches = patchesOf(wanted);
  const touch = (a: readonly number[], b: readonly number[]): boolean =>
    a.some((p) => b.some((q) => around(p).includes(q)));
  const group = patches.map((_, i) => i);
  for (let i = 0; i < patches.length; i++) {
    for (let j = 0; j < i; j++) {
      if (!touch(patches[i]!, patches[j]!)) continue;
      const [from, to] = [group[i]!, group[j]!];
      for (let k = 0; k < group.length; k++) if (group[k] === from) group[k] = to;
    }
  }
  return new Set(group).size;
};

const mean = (values: readonly number[], weights: readonly number[]): number =>
  values.reduce((total, value, k) => total + value * weights[k]!, 0) / weights.reduce((a, b) => a + b, 0);

it('every figure is what its definition says of the parcels that moved', async () => {
  await fc.assert(
    fc.asyncProperty(
      many(parcel),
      many(parcel),
      many(ground),
      fc.nat(100),
      async (before, others, land, share) => {
        // Only some parcels move.
        const after = before.map((one, cell) => ((cell * 37 + share) % 100 < share ? others[cell]! : one));
        for (const side of [before, after]) {
          fc.pre(side.some((p) => p.boundary && !p.special) && side.some((p) => p.farmland));
          fc.pre(side.some((p) => p.redLine) && side.some((p) => p.cultivated));
        }
        fc.pre(land.some(({ zone }) => zone));
        const { verdicts } = await reviewOf(before, after, land);
        const of = (rule: string): Verdict => verdicts.find((verdict) => verdict.rule === rule)!;
        const sides = [
          ['before', before],
          ['after', after],
        ] as const;
        for (const [when, side] of sides) {
          const at = (rule: string): number | null => of(rule).measure[when];
          near(
            at('udb.total'),
            sum((c) => side[c]!.boundary),
          );
          near(
            at('er.area'),
            sum((c) => side[c]!.redLine),
          );
          near(
            at('pbf.area'),
            sum((c) => side[c]!.farmland),
          );
          near(
            at('cultivated.area'),
            sum((c) => side[c]!.cultivated),
          );
          near(
            at('indicator.construction-land'),
            sum((c) => construction.has(side[c]!.use)),
          );
          near(
            at('udb.expansion-multiple')! * BASE_2020,
            sum((c) => side[c]!.boundary && !side[c]!.special),
          );
          const boundary = patchesOf((c) => side[c]!.boundary);
          const farmland = patchesOf((c) => side[c]!.farmland);
          expect(at('udb.fragments')).toBe(boundary.filter((patch) => patch.length === 1).length);
          expect(at('pbf.fragments')).toBe(farmland.filter((patch) => patch.length === 1).length);
          near(at('pbf.contiguity'), sum((c) => side[c]!.farmland) / farmland.length);
          expect(detail(of('pbf.contiguity'), '连片组数')[when]).toBe(clustersOf((c) => side[c]!.farmland));
          const zoned = sum((c) => land[c]!.zone);
          expect(at('udb.development-zone-inclusion')).toBeCloseTo(
            (sum((c) => land[c]!.zone && side[c]!.boundary) / zoned) * 100,
            3,
          );
          const fields = cells.filter((c) => side[c]!.farmland);
          expect(at('pbf.quality')).toBeCloseTo(
            mean(
              fields.map((c) => land[c]!.grade),
              fields.map((c) => cellAreas[c]!),
            ),
            4,
          );
          near(
            at('lines.no-overlap'),
            sum((c) => side[c]!.boundary && side[c]!.redLine) +
              sum((c) => side[c]!.boundary && side[c]!.farmland) +
              sum((c) => side[c]!.redLine && side[c]!.farmland),
          );
          near(
            at('zoning.follows-lines'),
            sum((c) => (side[c]!.zone === '100') !== side[c]!.redLine) +
              sum((c) => (side[c]!.zone === '410') !== side[c]!.boundary),
          );
        }
        near(
          of('udb.transfer-balance').measure.after,
          sum(
            (c) => after[c]!.boundary && !before[c]!.boundary && !['0701', '1003'].includes(land[c]!.survey),
          ),
        );
        near(
          of('er.change-has-basis').measure.after,
          sum((c) => after[c]!.redLine !== before[c]!.redLine),
        );
        near(
          of('zoning.mineral-energy').measure.after,
          sum((c) => after[c]!.zone === '700' && after[c]!.redLine) +
            sum((c) => after[c]!.zone === '700' && after[c]!.farmland) +
            sum((c) => after[c]!.zone === '700' && after[c]!.boundary),
        );
        near(of('zoning.coverage').measure.after, 0);
        const moved = sum((c) => before[c]!.zone !== after[c]!.zone);
        expect(of('zoning.dominant-function').measure.after).toBeCloseTo(
          (1 - moved / sum(() => true)) * 100,
          3,
        );
        const matrix = of('zoning.transitions').tables[0]?.rows ?? [];
        near(
          matrix.reduce((total, row) => total + Number(row[3]), 0),
          moved,
        );
        for (const [from, to, , area] of matrix) {
          near(
            Number(area),
            sum((c) => zones[before[c]!.zone] === from && zones[after[c]!.zone] === to && from !== to),
          );
        }
      },
    ),
    { numRuns: 40 },
  );
});

function detail(verdict: Verdict, label: string): Verdict['measure'] {
  return verdict.details.find((one) => one.label.startsWith(label))!.measure;
}
