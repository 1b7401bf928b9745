import { spawn } from 'node:child_process';
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
import type { ServedCounty } from '../services/serve-county.ts';
import { median } from '../statistics.ts';
import { firstLoad } from '../workspace/first-load.ts';
import { firstResults } from '../workspace/first-results.ts';
import { panAndZoom } from '../workspace/pan-and-zoom.ts';
import { scrollTable } from '../workspace/scroll-table.ts';

/** The workspace in Chromium, without a graphics card, before a server with a county of 200,000 parcels on the same machine. */
export async function workspaceGroup(context: Context): Promise<CaseResult[]> {
  const { parcels, folder: data } = ensureCounty(200_000 * context.scale);
  const folder = mkdtempSync(join(tmpdir(), 'tuheng-bench-workspace-'));
  const [filed, base, maintained] = ['备案.gdb', '基础数据.gdb', '维护后.gdb'].map((name) =>
    join(root, data, name),
  ) as [string, string, string];
  const script = join(root, 'bench', 'services', 'serve-county.ts');
  note(`the workspace on a county of about ${parcels} parcels`);
  const server = spawn(process.execPath, [script, folder, filed, base, '1'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const browser = await startBrowser();
  try {
    const [line] = (await once(createInterface(server.stdout), 'line')) as [string];
    return await measure(browser, JSON.parse(line) as ServedCounty, maintained, context.runs);
  } finally {
    await browser.close();
    server.stdin.end();
    await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  browser: Browser,
  county: ServedCounty,
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
      const opened = await openContext(browser, county, isKnown);
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
  const opened = await openContext(browser, county, true);
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
  const table = await scrollTable(page, county);
  add(`scrolling a table of ${table.rows} rows, frames in ms`, [table.longest / 1000], {
    median: table.median,
    longest: table.longest,
    longestTaskOfOurs: table.ours,
  });
  await opened.close();
  return results;
}

async function openContext(
  browser: Browser,
  county: ServedCounty,
  isKnown: boolean,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: county.address,
    viewport: { width: 1440, height: 900 },
  });
  const [name, value] = county.cookies[0]!.split('=') as [string, string];
  if (isKnown) await context.addCookies([{ name, value, url: county.address }]);
  return context;
}
