/**
 * Takes the pictures of the README: the report of the faulty demonstration county, with a verdict and a piece open. Needs a
 * Chromium on the machine (Debian: `apt-get install chromium fonts-noto-cjk`).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const images = join(root, 'docs', 'images');
const out = join(root, 'out', 'pictures');
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
if (!executablePath) {
  console.error('no Chromium found: install it and run this again');
  process.exit(2);
}

spawnSync(join(root, 'bin', 'tuheng'), ['demo', '--faults', '--out', out, '--date', '20261124'], {
  stdio: 'inherit',
});
mkdirSync(images, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

async function picture(name: string, width: number, height: number): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  await page.goto(pathToFileURL(join(out, 'report.html')).href);
  await page.waitForSelector('html[data-ready]');
  await page.click('.verdict[data-status=fail]:has(.rule:text("udb.development-zone-inclusion")) .head');
  await page.click('.verdict.open .piece');
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(images, name) });
  await page.close();
}

await picture('report.png', 1440, 900);
await picture('report-phone.png', 390, 844);
await browser.close();
console.log(`written to ${images}`);
