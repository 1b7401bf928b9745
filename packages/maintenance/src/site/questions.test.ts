import { loadKernelOverlay, type Overlay } from '@tuheng/geometry';
import type { Layer } from '@tuheng/standard';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Status } from '../review.ts';
import { box, layerOf, type Ring } from '../testing/plans.ts';
import { countyPlan, siteOf } from '../testing/sites.ts';
import { judgeSite, type SiteOptions } from './judge-site.ts';
import { questionBook } from './question-book.ts';
import { prepareSitePlan } from './site-plan.ts';
import type { SitePurpose, SiteVerdict } from './site-report.ts';

let overlay: Overlay;
beforeAll(async () => {
  overlay = await loadKernelOverlay(0.0001);
});

async function verdictOf(
  question: string,
  ring: Ring,
  purpose: SitePurpose = {},
  edit?: (layers: Map<string, Layer>) => void,
  options: SiteOptions = {},
): Promise<SiteVerdict> {
  const plan = prepareSitePlan({ plan: countyPlan(edit), overlay });
  const report = await judgeSite(siteOf([ring]), plan, { ...options, purpose });
  return report.verdicts.find((verdict) => verdict.question === question)!;
}

const housing: SitePurpose = { landUse: { code: '0701', year: 2023 } };
const school: SitePurpose = { landUse: { code: '0804', year: 2023 } };
const grain: SitePurpose = { landUse: { code: '0103', year: 2023 } };
const farmhouse: SitePurpose = { landUse: { code: '0703', year: 2023 } };
const road: SitePurpose = { landUse: { code: '1202', year: 2023 } };
const factory: SitePurpose = { landUse: { code: '100101', year: 2023 } };

const inTown = box(300, 300, 100, 100);
const inField = box(2900, 100, 200, 100);
const inRedLine = box(500, 5000, 100, 100);
const acrossBorder = box(-50, 300, 100, 100);
const inProject = box(2050, 2050, 100, 100);
const inVillage = box(300, 2000, 100, 100);
const without = (code: string) => (layers: Map<string, Layer>) => void layers.delete(code);

