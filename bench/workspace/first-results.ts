import type { Page } from 'playwright-core';

export interface FirstResults {
  /** Seconds from the end of the job, as the server keeps it, until the first verdicts were painted. */
  readonly painted: number;
  /** Seconds until the map beside them had drawn everything. */
  readonly drawn: number;
  /** Path of the review's desk. */
  readonly path: string;
}

/** Longest wait for a review of a large county, in milliseconds. */
const PATIENCE = 600_000;

/** Drops a maintained database, has it reviewed against the version on file, and stays on the page until there are results. Server and browser have one clock. */
export async function firstResults(page: Page, folder: string): Promise<FirstResults> {
  await page.goto('/maintenance?new=review');
  const slot = page.getByRole('group', { name: '维护后数据库' });
  await slot.locator('input[webkitdirectory]').setInputFiles(folder);
  await slot.getByText('上传完成').waitFor({ timeout: PATIENCE });
  await page.getByRole('button', { name: '开始审查' }).click();
  await page.waitForURL(/\/maintenance\/[0-9a-f-]{36}/);
  const painted = await page.evaluate(async () => {
    while (document.querySelector('[data-rule]') === null)
      await new Promise((done) => requestAnimationFrame(done));
    // What is there in one frame is painted before the next.
    await new Promise((done) => requestAnimationFrame(done));
    return Date.now();
  });
  await page.locator('[data-pane=after][aria-busy=false]').waitFor({ timeout: PATIENCE });
  const drawn = Date.now();
  const { pathname } = new URL(page.url());
  const answer = await page.request.get(`/api/v1/jobs/${pathname.split('/').at(-1)}`);
  const ended = Date.parse(((await answer.json()) as { endedAt: string }).endedAt);
  return { painted: (painted - ended) / 1000, drawn: (drawn - ended) / 1000, path: pathname };
}
