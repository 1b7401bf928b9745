import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';

const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

/** A report opened from a file by a browser. */
export interface OpenedReport {
  /** Everything that went wrong in any page so far: errors, errors on the console, requests. */
  readonly problems: string[];
  /** The report in a new page of this size, ready; motion is off. */
  open(width: number, height: number): Promise<Page>;
}

/** A suite on one report in Chromium; skipped, and saying so, where none is installed. */
export function inChromium(report: () => string, suite: (opened: OpenedReport) => void): void {
  const title = `in Chromium${browserPath ? '' : ' (skipped: no chromium installed)'}`;
  describe.skipIf(!browserPath)(title, () => {
    let browser: Browser;
    let folder: string;
    let url: string;
    const problems: string[] = [];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'tuheng-报告-'));
      const file = join(folder, 'report.html');
      url = pathToFileURL(file).href;
      await writeFile(file, report());
      browser = await chromium.launch({
        executablePath: browserPath!,
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      });
    });
    afterAll(async () => {
      await browser?.close();
      await rm(folder, { recursive: true, force: true });
    });

    suite({
      problems,
      async open(width, height) {
        const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
        page.on('pageerror', (error) => problems.push(error.message));
        page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
        page.on('request', (request) => request.url() !== url && problems.push(`request ${request.url()}`));
        await page.goto(url);
        await page.waitForSelector('html[data-ready]');
        return page;
      },
    });
  });
}
