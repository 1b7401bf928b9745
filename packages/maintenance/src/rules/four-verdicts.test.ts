import { expect, it } from 'vitest';
import {
  field,
  filedUses,
  filedZones,
  places,
  plannedUse,
  planZone,
  redLine,
  town,
} from '../testing/county.ts';
import { type Circumstances, judged } from '../testing/judged.ts';
import { box } from '../testing/plans.ts';

/** How each verdict of a rule comes about in the small county; its lawful maintenance passes where nothing else is said. */
interface Cases {
  readonly rule: string;
  readonly pass?: Circumstances;
  readonly fail: Circumstances;
  readonly undetermined: Circumstances;
  readonly notApplicable: Circumstances;
}

const noTargets: Circumstances = { targets: { targets: {}, parameters: {} } };
const lacks = (layer: string): Circumstances => ({ without: { maintained: [layer] } });
const absent = (layer: string): Circumstances => ({ absent: layer });

const speck: Circumstances = { edit: (rows) => rows.CZKFBJ.push(town(box(1500, 1500, 15, 15))) };
const mine = (x: number, y: number): Circumstances => ({
  edit: (rows) => rows.GHFQ.push(planZone('700', '矿产能源发展区', box(x, y, 100, 100))),
});
/** All farmland zones become another zone. */
const rezoned = (code: string, name: string): Circumstances => ({
  edit: (rows) => {
    for (const [k, row] of rows.GHFQ.entries()) {
      if (row.attributes?.GHFQDM === '300') rows.GHFQ[k] = planZone(code, name, ...row.rings);
    }
  },
});

