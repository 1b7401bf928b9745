import type { Page } from 'playwright-core';

/** Milliseconds of the longest pieces of work in frames that took more than 50 ms. */
export interface LongTasks {
  readonly ours: number;
  /** Pieces of ours over 100 ms. */
  readonly oursOver100: number;
  /** Of the map's library and of the browser's own work. */
  readonly libraries: number;
}

/** Begins to listen to long frames and the scripts in them (Long Animation Frames API). */
export async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = globalThis as unknown as { scripts: { url: string; duration: number }[] };
    seen.scripts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { scripts } = entry as unknown as { scripts: { sourceURL: string; duration: number }[] };
        for (const { sourceURL, duration } of scripts) seen.scripts.push({ url: sourceURL, duration });
      }
    }).observe({ type: 'long-animation-frame' });
  });
}

/** What was seen since. */
export async function tasksSeen(page: Page): Promise<LongTasks> {
  const scripts = await page.evaluate(
    () => (globalThis as unknown as { scripts: { url: string; duration: number }[] }).scripts,
  );
  const isOurs = ({ url }: { readonly url: string }): boolean =>
    url.includes('/assets/') && !/\/(maplibre|react)-/.test(url);
  const longest = (list: readonly { readonly duration: number }[]): number =>
    Math.max(0, ...list.map(({ duration }) => duration));
  const ours = scripts.filter(isOurs);
  return {
    ours: longest(ours),
    oursOver100: ours.filter(({ duration }) => duration > 100).length,
    libraries: longest(scripts.filter((one) => !isOurs(one))),
  };
}
