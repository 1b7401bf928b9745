import {
  ellipsoidArea,
  featureCount,
  loadGeosOverlay,
  loadKernelOverlay,
  type Overlay,
  PolygonsBuilder,
  reprojectPolygons,
} from '@tuheng/geometry';
import { CGCS2000, crsOf, type Layer } from '@tuheng/standard';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { box, planOf, type Ring } from '../testing/plans.ts';
import { countyPlan, siteOf } from '../testing/sites.ts';
import { judgeSite } from './judge-site.ts';
import { prepareSitePlan, type SitePlan } from './site-plan.ts';
import type { SiteReport } from './site-report.ts';

let overlay: Overlay;
let geos: Overlay;
let plan: SitePlan;
beforeAll(async () => {
  overlay = await loadKernelOverlay(0.0001);
  geos = await loadGeosOverlay(0.0001);
  plan = prepareSitePlan({ plan: countyPlan(), overlay });
});

const layerIn = ({ layers }: SiteReport, code: string) => layers.find((layer) => layer.code === code)!;

describe('judgeSite', () => {
  it('tells areas that can be checked by hand', async () => {
    // 300 × 200 m: 100 m in the river, 200 m on the first field, of which the western part.
    const report = await judgeSite(siteOf([box(1900, 500, 300, 200)]), plan);
    const farmland = layerIn(report, 'YJJBNTBHTB');
    expect(farmland.inside.planeArea).toBeCloseTo(40_000, 2);
    expect(farmland.outside.planeArea).toBeCloseTo(20_000, 2);
    expect(farmland.inside.share).toBeCloseTo(2 / 3, 5);
    expect(report.site.planeArea).toBeCloseTo(60_000, 2);
    expect(farmland.features).toHaveLength(1);
    expect(farmland.features[0]).toMatchObject({
      bsm: '230898000000000001',
      class: { list: 'survey', code: '0103', name: '旱地' },
      pieces: 1,
    });
    expect(layerIn(report, 'GHFQ').classes.map(({ class: own, planeArea }) => [own.name, planeArea])).toEqual(
      [
        ['农田保护区', 40_000],
        ['一般农业区', 20_000],
      ],
    );
    expect(farmland.outsideGeometry?.type).toBe('Polygon');
    expect(layerIn(report, 'STBHHX')).toMatchObject({
      features: [],
      touched: 0,
      inside: { pieces: 0, area: 0 },
    });
  });

  it('tells the national ellipsoid area of the site, by the rule of the plan', async () => {
    const site = siteOf([box(1900, 500, 300, 200)]);
    const report = await judgeSite(site, plan);
    expect(report.site.area).toBe(Math.round(ellipsoidArea(site.polygons, 0, site.crs) * 100) / 100);
    const inDegrees = reprojectPolygons(site.polygons, site.crs, CGCS2000);
    const geographic = await judgeSite({ ...site, crs: CGCS2000, polygons: inDegrees }, plan);
    expect(geographic.site.area).toBeCloseTo(report.site.area, 1);
    expect(geographic.notes.map(({ code }) => code)).toEqual(['site.reprojected']);
  });

  it('gives the same answer for a plan in degrees', async () => {
    const inDegrees = prepareSitePlan({ plan: planInDegrees(), overlay });
    const site = siteOf([box(950, 950, 200, 100)]);
    const [metres, degrees] = [await judgeSite(site, plan), await judgeSite(site, inDegrees)];
    for (const layer of metres.layers) {
      expect(layerIn(degrees, layer.code).inside.area, layer.code).toBeCloseTo(layer.inside.area, 0);
    }
    expect(degrees.verdicts.map(({ status }) => status)).toEqual(metres.verdicts.map(({ status }) => status));
  });

  it('is the same byte for byte, and has another id for another site or purpose', async () => {
    const site = siteOf([box(1900, 500, 300, 200)]);
    const [one, two] = [await judgeSite(site, plan), await judgeSite(site, plan)];
    expect(JSON.stringify(one)).toBe(JSON.stringify(two));
    const other = await judgeSite(site, plan, { purpose: { landUse: { code: '0701', year: 2023 } } });
    const moved = await judgeSite(siteOf([box(1900, 500, 300, 201)]), plan);
    expect(new Set([one.id, other.id, moved.id]).size).toBe(3);
  });

  it('leaves the pieces out where they are not asked for, and nothing else', async () => {
    const site = siteOf([box(1900, 500, 300, 200)]);
    const [full, bare] = [await judgeSite(site, plan), await judgeSite(site, plan, { geometry: false })];
    expect(layerIn(bare, 'YJJBNTBHTB').features[0]!.geometry).toBeNull();
    expect(bare.verdicts).toEqual(full.verdicts);
  });

  it('joins the parcels of a site, and counts ground that two of them claim once', async () => {
    const report = await judgeSite(siteOf([box(300, 300, 100, 100)], [box(350, 300, 100, 100)]), plan);
    expect(report.site.planeArea).toBeCloseTo(15_000, 2);
    expect(report.site.parts).toBe(1);
    expect(report.notes.map(({ code }) => code)).toEqual(['site.parcels-overlap']);
    expect(layerIn(report, 'CZKFBJ').inside.planeArea).toBeCloseTo(15_000, 2);
  });

  it('keeps holes', async () => {
    const report = await judgeSite(siteOf([box(300, 300, 100, 100), box(320, 320, 20, 20)]), plan);
    expect(layerIn(report, 'CZKFBJ').inside.planeArea).toBeCloseTo(9600, 2);
    expect(layerIn(report, 'CZKFBJ').outside.pieces).toBe(0);
  });

  it('finds ground outside a layer that overlaps itself by as much', async () => {
    // The second zone is moved by 100 m: it lies on its neighbour, and leaves a strip open behind.
    const moved = countyPlan((layers) => {
      const zones = layers.get('GHFQ')!;
      const xy = zones.polygons.xy.slice();
      for (let i = 2 * zones.polygons.ringStart[3]!; i < 2 * zones.polygons.ringStart[4]!; i += 2)
        xy[i]! -= 100;
      layers.set('GHFQ', { ...zones, polygons: { ...zones.polygons, xy } });
    });
    const report = await judgeSite(
      siteOf([box(1500, 500, 8500, 100)]),
      prepareSitePlan({ plan: moved, overlay }),
    );
    expect(layerIn(report, 'GHFQ').inside.planeArea).toBeCloseTo(850_000, 2);
    expect(layerIn(report, 'GHFQ').outside.planeArea).toBeCloseTo(10_000, 2);
  });

  it('tells the layers the plan does not have', async () => {
    const report = await judgeSite(siteOf([box(300, 300, 10, 10)]), plan);
    expect(report.absent.map(({ code }) => code)).toEqual([
      'YDYHGHFQ',
      'ZXCQGHFQ',
      'XZZTGNDW',
      'GHYDYH',
      'KFQ',
      'ZDJSXM',
    ]);
  });

  it('cannot tell where the county ends without its border and zones', async () => {
    const lines = countyPlan((layers) => {
      for (const code of [...layers.keys()]) if (code !== 'STBHHX') layers.delete(code);
    });
    const report = await judgeSite(
      siteOf([box(300, 300, 10, 10)]),
      prepareSitePlan({ plan: lines, overlay }),
    );
    const verdict = report.verdicts.find(({ question }) => question === 'site.ecological-red-line')!;
    expect(verdict.status).toBe('undetermined');
    expect(verdict.reasons[0]).toContain('不能确认用地在本县内');
  });

  it('repairs features of the plan that cross themselves, and says so', async () => {
    const crossed = countyPlan((layers) => {
      const builder = new PolygonsBuilder();
      const [a, b, c, d] = box(2000, 0, 1000, 1000);
      builder.addRing([...a!, ...c!, ...b!, ...d!]);
      builder.endPolygon();
      builder.endFeature();
      const farmland = layers.get('YJJBNTBHTB')!;
      layers.set('YJJBNTBHTB', { ...farmland, polygons: builder.build() });
    });
    const report = await judgeSite(
      siteOf([box(2000, 0, 1000, 1000)]),
      prepareSitePlan({ plan: crossed, overlay }),
    );
    expect(layerIn(report, 'YJJBNTBHTB').inside.planeArea).toBeCloseTo(500_000, 0);
    expect(report.notes.map(({ code }) => code)).toEqual(['geometry.repair.even-odd']);
  });

  it('describes the largest shares only where there are too many, and counts all', async () => {
    const site = siteOf([box(0, 0, 10_000, 4000)]);
    const [all, two] = [await judgeSite(site, plan), await judgeSite(site, plan, { mostFeatures: 2 })];
    expect(layerIn(two, 'DLTB').features).toEqual(layerIn(all, 'DLTB').features.slice(0, 2));
    expect(layerIn(two, 'DLTB').classes).toEqual(layerIn(all, 'DLTB').classes);
    expect(layerIn(two, 'DLTB').touched).toBe(4);
    expect(two.verdicts).toEqual(all.verdicts);
  });

  it('says where the area stated is not that of the coordinates', async () => {
    const site = siteOf([box(300, 300, 100, 100)]);
    const stated = (statedHectares: number) =>
      judgeSite({ ...site, parcels: [{ ...site.parcels[0]!, statedHectares }] }, plan);
    expect((await stated(1)).notes).toEqual([]);
    expect((await stated(1.2)).notes[0]?.message).toContain('写明面积 1.20 公顷，按坐标计算为 1.00 公顷');
  });

  it('refuses a site that is nowhere near, as a wrong zone number makes it', async () => {
    const site = { ...siteOf([box(300, 300, 100, 100)]), crs: crsOf(4530)! };
    const xy = site.polygons.xy.map((value, i) => (i % 2 === 0 ? value - 2e6 : value));
    await expect(judgeSite({ ...site, polygons: { ...site.polygons, xy } }, plan)).rejects.toMatchObject({
      code: 'site.too-far',
    });
  });

  it('refuses a site that would cost too much', async () => {
    const site = siteOf([box(0, 0, 10_000, 4000)]);
    for (const limits of [{ features: 3 }, { work: 19 }]) {
      await expect(judgeSite(site, plan, { limits })).rejects.toMatchObject({ code: 'site.too-large' });
    }
    await judgeSite(site, plan, { limits: { features: 5, work: 25 } });
  });

  it('refuses a site without ground, and a plan without layers', async () => {
    await expect(judgeSite(siteOf(), plan)).rejects.toMatchObject({ code: 'site.empty' });
    const flat: Ring = [box(0, 0, 1, 1)[0]!, box(0, 0, 1, 1)[1]!, box(0, 0, 1, 1)[0]!];
    await expect(judgeSite(siteOf([flat]), plan)).rejects.toMatchObject({ code: 'site.empty' });
    expect(() => prepareSitePlan({ plan: planOf('空.gdb'), overlay })).toThrow(/没有可以比对的图层/);
  });
});