const cases: readonly [question: string, status: Status, of: string, verdict: () => Promise<SiteVerdict>][] =
  [
    ['within-county', 'pass', 'a site in the county', () => verdictOf('site.within-county', inTown)],
    ['within-county', 'fail', 'a site half outside', () => verdictOf('site.within-county', acrossBorder)],
    [
      'within-county',
      'fail',
      'a site far away',
      () => verdictOf('site.within-county', box(50_000, 0, 10, 10)),
    ],
    [
      'within-county',
      'undetermined',
      'no XZQ',
      () => verdictOf('site.within-county', inTown, {}, without('XZQ')),
    ],
    [
      'permanent-basic-farmland',
      'pass',
      'a site in town',
      () => verdictOf('site.permanent-basic-farmland', inTown),
    ],
    [
      'permanent-basic-farmland',
      'fail',
      'a site on two fields',
      () => verdictOf('site.permanent-basic-farmland', inField, housing),
    ],
    [
      'permanent-basic-farmland',
      'fail',
      'a site on a field, no purpose',
      () => verdictOf('site.permanent-basic-farmland', inField),
    ],
    [
      'permanent-basic-farmland',
      'notApplicable',
      'a field that stays one',
      () => verdictOf('site.permanent-basic-farmland', inField, grain),
    ],
    [
      'permanent-basic-farmland',
      'undetermined',
      'no YJJBNTBHTB',
      () => verdictOf('site.permanent-basic-farmland', inTown, {}, without('YJJBNTBHTB')),
    ],
    [
      'permanent-basic-farmland',
      'undetermined',
      'ground beyond the county',
      () => verdictOf('site.permanent-basic-farmland', acrossBorder),
    ],
    ['ecological-red-line', 'pass', 'a site in town', () => verdictOf('site.ecological-red-line', inTown)],
    [
      'ecological-red-line',
      'fail',
      'a site in it',
      () => verdictOf('site.ecological-red-line', inRedLine, housing),
    ],
    [
      'ecological-red-line',
      'undetermined',
      'a limited activity',
      () => verdictOf('site.ecological-red-line', inRedLine, { ...road, limitedActivity: 6 }),
    ],
    [
      'ecological-red-line',
      'undetermined',
      'no STBHHX',
      () => verdictOf('site.ecological-red-line', inTown, {}, without('STBHHX')),
    ],
    [
      'urban-boundary',
      'pass',
      'a site in town without purpose',
      () => verdictOf('site.urban-boundary', inTown),
    ],
    [
      'urban-boundary',
      'fail',
      'housing outside that could be inside',
      () => verdictOf('site.urban-boundary', inVillage, { ...housing, independentSiting: false }),
    ],
    [
      'urban-boundary',
      'undetermined',
      'housing outside',
      () => verdictOf('site.urban-boundary', inVillage, housing),
    ],
    [
      'urban-boundary',
      'undetermined',
      'housing outside with siting needs',
      () => verdictOf('site.urban-boundary', inVillage, { ...housing, independentSiting: true }),
    ],
    [
      'urban-boundary',
      'undetermined',
      'outside without purpose',
      () => verdictOf('site.urban-boundary', inVillage),
    ],
    [
      'urban-boundary',
      'undetermined',
      'a school of town or village',
      () => verdictOf('site.urban-boundary', inVillage, school),
    ],
    [
      'urban-boundary',
      'undetermined',
      'a road outside',
      () => verdictOf('site.urban-boundary', inVillage, road),
    ],
    [
      'urban-boundary',
      'notApplicable',
      'a school of the village',
      () => verdictOf('site.urban-boundary', inVillage, { ...school, settlement: 'village' }),
    ],
    ['urban-boundary', 'notApplicable', 'farming', () => verdictOf('site.urban-boundary', inVillage, grain)],
    [
      'urban-boundary',
      'undetermined',
      'no CZKFBJ',
      () => verdictOf('site.urban-boundary', inTown, housing, without('CZKFBJ')),
    ],
    ['planning-zone', 'pass', 'housing in town', () => verdictOf('site.planning-zone', inTown, housing)],
    [
      'planning-zone',
      'pass',
      'a farmhouse in the village',
      () => verdictOf('site.planning-zone', inVillage, farmhouse),
    ],
    ['planning-zone', 'pass', 'grain on farmland', () => verdictOf('site.planning-zone', inField, grain)],
    [
      'planning-zone',
      'undetermined',
      'housing on farmland',
      () => verdictOf('site.planning-zone', inField, housing),
    ],
    ['planning-zone', 'undetermined', 'no purpose', () => verdictOf('site.planning-zone', inTown)],
    [
      'planning-zone',
      'undetermined',
      'a zone told by its number',
      () => verdictOf('site.planning-zone', inTown, housing, withoutZoneNames),
    ],
    [
      'planned-land-use',
      'pass',
      'housing where housing is planned',
      () => verdictOf('site.planned-land-use', inTown, housing),
    ],
    [
      'planned-land-use',
      'fail',
      'a factory where housing is planned',
      () => verdictOf('site.planned-land-use', inTown, factory),
    ],
    [
      'planned-land-use',
      'undetermined',
      'housing on reserved land',
      () => verdictOf('site.planned-land-use', box(800, 0, 50, 50), housing),
    ],
    ['planned-land-use', 'undetermined', 'no purpose', () => verdictOf('site.planned-land-use', inTown)],
    [
      'planned-land-use',
      'notApplicable',
      'a site outside the central city',
      () => verdictOf('site.planned-land-use', inVillage, housing),
    ],
    [
      'planned-land-use',
      'undetermined',
      'a purpose coarser than the plan',
      () =>
        verdictOf('site.planned-land-use', box(550, 0, 50, 50), { landUse: { code: '1001', year: 2023 } }),
    ],
    [
      'cultivated-land-target',
      'pass',
      'a site in town',
      () => verdictOf('site.cultivated-land-target', inTown),
    ],
    [
      'cultivated-land-target',
      'undetermined',
      'housing on a field',
      () => verdictOf('site.cultivated-land-target', inField, housing),
    ],
    [
      'cultivated-land-target',
      'notApplicable',
      'a field that stays one',
      () => verdictOf('site.cultivated-land-target', inField, grain),
    ],
    [
      'land-conversion',
      'pass',
      'housing on built-up land',
      () => verdictOf('site.land-conversion', inTown, housing),
    ],
    [
      'land-conversion',
      'undetermined',
      'housing on farmland',
      () => verdictOf('site.land-conversion', inField, housing),
    ],
    [
      'land-conversion',
      'undetermined',
      'a road on grassland that sources dispute',
      () => verdictOf('site.land-conversion', inRedLine, road),
    ],
    ['land-conversion', 'notApplicable', 'farming', () => verdictOf('site.land-conversion', inField, grain)],
    ['green-line', 'pass', 'a site outside', () => verdictOf('site.green-line', inTown)],
    [
      'green-line',
      'undetermined',
      'a site in the park',
      () => verdictOf('site.green-line', box(150, 150, 100, 100)),
    ],
    [
      'blue-line',
      'undetermined',
      'a site at the water',
      () => verdictOf('site.blue-line', box(950, 950, 10, 10)),
    ],
    ['yellow-line', 'pass', 'an empty layer', () => verdictOf('site.yellow-line', inTown)],
    [
      'purple-line',
      'undetermined',
      'no layer',
      () => verdictOf('site.purple-line', inTown, {}, without('ZXCQCSZX')),
    ],
    [
      'flood-risk-line',
      'undetermined',
      'a site at the river',
      () => verdictOf('site.flood-risk-line', box(1000, 10, 10, 10)),
    ],
    ['heritage-line', 'pass', 'an empty layer', () => verdictOf('site.heritage-line', inTown)],
    ['key-project', 'undetermined', 'construction', () => verdictOf('site.key-project', inTown, housing)],
    [
      'key-project',
      'pass',
      'a site of a listed project',
      () => verdictOf('site.key-project', inProject, road, listed),
    ],
    [
      'key-project',
      'undetermined',
      'a site partly of one',
      () => verdictOf('site.key-project', box(2000, 1950, 100, 100), road, listed),
    ],
    [
      'key-project',
      'undetermined',
      'a site of none',
      () => verdictOf('site.key-project', inField, road, listed),
    ],
    [
      'key-project',
      'notApplicable',
      'a site in town',
      () => verdictOf('site.key-project', inTown, housing, listed),
    ],
    [
      'ecological-red-line',
      'fail',
      'a core protected area, whatever it claims',
      () => verdictOf('site.ecological-red-line', inRedLine, { limitedActivity: 6 }, inCore),
    ],
    ['key-project', 'notApplicable', 'farming', () => verdictOf('site.key-project', inTown, grain)],
  ];

