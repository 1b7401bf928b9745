import { loadKernelOverlay, type Overlay, reprojectPolygons } from '@tuheng/geometry';
import { crsOf, type Layer } from '@tuheng/standard';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ReviewResult, reviewPlans } from './review-plans.ts';
import { ruleBook } from './rule-book.ts';
import { cityLandRules } from './rules/city-land/city-land-rules.ts';
import { cityLinesRules } from './rules/city-lines/city-lines-rules.ts';
import {
  type CountyPlans,
  countyPlans,
  field,
  type MaintainedRows,
  places,
  planZone,
  redLine,
  town,
} from './testing/county.ts';
import { box, planOf } from './testing/plans.ts';

let overlay: Overlay;
beforeAll(async () => {
  overlay = await loadKernelOverlay(0.0001);
});

function review(plans: CountyPlans, withTargets = true): Promise<ReviewResult> {
  return reviewPlans({
    filed: plans.filed,
    maintained: plans.maintained,
    base: plans.base,
    ...(withTargets ? { targets: { file: plans.targets, name: 'targets.json', digest: 'targets' } } : {}),
    overlay,
    date: '20261124',
  });
}

const statuses = ({ review: { verdicts } }: ReviewResult, status: string): string[] =>
  verdicts.filter((verdict) => verdict.status === status).map(({ rule }) => rule);

describe('a lawful maintenance', () => {
  it('passes every rule', async () => {
    const result = await review(countyPlans());
    expect(statuses(result, 'fail')).toEqual([]);
    expect(statuses(result, 'undetermined')).toEqual([]);
    expect(result.review.verdicts).toHaveLength(ruleBook.length);
    expect(statuses(result, 'notApplicable')).toEqual([
      'zoning.mineral-energy',
      ...cityLandRules.map(({ id }) => id),
      ...cityLinesRules.map(({ id }) => id),
      'projects.withdrawn-gone',
    ]);
  });

  it('is the same byte for byte when reviewed again', async () => {
    const [one, two] = [await review(countyPlans()), await review(countyPlans())];
    expect(JSON.stringify(one.review)).toBe(JSON.stringify(two.review));
  });

  it('tells the change in plane areas that can be checked by hand', async () => {
    const { layers } = (await review(countyPlans())).review;
    const { change, conservation, filed, maintained, noise } = layers.CZKFBJ!;
    expect(change.transferOut.planeArea).toBeCloseTo(20_000, 6);
    expect(change.transferIn.planeArea).toBeCloseTo(18_000, 6);
    expect(filed.planeArea).toBeCloseTo(1_020_000, 6);
    expect(maintained.planeArea).toBeCloseTo(1_018_000, 6);
    expect(noise.pieces).toBe(0);
    expect(conservation.holds).toBe(true);
    expect(layers.STBHHX!.unchanged.features).toBe(1);
  });

  it('tells the reclassification as a matrix', async () => {
    const { change } = (await review(countyPlans())).review.layers.GHFQ!;
    expect(
      change.reclassified.matrix.map(({ from, to, planeArea }) => [from, to, Math.round(planeArea)]),
    ).toEqual([
      ['520', '300', 100_000],
      ['410', '520', 20_000],
      ['520', '410', 18_000],
    ]);
    expect(change.transferIn.pieces + change.transferOut.pieces).toBe(0);
  });

  it('says what is missing instead of passing without targets', async () => {
    const result = await review(countyPlans(), false);
    expect(statuses(result, 'fail')).toEqual([]);
    expect(statuses(result, 'undetermined')).toEqual([
      'udb.fragments',
      'udb.holes',
      'udb.development-zone-inclusion',
      'udb.shape',
      'pbf.quality',
      'pbf.contiguity',
      'pbf.fragments',
      'zoning.dominant-function',
      'zoning.transitions',
      'zoning.follows-lines',
      'projects.eligibility',
      'projects.table-and-geometry',
      'projects.duplicates',
      'udb.expansion-multiple',
      'indicator.construction-land',
      'nature.maintenance-or-revision',
    ]);
    for (const verdict of result.review.verdicts) {
      expect(verdict.reasons.length > 0).toBe(verdict.status === 'undetermined');
    }
  });
});

