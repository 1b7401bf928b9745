import { loadKernelOverlay, type Overlay } from '@tuheng/geometry';
import { type Layer, landUseClass } from '@tuheng/standard';
import { beforeAll, describe, expect, it } from 'vitest';
import { box, layerOf, type Ring } from '../testing/plans.ts';
import { countyPlan, siteOf } from '../testing/sites.ts';
import { judgeSite } from './judge-site.ts';
import { prepareSitePlan } from './site-plan.ts';
import type { SitePurpose, SiteReport } from './site-report.ts';

let overlay: Overlay;
beforeAll(async () => {
  overlay = await loadKernelOverlay(0.0001);
});

function reportOf(
  ring: Ring,
  purpose: SitePurpose = {},
  edit?: (layers: Map<string, Layer>) => void,
): Promise<SiteReport> {
  return judgeSite(siteOf([ring]), prepareSitePlan({ plan: countyPlan(edit), overlay }), { purpose });
}

const inRedLine = box(500, 5000, 100, 100);
const use = (code: string): SitePurpose => ({ landUse: { code, year: 2023 } });
const possible = ({ limitedActivities }: SiteReport) =>
  limitedActivities.filter((one) => one.possible).map(({ kind }) => kind);
const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe('the kinds of limited activity', () => {
  it('are none outside the red line', async () => {
    expect((await reportOf(box(300, 300, 100, 100))).limitedActivities).toEqual([]);
  });

  it('are all ten where nothing is known of the purpose', async () => {
    const report = await reportOf(inRedLine);
    expect(possible(report)).toEqual(all);
    expect(report.limitedActivities[0]!.reason).toBe('未提供用途，不能排除');
  });

  it.each([
    ['1202', '公路用地', [1, 5, 6, 8, 9, 10]],
    ['1311', '水工设施用地', [1, 5, 6, 8, 9, 10]],
    ['0701', '城镇住宅用地', [10]],
    ['1002', '采矿用地', [7, 10]],
    ['0301', '乔木林地', [1, 2, 3, 4, 5, 7, 8, 9, 10]],
  ])('for %s %s are those that its words do not exclude', async (code, name, kinds) => {
    expect(landUseClass(code, 2023)?.name).toBe(name);
    const report = await reportOf(inRedLine, use(code));
    expect(possible(report)).toEqual(kinds);
    for (const { possible: open, reason } of report.limitedActivities) {
      if (!open) expect(reason).toContain(name);
    }
  });

  it('leave 2 open where the ground is built on already', async () => {
    const report = await reportOf(inRedLine, use('0703'), (layers) => {
      layers.set('DLTB', layerOf('DLTB', [{ rings: [inRedLine], attributes: { DLBM: '0702' } }]));
    });
    expect(possible(report)).toEqual([2, 10]);
  });

  it('are none in a core protected area', async () => {
    const report = await reportOf(inRedLine, {}, (layers) => {
      const rings = [box(0, 4000, 10_000, 2000)];
      layers.set('STBHHX', layerOf('STBHHX', [{ rings, attributes: { ZRBHDFQ: '核心保护区' } }]));
    });
    expect(possible(report)).toEqual([]);
    expect(report.limitedActivities[5]!.reason).toContain('1.00 公顷 在自然保护地核心保护区');
  });

  it('tell whether the site is a strip', async () => {
    const strip = (await reportOf(box(500, 5000, 2000, 20), use('1202'))).limitedActivities[5]!;
    expect(strip.reason).toBe('已知情况不能排除；用地呈带状（长约 2020 m、平均宽 20 m）');
    expect((await reportOf(inRedLine)).limitedActivities[5]!.reason).toContain('不呈带状');
  });

  it('are listed in the verdict, with why the others are not', async () => {
    const { verdicts } = await reportOf(inRedLine, use('1202'));
    const { explanation } = verdicts.find(({ question }) => question === 'site.ecological-red-line')!;
    expect(explanation).toContain('可能适用的有：（1）管护巡护');
    expect(explanation).toContain('（4）用途 1202 公路用地（2023 年版） 是建设用地，不是林木抚育采伐');
  });

  it('make a claim doubtful that they exclude', async () => {
    const { verdicts } = await reportOf(inRedLine, { ...use('0701'), limitedActivity: 6 });
    const verdict = verdicts.find(({ question }) => question === 'site.ecological-red-line')!;
    expect(verdict.status).toBe('undetermined');
    expect(verdict.reasons[0]).toContain('申报的第 6 类看来不适用');
  });
});
