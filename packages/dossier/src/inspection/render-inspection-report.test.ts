import { PolygonsBuilder } from '@tuheng/geometry';
import { describe, expect, it } from 'vitest';
import { inChromium } from '../testing/in-chromium.ts';
import { sampleInspection, sampleInspectionMap } from '../testing/inspection.ts';
import { renderInspectionReport } from './render-inspection-report.ts';
import { MOST_FINDINGS } from './shown-findings.ts';

const report = (...more: Parameters<typeof sampleInspection>): string =>
  renderInspectionReport(sampleInspection(...more), sampleInspectionMap());

describe('renderInspectionReport', () => {
  it('is the same text for the same inspection, asks for nothing, and lets no text become markup', () => {
    const text = report();
    expect(text).toBe(report());
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/\b(?:src|href)=["']?(?:https?:)?\/\//);
    expect(text).not.toContain('<img src=x');
  });

  it('says on top whether it may be submitted and why not', () => {
    for (const part of ['不能提交', 'T-01 规则 T-01：1 处', '权重未核实'])
      expect(report().includes(part), part).toBe(true);
    const { summary } = sampleInspection();
    expect(report({ summary: { ...summary, maySubmit: true, obstacles: [] } })).toMatch(/<h2>可以提交/);
  });

  it('holds the first findings of a rule and says where the others are', () => {
    const { findings, rules } = sampleInspection();
    const many = Array.from({ length: MOST_FINDINGS + 5 }, (_, i) => ({ ...findings[0]!, row: i + 1 }));
    const text = report({ findings: many, rules: [{ ...rules[0]!, findings: many.length }] });
    expect(text).toContain('findings.xlsx');
    expect(text.length).toBeLessThan(1_000_000);
  });

  it('stays below 20 MB with 100,000 findings of forty rules, and ground of two million vertices', () => {
    const { findings, rules } = sampleInspection();
    const [of] = findings;
    const many = Array.from({ length: 100_000 }, (_, i) => {
      const [x, y] = [131.9 + (i % 317) * 0.0007, 46.9 + (i % 331) * 0.0007];
      const ring = Array.from({ length: 60 }, (_, k) => [
        x + 0.0002 * Math.cos((k * Math.PI) / 30),
        y + 0.0002 * Math.sin((k * Math.PI) / 30),
      ]);
      return {
        ...of!,
        rule: `X-${Math.floor(i / 2500)}`,
        row: i + 1,
        message: `与第 ${i} 行重叠 ${i / 100} m²，最宽 ${i / 1e4} m，四周有 ${i % 7} 个图斑。`,
        others: [{ layer: 'GHFQ', bsm: `${230_898_000_000_000 + i}`, row: i + 2 }],
        geometry: { type: 'Polygon' as const, coordinates: [[...ring, ring[0]!]] },
      };
    });
    const builder = new PolygonsBuilder();
    for (let i = 0; i < 40_000; i++) {
      const [x, y] = [44_490_000 + (i % 200) * 150, 5_197_000 + Math.floor(i / 200) * 150];
      const ring = Array.from({ length: 50 }, (_, k) => {
        const reach = k % 2 === 0 ? 70 : 40;
        return [x + reach * Math.cos((k * Math.PI) / 25), y + reach * Math.sin((k * Math.PI) / 25)];
      });
      builder.addRing([...ring, ring[0]!].flat());
      builder.endPolygon();
      builder.endFeature();
    }
    const inspection = sampleInspection({
      findings: many,
      rules: Array.from({ length: 40 }, (_, i) => ({ ...rules[0]!, rule: `X-${i}`, findings: 2500 })),
    });
    const map = sampleInspectionMap();
    const text = renderInspectionReport(inspection, {
      ...map,
      layers: [{ code: 'GHFQ', title: '规划分区', polygons: builder.build() }],
    });
    expect(Buffer.byteLength(text)).toBeLessThan(20_000_000);
    expect(text).toContain('这里列出前 400 处，其余 2,100 处见 findings.xlsx。');
  });
});

/** More obstacles than are in sight. */
const blocked = (): string => {
  const { summary } = sampleInspection();
  return report({ summary: { ...summary, obstacles: [1, 2, 3, 4, 5].map((n) => `障碍 ${n}`) } });
};

inChromium(blocked, ({ open }) => {
  it('prints every obstacle and the findings of every rule, and folds again after', async () => {
    const page = await open(1440, 900);
    const last = page.locator('.obstacles li').last();
    expect(await last.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await last.textContent()).toBe('障碍 5');
    expect(await last.isVisible()).toBe(true);
    expect(await page.locator('.finding:visible').count()).toBe(4);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await last.isVisible()).toBe(false);
    await page.close();
  });
});

inChromium(report, ({ problems, open }) => {
  it.each([
    [1440, 900],
    [390, 844],
  ])('lists the rules in working order at %i × %i, without an error or a request', async (width, height) => {
    const page = await open(width, height);
    const ids = await page
      .locator('.rule-entry')
      .evaluateAll((entries) =>
        entries.map((entry) => (entry as unknown as { dataset: { id: string } }).dataset.id),
      );
    expect(ids).toEqual(['T-01', 'A-06', 'T-08', 'V-01', 'S-01']);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('flies to a fault that is half a millimetre large and tells about it', async () => {
    const page = await open(1440, 900);
    const look = () => page.evaluate('document.querySelector("#map").toDataURL()');
    const before = await look();
    for (const key of ['j', 'j', 'j', 'n']) await page.keyboard.press(key);
    await page.waitForTimeout(300);
    expect(await page.locator('#card').textContent()).toContain('GHFQ 第 2 行');
    expect(await look()).not.toBe(before);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('filters the rules by status', async () => {
    const page = await open(1440, 900);
    const shown = () => page.locator('.rule-entry:visible').count();
    const all = await shown();
    await page.locator('.chip:has-text("通过")').last().click();
    expect(await shown()).toBeLessThan(all);
    await page.close();
  });
});
