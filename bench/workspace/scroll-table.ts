import type { Page } from 'playwright-core';
import { tasksSeen, watchTasks } from './long-tasks.ts';

export interface TableScroll {
  readonly rows: number;
  /** Milliseconds of a frame while it scrolled. */
  readonly median: number;
  readonly longest: number;
  /** Milliseconds of the longest piece of our work. */
  readonly ours: number;
}

/** Opens the parcels of the survey as a table and scrolls through it, first steadily, then in leaps. */
export async function scrollTable(page: Page, plan: string): Promise<TableScroll> {
  await page.goto(
    `/map?plan=${plan}&panel=query&query=${encodeURIComponent(JSON.stringify(['DLTB', 'and', 'intersects', '']))}`,
  );
  const table = page.getByRole('grid');
  await table.waitFor({ timeout: 120_000 });
  await page.waitForFunction(
    () => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) > 1000,
  );
  // What the map beside it still draws is not the table's.
  await page.locator('[data-pane=after][aria-busy=false]').waitFor({ timeout: 120_000 });
  await watchTasks(page);
  const frames = await table.evaluate(async (element) => {
    const taken: number[] = [];
    let before = await new Promise<number>(requestAnimationFrame);
    for (let step = 0; step < 600; step++) {
      element.scrollTop += step < 400 ? 160 : 60_000;
      const now = await new Promise<number>(requestAnimationFrame);
      taken.push(now - before);
      before = now;
    }
    return taken.sort((a, b) => a - b);
  });
  const { ours } = await tasksSeen(page);
  const rows = Number(await table.getAttribute('aria-rowcount')) - 1;
  return { rows, median: frames[frames.length >> 1]!, longest: frames.at(-1)!, ours };
}
