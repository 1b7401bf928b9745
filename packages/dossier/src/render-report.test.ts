import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { renderReport } from './render-report.ts';
import { inChromium } from './testing/in-chromium.ts';
import { sampleMap, sampleReview } from './testing/review.ts';

describe('renderReport', () => {
  it('is the same text for the same review', () => {
    expect(renderReport(sampleReview(), sampleMap())).toBe(renderReport(sampleReview(), sampleMap()));
  });

  it('asks for nothing from anywhere', () => {
    const text = renderReport(sampleReview(), sampleMap());
    expect(text).not.toMatch(/\b(?:src|href)=["']?(?:https?:)?\/\//);
    expect(text).toContain("default-src 'none'");
  });

  it('lets no text of the data become markup', () => {
    const text = renderReport(sampleReview(), sampleMap());
    expect(text).not.toContain('<img src=x');
    expect(text).not.toContain('<script>document.title');
    expect(text).not.toContain('<i>块</i>');
  });

  it('says on top what the data do to the trustworthiness of the verdicts', () => {
    const review = sampleReview();
    const quality = {
      input: 'maintained',
      inspection: 'a'.repeat(64),
      mark: 64,
      maySubmit: false,
      errors: 3,
      warnings: 0,
      doubts: [
        { layer: 'CZKFBJ', message: '边界<自相交>（G-02，3 处）。', verdicts: [review.verdicts[0]!.rule] },
      ],
    } as const;
    const text = renderReport({ ...review, dataQuality: [quality] }, sampleMap());
    expect(text.indexOf('数据问题影响 1 条判定的可信度')).toBeLessThan(text.indexOf('class="chips"'));
    expect(text).toContain('数据存疑（维护后 B CZKFBJ）：边界&lt;自相交&gt;');
    expect(renderReport(review, sampleMap())).not.toContain('数据问题影响');
  });

  it('says when the county is invented', () => {
    expect(renderReport(sampleReview(), sampleMap())).not.toContain('虚构的县');
    expect(renderReport(sampleReview({ invented: true }), sampleMap())).toContain('虚构的县，不是真实规划');
  });
});

inChromium(
  () => renderReport(sampleReview(), sampleMap()),
  ({ problems, open }) => {
    const look = (page: Page): Promise<string> =>
      page.evaluate('document.querySelector("#map").toDataURL()') as Promise<string>;

    it.each([
      [1440, 900],
      [390, 844],
    ])('works at %i × %i without an error or a request', async (width, height) => {
      const page = await open(width, height);
      expect(await page.locator('.verdict').count()).toBe(3);
      expect(await page.locator('.verdict .rule').allTextContents()).toEqual([
        'fail.rule',
        'doubt.rule',
        'pass.rule',
      ]);
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      expect(wide).toBeLessThanOrEqual(width);
      expect(problems).toEqual([]);
      await page.close();
    });

    it('flies to a piece, lights it and tells about it', async () => {
      const page = await open(1440, 900);
      const before = await look(page);
      await page.click('.verdict[data-status=fail] .head');
      await page.click('.piece');
      await page.waitForTimeout(200);
      expect(await look(page)).not.toBe(before);
      expect(await page.locator('#card').textContent()).toContain('1.2346 ha');
      expect(await page.locator('.piece').getAttribute('aria-current')).toBe('true');
      expect(problems).toEqual([]);
      await page.close();
    });

    it('keeps the card of a piece in sight on a phone, clear of the map', async () => {
      const page = await open(390, 844);
      await page.click('.verdict[data-status=fail] .head');
      await page.click('.piece');
      const card = (await page.locator('#card').boundingBox())!;
      const map = (await page.locator('#map').boundingBox())!;
      expect(card.y).toBeGreaterThan(map.y + map.height);
      expect(card.y + card.height).toBeLessThanOrEqual(844);
      // What lies under it can be scrolled clear of it.
      await page.evaluate('scrollTo(0, 1e6)');
      await page.click('#open-changes', { timeout: 2000 });
      await page.close();
    });

    it('brings what an opened verdict says into sight', async () => {
      const page = await open(1440, 420);
      await page.click('.verdict[data-status=fail] .head');
      await page.click('.verdict[data-status=pass] .head');
      const list = (await page.locator('#verdicts .list').boundingBox())!;
      const body = (await page.locator('.verdict.open .explanation').boundingBox())!;
      expect(body.y + body.height).toBeLessThanOrEqual(list.y + list.height);
      await page.close();
    });

    it('shows the tables and pictures of a verdict, chapter by chapter', async () => {
      const page = await open(1440, 900);
      await page.selectOption('.chapters', 'cityLines');
      expect(await page.locator('.verdict:visible .rule').allTextContents()).toEqual(['doubt.rule']);
      await page.click('.verdict:visible .head');
      await page.click('.exhibits:visible');
      const exhibit = page.locator('.exhibit.chosen');
      expect(await exhibit.locator('td').allTextContents()).toEqual([
        ...['公园绿地', '123.46', '61.25'],
        ...['</td><i>块</i>', '', '0'],
      ]);
      expect(await exhibit.locator('.ground svg').count()).toBe(2);
      expect(await exhibit.locator('.ground svg').nth(1).getAttribute('aria-label')).toContain('50.00%');
      const boxes = await Promise.all(
        ['served', 'unserved', 'facility'].map((role) =>
          exhibit.locator(`svg path.${role}`).last().boundingBox(),
        ),
      );
      for (const box of boxes) expect(box!.width).toBeGreaterThan(50);
      await page.click('#open-matrix');
      expect(await page.locator('.flow .ribbon').count()).toBe(1);
      expect(await page.locator('.flow text').allTextContents()).toEqual([
        '520 一般农业区 2.00 ha',
        '410 城镇集中建设区 2.00 ha',
      ]);
      expect(problems).toEqual([]);
      await page.close();
    });

    it('shows before and after, layers and tables by mouse and by key', async () => {
      const page = await open(1440, 900);
      const after = await look(page);
      await page.keyboard.press('b');
      await page.waitForTimeout(100);
      expect(await page.locator('[data-side=filed]').getAttribute('aria-pressed')).toBe('true');
      expect(await look(page)).not.toBe(after);
      await page.click('[data-layer=CZKFBJ]');
      expect(await page.locator('[data-layer=CZKFBJ]').getAttribute('aria-pressed')).toBe('false');
      await page.click('[data-tab=pieces]');
      await page.click('[data-change="1"]');
      expect(await page.locator('#card').textContent()).toContain('520 一般农业区 → 410 城镇集中建设区');
      await page.click('.chip[data-status=pass]');
      expect(await page.locator('.verdict:visible').count()).toBe(2);
      expect(problems).toEqual([]);
      await page.close();
    });
  },
);