function listed(layers: Map<string, Layer>): void {
  layers.set(
    'ZDJSXM',
    layerOf('ZDJSXM', [{ rings: [box(2000, 2000, 300, 300)], attributes: { XMMC: '变电站' } }]),
  );
}

function inCore(layers: Map<string, Layer>): void {
  const rings = [box(0, 4000, 10_000, 2000)];
  layers.set('STBHHX', layerOf('STBHHX', [{ rings, attributes: { ZRBHDFQ: '核心保护区' } }]));
}

function withoutZoneNames(layers: Map<string, Layer>): void {
  const zones = layers.get('GHFQ')!;
  const columns = new Map(zones.columns);
  columns.delete('GHFQMC');
  layers.set('GHFQ', { ...zones, columns });
}

describe('questions', () => {
  it.each(cases)('%s: %s for %s', async (_, status, __, verdict) => {
    const { explanation, reasons, basis, ...rest } = await verdict();
    expect(rest.status, explanation).toBe(status);
    expect(explanation).toMatch(/。$/);
    expect(reasons.length > 0, 'reasons are given where it is undetermined').toBe(status === 'undetermined');
    for (const { source, confidence } of basis) expect(source && confidence).toBeTruthy();
  });

  it('are all in the table, each with a pass, a failure or an open answer', () => {
    const asked = new Set(cases.map(([question]) => `site.${question}`));
    expect(questionBook.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
  });

  it('say in the explanation how much is taken, to be checked by hand', async () => {
    const { explanation, measure } = await verdictOf('site.permanent-basic-farmland', inField, housing);
    expect(explanation).toMatch(/^用地占用永久基本农田 2\.00 公顷，占用地 100\.00%，涉及 2 个图斑。/);
    expect(measure.inside).toBeCloseTo(20_000, -1);
    expect(measure.outside).toBe(0);
  });

  it('name the missing layer', async () => {
    const verdict = await verdictOf('site.ecological-red-line', inTown, {}, without('STBHHX'));
    expect(verdict.reasons).toEqual(['规划数据库缺少生态保护红线（STBHHX）图层']);
    expect(verdict.measure).toEqual({ inside: null, outside: null, unit: 'm²' });
  });

  it('list the ten kinds of limited activity where none is claimed', async () => {
    const { explanation } = await verdictOf('site.ecological-red-line', inRedLine, housing);
    expect(explanation.match(/（\d+）/g)).toHaveLength(10);
  });

  it('quote what the layer demands', async () => {
    const { explanation } = await verdictOf('site.green-line', box(150, 150, 100, 100));
    expect(explanation).toContain('图层记载的管控要求：公园不得改作他用。');
  });

  it('give what is below the tolerance as noise, not as touching', async () => {
    const { status, explanation } = await verdictOf(
      'site.permanent-basic-farmland',
      box(1900, 100, 100.1, 100),
      housing,
    );
    expect(status).toBe('pass');
    expect(explanation).toContain('另有小于容差的缝隙 1 处');
  });

  it('read a number that the editions use differently only with the edition', async () => {
    const onReused = (layers: Map<string, Layer>) => {
      const layer = layers.get('ZXCQGHYDYH')!;
      const columns = new Map(layer.columns);
      columns.set('YDYHFLDM', { kind: 'text', values: ['1312', '1312', '1312'] });
      columns.set('YDYHFLMC', { kind: 'text', values: [null, null, null] });
      layers.set('ZXCQGHYDYH', { ...layer, columns });
    };
    const waterworks: SitePurpose = { landUse: { code: '1311', year: 2023 } };
    const verdict = (options: SiteOptions) =>
      verdictOf('site.planned-land-use', inTown, waterworks, onReused, options);
    expect((await verdict({})).status).toBe('undetermined');
    expect((await verdict({ planLandUseYear: 2020 })).status).toBe('pass');
    expect((await verdict({ planLandUseYear: 2023 })).status).toBe('fail');
  });

  it('refuse a purpose that is none', async () => {
    await expect(verdictOf('', inTown, { landUse: { code: '0299', year: 2023 } })).rejects.toMatchObject({
      code: 'site.unknown-land-use',
    });
    await expect(verdictOf('', inTown, { limitedActivity: 11 })).rejects.toMatchObject({
      code: 'site.unknown-activity',
    });
  });
});
