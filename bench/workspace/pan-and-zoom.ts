import type { Page } from 'playwright-core';
import { type LongTasks, tasksSeen, watchTasks } from './long-tasks.ts';

/** Drags the map about and turns the wheel over it, as somebody does who looks for a place. */
export async function panAndZoom(page: Page, path: string): Promise<LongTasks> {
  await page.goto(path);
  await page.locator('[data-pane=after][aria-busy=false]').waitFor({ timeout: 120_000 });
  await watchTasks(page);
  const [x, y] = [760, 420];
  const end = Date.now() + 20_000;
  for (let turn = 0; Date.now() < end; turn++) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 12; step++) await page.mouse.move(x - step * 18, y + ((step * turn) % 7) * 6);
    await page.mouse.up();
    await page.mouse.wheel(0, turn % 8 < 4 ? -400 : 400);
    await page.waitForTimeout(120);
  }
  return tasksSeen(page);
}
