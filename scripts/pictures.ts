/**
 * Takes the pictures of the README: the report of the faulty demonstration county, with a verdict and a piece open, and that of the
 * inspection of a faulty delivery. Needs a
 * Chromium on the machine (Debian: `apt-get install chromium fonts-noto-cjk`).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';

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

function tuheng(...args: readonly string[]): void {
  spawnSync(join(root, 'bin', 'tuheng'), args, { stdio: 'inherit' });
}

tuheng('demo', '--faults', '--out', out, '--date', '20261124');
mkdirSync(images, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

async function opened(file: string, width: number, height: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  await page.goto(pathToFileURL(join(out, file)).href);
  await page.waitForSelector('html[data-ready]');
  return page;
}

async function review(name: string, width: number, height: number): Promise<void> {
  const page = await opened('report.html', width, height);
  await page.click('.verdict[data-status=fail]:has(.rule:text("udb.development-zone-inclusion")) .head');
  await page.click('.verdict.open .piece');
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(images, name) });
  await page.close();
}

/** The inspection of a delivery with a fault for every rule, a gap open. */
async function inspection(name: string): Promise<void> {
  const data = join(out, 'delivery');
  const at = (file: string): string => join(data, file);
  tuheng('demo', '--generate', data, '--data-faults', '--date', '20261124');
  tuheng('inspect', at('成果包'), '--base', at('基础数据.gdb'), '--out', join(out, 'inspection'));
  const page = await opened('inspection/inspection.html', 1440, 900);
  await page.click('.rule-entry[data-id=T-02] .head');
  await page.keyboard.press('n');
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(images, name) });
  await page.close();
}

await review('report.png', 1440, 900);
await review('report-phone.png', 390, 844);
await inspection('inspection.png');
await browser.close();
console.log(`written to ${images}`);