/** One edit of the lawful B, and the rules that must fail for it: these and no other. Some edits draw zones over each other. */
const faults: readonly [string, (rows: MaintainedRows) => void, readonly string[]][] = [
  [
    'the boundary grows over built-up land',
    (rows) => rows.CZKFBJ.push(town(box(0, -60, 1000, 60))),
    [
      'udb.total',
      'udb.expansion-multiple',
      'udb.shape',
      'zoning.follows-lines',
      'nature.maintenance-or-revision',
    ],
  ],
  [
    'more cultivated land comes in than goes out',
    (rows) => {
      rows.CZKFBJ[1] = town(box(0, 1000, 1000, 21));
      rows.GHFQ[2] = planZone('410', '城镇集中建设区', box(0, 1000, 1000, 21));
    },
    [
      'udb.total',
      'udb.expansion-multiple',
      'udb.transfer-balance',
      'nature.maintenance-or-revision',
      'zoning.coverage',
    ],
  ],
  [
    'a speck is added',
    (rows) => {
      rows.CZKFBJ.push(town(box(1500, 1500, 15, 15)));
      rows.GHFQ.push(planZone('410', '城镇集中建设区', box(1500, 1500, 15, 15)));
    },
    ['udb.fragments', 'udb.shape', 'zoning.coverage'],
  ],
  [
    'a hole is cut',
    (rows) => {
      rows.CZKFBJ[0] = town(places.main, box(100, 100, 50, 50));
      rows.GHFQ[0] = planZone('410', '城镇集中建设区', places.main, box(100, 100, 50, 50));
      rows.GHFQ.push(planZone('520', '一般农业区', box(100, 100, 50, 50)));
    },
    ['udb.holes', 'udb.shape'],
  ],
  [
    'a part of the development zone leaves',
    (rows) => {
      rows.CZKFBJ[0] = town(box(0, 0, 700, 1000));
      rows.GHFQ[0] = planZone('410', '城镇集中建设区', box(0, 0, 700, 1000));
      rows.GHFQ.push(planZone('520', '一般农业区', box(700, 0, 300, 1000)));
    },
    ['udb.development-zone-inclusion', 'udb.shape'],
  ],
  [
    'farmland is given up',
    (rows) => {
      // One of grade 5, the mean being above it: the quality of the rest falls with it.
      rows.YJJBNTBHTB.splice(4, 1);
    },
    ['pbf.area', 'pbf.quality', 'nature.maintenance-or-revision'],
  ],
  [
    'steep poor land is protected',
    (rows) => {
      rows.YJJBNTBHTB[6] = field(places.newField, 12, '4');
    },
    ['pbf.quality'],
  ],
  [
    'a field is scattered in fragments',
    (rows) => {
      for (let i = 0; i < 3; i++) rows.YJJBNTBHTB.push(field(box(200 + 300 * i, 1500, 15, 15)));
      for (let i = 0; i < 3; i++)
        rows.GHFQ.push(planZone('300', '农田保护区', box(200 + 300 * i, 1500, 15, 15)));
    },
    ['pbf.contiguity', 'pbf.fragments', 'zoning.coverage'],
  ],
  [
    'the red line is cut',
    (rows) => {
      rows.STBHHX[0] = redLine(box(0, 4000, 9000, 1000), '演示〔2026〕3号');
      rows.GHFQ[6] = planZone('100', '生态保护区', box(0, 4000, 9000, 1000));
    },
    ['er.area', 'er.change-has-basis', 'nature.maintenance-or-revision', 'zoning.coverage'],
  ],
  [
    'the red line moves without a document',
    (rows) => {
      rows.STBHHX[0] = redLine(box(0, 4001, 10_000, 1000));
      rows.GHFQ[6] = planZone('100', '生态保护区', box(0, 4001, 10_000, 1000));
    },
    ['er.change-has-basis', 'nature.maintenance-or-revision', 'zoning.coverage'],
  ],
  [
    'cultivated land is lost',
    (rows) => rows.GDBHMB.splice(0, 2),
    ['cultivated.area', 'nature.maintenance-or-revision'],
  ],
  [
    'the boundary lies over farmland',
    (rows) => {
      rows.YJJBNTBHTB.push(field(box(900, 900, 100, 100)));
    },
    [
      'pbf.contiguity',
      'pbf.quality',
      'lines.no-overlap',
      'zoning.follows-lines',
      'nature.maintenance-or-revision',
    ],
  ],
  [
    'a zone is forgotten',
    (rows) => {
      rows.GHFQ[2] = planZone('520', '一般农业区', places.extension);
    },
    ['zoning.follows-lines'],
  ],
];

describe('faults', () => {
  it.each(faults)('%s', async (_, edit, rules) => {
    const result = await review(countyPlans(edit));
    expect(statuses(result, 'fail').sort()).toEqual([...rules].sort());
    for (const { status, rule, evidence, explanation } of result.review.verdicts) {
      if (status !== 'fail') continue;
      expect(explanation).not.toBe('');
      expect(evidence.length, rule).toBeGreaterThan(0);
    }
  });
});

describe('inputs in other coordinate systems', () => {
  it('compares longitude and latitude with the plane and says so', async () => {
    const plans = countyPlans();
    const geographic = (layer: Layer): Layer => ({
      ...layer,
      crs: crsOf(4490)!,
      polygons: reprojectPolygons(layer.polygons, layer.crs, crsOf(4490)!),
    });
    const maintained = planOf('维护后', ...[...plans.maintained.layers.values()].map(geographic));
    const { review: result } = await review({ ...plans, maintained });
    expect(result.notes.map(({ code }) => code)).toContain('review.reprojected');
    expect(result.layers.CZKFBJ!.change.transferIn.planeArea).toBeCloseTo(18_000, 2);
    expect(result.verdicts.filter(({ status }) => status === 'fail')).toEqual([]);
  });

  it('measures by the geographic path when the filed database is in longitude and latitude', async () => {
    const plans = countyPlans();
    const geographic = (layer: Layer): Layer => ({
      ...layer,
      crs: crsOf(4490)!,
      polygons: reprojectPolygons(layer.polygons, layer.crs, crsOf(4490)!),
    });
    const all = (plan: CountyPlans['filed']) =>
      planOf(plan.name, ...[...plan.layers.values()].map(geographic));
    const flat = (await review(plans)).review.layers.CZKFBJ!.filed.area;
    const { review: result } = await review({
      ...plans,
      filed: all(plans.filed),
      maintained: all(plans.maintained),
    });
    expect(result.crs.epsg).toBe(4490);
    // Undensified edges: some parts per million away from the plane path, but not equal to it (standards.md §7.4).
    const relative = Math.abs(result.layers.CZKFBJ!.filed.area - flat) / flat;
    expect(relative).toBeGreaterThan(1e-9);
    expect(relative).toBeLessThan(1e-4);
  });
});

describe('databases that cannot be compared', () => {
  it('names both when they share no layer', async () => {
    const plans = countyPlans();
    const only = planOf('别的', plans.base.layers.get('KFQ')!);
    await expect(review({ ...plans, maintained: only })).rejects.toMatchObject({
      code: 'review.no-common-layer',
    });
  });
});