/** A star of as many points as radii around a middle, metres from the county's corner. */
const star = fc
  .record({
    x: fc.integer({ min: -200, max: 3200 }),
    y: fc.integer({ min: -200, max: 4200 }),
    radii: fc.array(fc.integer({ min: 20, max: 400 }), { minLength: 3, maxLength: 20 }),
  })
  .map(({ x, y, radii }): Ring => {
    const [east, north] = box(x, y, 1, 1)[0]!;
    return radii.map((radius, k) => {
      const angle = (2 * Math.PI * k) / radii.length;
      return [east + radius * Math.cos(angle), north + radius * Math.sin(angle)];
    });
  });

describe('any site', () => {
  it('shares with a coverage and leaves outside of it what it is, together', async () => {
    await fc.assert(
      fc.asyncProperty(star, async (ring) => {
        const report = await judgeSite(siteOf([ring]), plan);
        for (const code of ['GHFQ', 'DLTB', 'XZQ']) {
          const { inside, outside, noise, features } = layerIn(report, code);
          const sum = inside.planeArea + outside.planeArea + noise.planeArea;
          expect(Math.abs(sum - report.site.planeArea), code).toBeLessThan(0.5);
          const byFeature = features.reduce((total, { area }) => total + area, 0);
          expect(Math.abs(byFeature - inside.area)).toBeLessThan(0.01 * (features.length + 1));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has the pieces that GEOS alone gives', async () => {
    const byGeos = prepareSitePlan({ plan: countyPlan(), overlay: geos });
    await fc.assert(
      fc.asyncProperty(star, async (ring) => {
        const [ours, theirs] = [
          await judgeSite(siteOf([ring]), plan),
          await judgeSite(siteOf([ring]), byGeos),
        ];
        for (const layer of ours.layers) {
          const other = layerIn(theirs, layer.code);
          expect(Math.abs(layer.inside.area - other.inside.area), layer.code).toBeLessThan(0.05);
          expect(Math.abs(layer.outside.area - other.outside.area), layer.code).toBeLessThan(0.5);
          expect(layer.features.length).toBe(other.features.length);
        }
      }),
      { numRuns: 30 },
    );
  });
});

function planInDegrees() {
  return countyPlan((layers) => {
    for (const [code, layer] of layers) {
      const moved: Layer = {
        ...layer,
        crs: CGCS2000,
        polygons: reprojectPolygons(layer.polygons, crsOf(4532)!, CGCS2000),
      };
      if (featureCount(layer.polygons) > 0) layers.set(code, moved);
    }
  });
}
