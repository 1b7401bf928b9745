import type { Page } from 'playwright-core';

/** Bytes a second of 10 Mbit/s, and milliseconds of the way there and back. */
const LINE = { downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8, latency: 20 };
/** Milliseconds without a long task after which a page is taken to have become quiet. */
const QUIET = 2000;

export interface FirstLoad {
  /** Seconds until the page had been painted and its last long task of loading was over. */
  readonly interactive: number;
  /** Sent by the server for the page's own files, compressed, without the map's workers. */
  readonly bytes: number;
}

/**
 * Opens a page for the first time on a slow machine and line. Interactive is the end of the last task longer than 50 ms before 2 s of quiet (the usual
 * time to interactive, which waits 5 s), not before the first paint.
 */
export async function firstLoad(page: Page, path: string): Promise<FirstLoad> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, ...LINE });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const files = new Map<string, string>();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, response }) => files.set(requestId, response.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = files.get(requestId) ?? '';
    const isOwn =
      new URL(url, 'http://none').pathname === path || url.includes('/assets/') || url.endsWith('/mark.svg');
    if (isOwn && !url.includes('worker')) bytes += encodedDataLength;
  });
  await page.addInitScript(() => {
    const seen = globalThis as unknown as { longTasks: number[] };
    seen.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) seen.longTasks.push(startTime + duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(path);
  const interactive = await page.evaluate(async (quiet) => {
    const seen = globalThis as unknown as { longTasks: number[] };
    const last = (): number =>
      Math.max(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, ...seen.longTasks);
    const isThere = (): boolean => document.querySelector('form input, nav a') !== null;
    while (!isThere() || performance.now() - last() < quiet) {
      if (performance.now() > 60 * quiet) throw new Error('the page does not come, or does not become quiet');
      await new Promise((done) => setTimeout(done, 100));
    }
    return last() / 1000;
  }, QUIET);
  return { interactive, bytes };
}
