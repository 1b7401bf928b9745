/**
 * Takes the pictures of the workspace into docs/pictures: every place at 1440 × 900 and 390 × 844, on the demonstration county, with a review of its faulty
 * maintenance. Run by `npm run pictures`. Needs a Chromium on the machine (Debian: `apt-get install chromium fonts-noto-cjk`).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { APIRequestContext, Browser, BrowserContext, Page } from 'playwright-core';
import { ZipFile } from 'yazl';
import { startBrowser } from '../apps/web/src/testing/browser.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const pictures = join(root, 'docs', 'pictures');
const out = join(root, 'out', 'workspace-pictures');
const plan = '230898';

/** Milliseconds that a page may take: without a graphics card maps are drawn slowly. */
const PATIENCE = 120_000;
const sizes = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

function tuheng(...args: readonly string[]): ChildProcess {
  return spawn(join(root, 'bin', 'tuheng'), args, { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** A FileGDB as a zip, as counties hand it over. */
function zipped(folder: string): Promise<Buffer> {
  const zip = new ZipFile();
  for (const name of readdirSync(folder))
    zip.addFile(join(folder, name), join(relative(join(folder, '..'), folder), name));
  zip.end();
  return buffer(zip.outputStream);
}

/** Sends a file. @returns its number */
async function upload(
  request: APIRequestContext,
  origin: string,
  name: string,
  bytes: Buffer,
): Promise<string> {
  const tus = { 'tus-resumable': '1.0.0', origin };
  const created = await request.post('/api/v1/uploads', {
    headers: {
      ...tus,
      'upload-length': String(bytes.length),
      'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
    },
  });
  const address = created.headers().location!;
  const headers = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
  const sent = await request.patch(address, { headers, data: bytes });
  if (!sent.ok()) throw new Error(await sent.text());
  return address.split('/').at(-1)!;
}

/** Reviews the faulty maintenance, with the base data as a file: the store keeps no roads. @returns number of the job */
async function reviewFaults(request: APIRequestContext, origin: string): Promise<string> {
  const data = join(out, 'faults');
  await once(tuheng('demo', '--generate', data, '--faults', '--date', '20261124'), 'exit');
  const [filed, maintained, base] = await Promise.all(
    ['备案', '维护后', '基础数据'].map(async (name) => ({
      upload: await upload(request, origin, `${name}.zip`, await zipped(join(data, `${name}.gdb`))),
    })),
  );
  const [targets, projects, filedProjects] = await Promise.all(
    ['targets.json', '重点建设项目清单.xlsx', '备案重点建设项目清单.xlsx'].map(async (name) => ({
      upload: await upload(request, origin, name, readFileSync(join(data, name))),
    })),
  );
  const asked = await request.post('/api/v1/jobs', {
    headers: { origin },
    data: { kind: 'review', plan, filed, maintained, base, targets, projects, filedProjects },
  });
  if (!asked.ok()) throw new Error(await asked.text());
  const { id } = (await asked.json()) as { id: string };
  for (;;) {
    const { state } = (await (await request.get(`/api/v1/jobs/${id}`)).json()) as { state: string };
    if (state === 'done') return id;
    if (state === 'failed' || state === 'cancelled') throw new Error(`the review ${state}`);
    await new Promise((done) => setTimeout(done, 500));
  }
}

async function signedIn(
  browser: Browser,
  address: string,
  name: string,
  size: keyof typeof sizes,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: sizes[size],
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE);
  const data = { name, password: 'only-for-trying-out' };
  const answer = await context.request.post('/api/v1/session', { data, headers: { origin: address } });
  if (!answer.ok()) throw new Error(await answer.text());
  return context;
}

/** Waits until a page has everything and its map is drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  const map = page.locator('[data-pane][aria-busy=true]');
  if ((await page.locator('[data-pane]').count()) > 0) await map.first().waitFor({ state: 'detached' });
  await page.waitForTimeout(800);
}

/** One of a place. */
interface Picture {
  readonly name: string;
  readonly path: string;
  readonly account?: string;
  readonly sizes?: readonly (keyof typeof sizes)[];
}

const both = ['wide', 'phone'] as const;
const zones = JSON.stringify([
  'GHFQ',
  'and',
  'intersects',
  '',
  ['GHFQDM', 'in', '300'],
  ['MJ', '>', '50000'],
]);

function picturesOf(review: string): readonly Picture[] {
  const desk = `/maintenance/${review}`;
  return [
    { name: 'map', path: '/map' },
    { name: 'map-query', path: `/map?panel=query&query=${encodeURIComponent(zones)}`, sizes: ['wide'] },
    { name: 'map-compare', path: '/map?panel=compare&before=1&compare=swipe', sizes: ['wide'] },
    { name: 'map-statistics', path: '/map?panel=statistics', sizes: ['wide'] },
    { name: 'maintenance', path: '/maintenance' },
    { name: 'review', path: `${desk}?rule=lines.no-overlap&n=1` },
    { name: 'review-matrix', path: `${desk}?tab=change&below=matrix`, sizes: ['wide'] },
    { name: 'review-exhibits', path: `${desk}?rule=green.service-range&below=exhibits` },
    { name: 'review-inspection', path: `${desk}?tab=inspection`, sizes: ['wide'] },
    { name: 'rules', path: '/rules/review/udb.fragments' },
    { name: 'system', path: '/system/ledger' },
    { name: 'system-accounts', path: '/system/accounts', account: 'demo-admin', sizes: ['wide'] },
  ];
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
mkdirSync(pictures, { recursive: true });
const server = tuheng('serve', '--demo', '--quiet', '--port', '0', '--data', join(out, 'data'));
const browser = await startBrowser();
try {
  let address = '';
  for await (const line of createInterface(server.stdout!)) {
    address = /^ready (\S+)$/.exec(line)?.[1] ?? '';
    if (address !== '') break;
  }
  const county = await signedIn(browser, address, 'demo-county', 'wide');
  const review = await reviewFaults(county.request, address);
  await county.close();
  for (const { name, path, account = 'demo-county', sizes: own = both } of picturesOf(review)) {
    for (const size of own) {
      const context = await signedIn(browser, address, account, size);
      const page = await context.newPage();
      await page.goto(path);
      await settled(page);
      await page.screenshot({ path: join(pictures, size === 'wide' ? `${name}.png` : `${name}-phone.png`) });
      await context.close();
    }
  }
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await once(server, 'exit');
}
console.log(`written to ${pictures}`);
