import { loadKernelOverlay } from '@tuheng/geometry';
import { expect, it } from 'vitest';
import { reviewPlans } from './review-plans.ts';
import { countyPlans, redLine, town } from './testing/county.ts';
import { box } from './testing/plans.ts';

/**
 * The whole review of a small faulty county, to the last byte. After a change that is meant, look at the difference and renew it
 * with `npx vitest run -u packages/maintenance/src/golden-review.test.ts`.
 */
it('is the golden review', async () => {
  const plans = countyPlans((rows) => {
    rows.CZKFBJ.push(town(box(1995, 200, 105, 300)), town(box(1500, 1500, 15, 15)));
    rows.STBHHX[0] = redLine(box(0, 4000, 9990, 1000), '测试〔2026〕1号');
  });
  const { review } = await reviewPlans({
    filed: plans.filed,
    maintained: plans.maintained,
    base: plans.base,
    targets: { file: plans.targets, name: 'targets.json', digest: 'targets' },
    overlay: await loadKernelOverlay(0.0001),
    date: '20261124',
  });
  await expect(`${JSON.stringify(review, null, 1)}\n`).toMatchFileSnapshot('./testing/golden-review.json');
});