const cases: readonly Cases[] = [
  {
    rule: 'udb.transfer-balance',
    fail: { edit: (rows) => rows.CZKFBJ.push(town(box(0, 1090, 1000, 60))) },
    undetermined: { without: { base: ['DLTB'] } },
    notApplicable: absent('CZKFBJ'),
  },
  { rule: 'udb.fragments', fail: speck, undetermined: noTargets, notApplicable: absent('CZKFBJ') },
  {
    rule: 'udb.holes',
    fail: {
      edit: (rows) => {
        rows.CZKFBJ[0] = town(places.main, box(100, 100, 50, 50));
      },
    },
    undetermined: noTargets,
    notApplicable: absent('CZKFBJ'),
  },
  {
    rule: 'udb.development-zone-inclusion',
    fail: {
      edit: (rows) => {
        rows.CZKFBJ[0] = town(box(0, 0, 700, 1000));
      },
    },
    undetermined: { without: { base: ['KFQ'] } },
    notApplicable: absent('CZKFBJ'),
  },
  { rule: 'udb.shape', fail: speck, undetermined: noTargets, notApplicable: absent('CZKFBJ') },
  {
    rule: 'pbf.quality',
    fail: {
      edit: (rows) => {
        rows.YJJBNTBHTB[6] = field(places.newField, 12, '4');
      },
    },
    undetermined: { without: { base: ['DLTB'] } },
    notApplicable: absent('YJJBNTBHTB'),
  },
  {
    rule: 'pbf.contiguity',
    fail: { edit: (rows) => rows.YJJBNTBHTB.push(field(box(500, 1500, 15, 15))) },
    undetermined: noTargets,
    notApplicable: absent('YJJBNTBHTB'),
  },
  {
    rule: 'pbf.fragments',
    fail: { edit: (rows) => rows.YJJBNTBHTB.push(field(box(500, 1500, 15, 15))) },
    undetermined: lacks('YJJBNTBHTB'),
    notApplicable: absent('YJJBNTBHTB'),
  },
  {
    rule: 'er.change-has-basis',
    fail: { edit: (rows) => rows.STBHHX.push(redLine(box(0, 5000, 100, 100))) },
    undetermined: lacks('STBHHX'),
    notApplicable: absent('STBHHX'),
  },
  {
    rule: 'lines.no-overlap',
    fail: { edit: (rows) => rows.YJJBNTBHTB.push(field(box(900, 900, 100, 100))) },
    undetermined: lacks('STBHHX'),
    notApplicable: absent('CZKFBJ'),
  },
  {
    rule: 'zoning.coverage',
    fail: { edit: (rows) => rows.GHFQ.splice(4, 1) },
    undetermined: { without: { base: ['XZQ'] } },
    notApplicable: absent('GHFQ'),
  },
  {
    rule: 'zoning.dominant-function',
    fail: rezoned('520', '一般农业区'),
    undetermined: noTargets,
    notApplicable: { edit: (rows) => rows.GHFQ.splice(0, Infinity, ...filedZones()) },
  },
  {
    rule: 'zoning.transitions',
    fail: {
      edit: (rows) => {
        rows.GHFQ[7] = planZone('700', '矿产能源发展区', ...rows.GHFQ[7]!.rings);
      },
    },
    undetermined: {
      edit: (rows) => {
        rows.GHFQ[4] = planZone('700', '矿产能源发展区', ...rows.GHFQ[4]!.rings);
      },
    },
    notApplicable: { edit: (rows) => rows.GHFQ.splice(0, Infinity, ...filedZones()) },
  },
  {
    rule: 'zoning.follows-lines',
    fail: {
      edit: (rows) => {
        rows.GHFQ[2] = planZone('520', '一般农业区', places.extension);
      },
    },
    undetermined: noTargets,
    notApplicable: absent('GHFQ'),
  },
  {
    rule: 'zoning.mineral-energy',
    pass: mine(500, 1500),
    fail: mine(500, 2500),
    undetermined: { ...mine(500, 1500), without: { maintained: ['YJJBNTBHTB'] } },
    notApplicable: {},
  },
  {
    rule: 'cultivated.area',
    fail: { edit: (rows) => rows.GDBHMB.splice(0, 2) },
    undetermined: lacks('GDBHMB'),
    notApplicable: absent('GDBHMB'),
  },
  {
    rule: 'pbf.area',
    fail: { edit: (rows) => rows.YJJBNTBHTB.splice(0, 1) },
    undetermined: lacks('YJJBNTBHTB'),
    notApplicable: absent('YJJBNTBHTB'),
  },
  {
    rule: 'er.area',
    fail: {
      edit: (rows) => {
        rows.STBHHX[0] = redLine(box(0, 4000, 9000, 1000));
      },
    },
    undetermined: lacks('STBHHX'),
    notApplicable: absent('STBHHX'),
  },
  {
    rule: 'udb.total',
    fail: { edit: (rows) => rows.CZKFBJ.push(town(box(0, -60, 1000, 60))) },
    undetermined: lacks('CZKFBJ'),
    notApplicable: absent('CZKFBJ'),
  },
  {
    rule: 'udb.expansion-multiple',
    fail: { edit: (rows) => rows.CZKFBJ.push(town(box(0, -60, 1000, 60))) },
    undetermined: noTargets,
    notApplicable: absent('CZKFBJ'),
  },
  {
    rule: 'indicator.construction-land',
    fail: {
      edit: (rows) => {
        rows.GHYDYH[1] = plannedUse('0701', places.annex);
      },
    },
    // 10 alone may be 1001 or 1002: town or village land, or other construction land; 23 may be no construction land at all.
    undetermined: {
      edit: (rows) => {
        rows.GHYDYH[1] = plannedUse('23', places.annex);
      },
    },
    notApplicable: absent('GHYDYH'),
  },
  {
    rule: 'nature.maintenance-or-revision',
    fail: { edit: (rows) => rows.CZKFBJ.push(town(box(0, -60, 1000, 60))) },
    undetermined: noTargets,
    notApplicable: {
      edit: (rows) => {
        rows.CZKFBJ.splice(0, Infinity, town(places.main), town(places.annex));
        rows.YJJBNTBHTB.pop();
        rows.GDBHMB.pop();
        rows.GHFQ.splice(0, Infinity, ...filedZones());
        rows.GHYDYH.splice(0, Infinity, ...filedUses());
      },
    },
  },
];

it.each(cases)('$rule: passes, fails, is undetermined, does not apply', async (one) => {
  const passed = await judged(one.rule, one.pass);
  expect(passed.status, passed.explanation).toBe('pass');
  const failed = await judged(one.rule, one.fail);
  expect(failed.status, failed.explanation).toBe('fail');
  expect(failed.evidence.length).toBeGreaterThan(0);
  for (const piece of failed.evidence) expect(piece.geometry.coordinates.length).toBeGreaterThan(0);
  const undetermined = await judged(one.rule, one.undetermined);
  expect(undetermined.status, undetermined.explanation).toBe('undetermined');
  expect(undetermined.reasons.length).toBeGreaterThan(0);
  const idle = await judged(one.rule, one.notApplicable);
  expect(idle.status, idle.explanation).toBe('notApplicable');
  expect(idle.evidence).toEqual([]);
});

it('a layer that is declared absent and there all the same decides nothing', async () => {
  const source = '县政府说明';
  const found = await judged('er.area', { targets: { absentLayers: [{ layer: 'STBHHX', source }] } });
  expect(found.status).toBe('undetermined');
  expect(found.reasons[0]).toContain(source);
});
