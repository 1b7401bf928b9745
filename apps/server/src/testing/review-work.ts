import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { planOf, readDelivery } from '@tuheng/dataset';
import { loadKernelOverlay } from '@tuheng/geometry';
import { inspectDelivery } from '@tuheng/inspection';
import { reviewPlans } from '@tuheng/maintenance';
import { defaultTolerance } from '@tuheng/standard';
import type { JobHandler } from '@tuheng/store';
import { type DeskPlace, DeskWriter } from '../desk/desk-writer.ts';
import type { JobWork } from '../jobs/job-work.ts';

interface Parameters {
  readonly path: string;
  readonly filed: string;
  readonly maintained: string;
  readonly base?: string;
  readonly out: string;
  readonly desk: DeskPlace;
}

/** As `tuheng` reviews, without its reports. */
const review: JobHandler = async ({ parameters }) => {
  const { filed, maintained, base, out, desk } = parameters as unknown as Parameters;
  const writer = new DeskWriter(desk);
  const overlay = await loadKernelOverlay(defaultTolerance.grid);
  const read = async (path: string) => {
    const delivery = await readDelivery(path);
    return { delivery, plan: planOf(delivery.databases[0]!) };
  };
  const [a, b] = [await read(filed), await read(maintained)];
  const c = base === undefined ? undefined : await read(base);
  const plans = { filed: a.plan, maintained: b.plan, ...(c && { base: c.plan }) };
  await writer.plans(plans);
  for (const [side, { delivery }] of [
    ['filed', a],
    ['maintained', b],
  ] as const)
    await writer.inspection(side, (await inspectDelivery({ delivery, overlay })).inspection);
  const result = await reviewPlans({ ...plans, overlay, date: '20261130' });
  await writer.review(result, plans);
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'review.json'), JSON.stringify(result.review));
  return { id: result.review.id };
};

/** As `tuheng` inspects, without its reports. */
const inspect: JobHandler = async ({ parameters }) => {
  const { path, out, desk } = parameters as unknown as Parameters;
  const overlay = await loadKernelOverlay(defaultTolerance.grid);
  const { inspection } = await inspectDelivery({ delivery: await readDelivery(path), overlay });
  await new DeskWriter(desk).inspection('delivery', inspection);
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'inspection.json'), JSON.stringify(inspection));
  return { id: inspection.id };
};

/** The work of a server whose reviews and inspections are real. */
export const reviewWork: JobWork = { handlers: { review, inspect }, isFinal: () => true };
