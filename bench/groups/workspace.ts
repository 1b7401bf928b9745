import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startBrowser } from '@tuheng/web/testing/browser.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Context } from '../context.ts';
import { ensureCounty } from '../inputs/ensure-county.ts';
import { note } from '../note.ts';
import { root } from '../places.ts';
import type { CaseResult } from '../result.ts';
import { base, password } from '../services/fill-county.ts';
import { median } from '../statistics.ts';
import { firstLoad } from '../workspace/first-load.ts';
import { firstResults } from '../workspace/first-results.ts';
import { panAndZoom } from '../workspace/pan-and-zoom.ts';
import { scrollTable } from '../workspace/scroll-table.ts';

/** The workspace in Chromium, without a graphics card, before a server with a county of 200,000 parcels on the same machine. */
export async function workspaceGroup(context: Context): Promise<CaseResult[]> {
  const { parcels, folder: data } = ensureCounty(200_000 * context.scale);
  const folder = mkdtempSync(join(tmpdir(), 'tuheng-bench-workspace-'));
  const [filed, basic, maintained] = ['备案.gdb', '基础数据.gdb', '维护后.gdb'].map((name) =>
    join(root, data, name),
  ) as [string, string, string];
  note(`the workspace on a county of about ${parcels} parcels`);
  const fill = join(root, 'bench', 'services', 'fill-store.ts');
  const filled = spawnSync(process.execPath, [fill, folder, filed, basic], { stdio: 'inherit' });
  if (filled.status !== 0) throw new Error('the county could not be taken in');
  const server = spawn(join(root, 'bin', 'tuheng'), ['serve', '--data', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const browser = await startBrowser();
  try {
    const [line] = (await once(createInterface(server.stdout), 'line')) as [string];
    return await measure(browser, line.replace(/^ready /, ''), maintained, context.runs);
  } finally {
    await browser.close();
    server.kill('SIGTERM');
    await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  browser: Browser,
  address: string,
  maintained: string,
  runs: number,
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  const add = (title: string, seconds: readonly number[], answer: Readonly<Record<string, number>>): void => {
    const words = Object.entries(answer).map(([name, value]) => `${name} ${Math.round(value)}`);
    results.push({
      case: `${title}: ${words.join(', ')}`,
      ours: { median: median(seconds), runs: seconds, answer },
      peers: {},
      ratio: null,
    });
  };
  for (const [title, path, isKnown] of [
    ['first load of a stranger, sign-in', '/', false],
    ['first load of the map, signed in', '/map', true],
  ] as const) {
    note(title);
    const seconds: number[] = [];
    let bytes = 0;
    for (let n = 0; n < runs; n++) {
      const opened = await openContext(browser, address, isKnown);
      const load = await firstLoad(await opened.newPage(), path);
      seconds.push(load.interactive);
      bytes = load.bytes;
      await opened.close();
    }
    add(`${title}, 4 × slower processor, 10 Mbit/s; KB compressed without map workers`, seconds, {
      KB: bytes / 1000,
      interactiveMs: 1000 * median(seconds),
    });
  }
  const opened = await openContext(browser, address, true);
  const page: Page = await opened.newPage();
  note('a review, and its first results');
  const { painted, drawn, path } = await firstResults(page, maintained);
  add('from the end of a review to its first verdicts, ms', [painted], {
    verdicts: 1000 * painted,
    wholeMap: 1000 * drawn,
  });
  for (const [title, where] of [
    ['the map', '/map'],
    ['the review', path],
  ] as const) {
    note(`panning and zooming ${title}`);
    const { ours, oursOver100, libraries } = await panAndZoom(page, where);
    const seconds = [ours / 1000];
    add(`panning and zooming ${title} for 20 s, longest tasks in ms`, seconds, {
      ours,
      oursOver100,
      libraries,
    });
  }
  note('scrolling a table');
  const table = await scrollTable(page, base);
  add(`scrolling a table of ${table.rows} rows, frames in ms`, [table.longest / 1000], {
    median: table.median,
    longest: table.longest,
    longestTaskOfOurs: table.ours,
  });
  await opened.close();
  return results;
}

async function openContext(browser: Browser, baseURL: string, isKnown: boolean): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
  if (isKnown) {
    const data = { name: 'user-0', password };
    const answer = await context.request.post('/api/v1/session', { data, headers: { origin: baseURL } });
    if (!answer.ok()) throw new Error(`the sign-in answered ${answer.status()}`);
  }
  return context;
}
