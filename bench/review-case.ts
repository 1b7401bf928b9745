/**
 * Judges the county in a folder by the whole rule book in a process of its own: `review-case.ts FOLDER`. Prints one JSON line: the seconds
 * of reading, of every comparison and of every rule, and the peak memory of this process.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPlan, readProjectList } from '@tuheng/dataset';
import { loadKernelOverlay } from '@tuheng/geometry';
import { reviewPlans } from '@tuheng/maintenance';
import { defaultTolerance, parseTargets } from '@tuheng/standard';
import { peakMB } from './peak-memory.ts';

export interface ReviewRun {
  readonly reading: number;
  readonly stages: readonly { readonly stage: string; readonly seconds: number }[];
  readonly verdicts: number;
  readonly peakMB: number;
}

const folder = process.argv[2]!;
const overlay = await loadKernelOverlay(defaultTolerance.grid);
const started = performance.now();
const [filed, maintained, base] = await Promise.all(
  ['备案.gdb', '维护后.gdb', '基础数据.gdb'].map((name) => readPlan(join(folder, name))),
);
const [before, after] = await Promise.all(
  ['备案重点建设项目清单.xlsx', '重点建设项目清单.xlsx'].map((name) => readProjectList(join(folder, name))),
);
const reading = (performance.now() - started) / 1000;
const targets = parseTargets(await readFile(join(folder, 'targets.json'), 'utf8'), 'targets.json');
globalThis.gc?.();
const stages: { stage: string; seconds: number }[] = [];
let since = performance.now();
let current = '';
const { review } = await reviewPlans({
  ...{ filed: filed!, maintained: maintained!, base: base! },
  projects: { filed: before!, maintained: after! },
  targets: { file: targets, name: 'targets.json', digest: '' },
  overlay,
  date: '20260101',
  progress: next,
});
next('');
const run: ReviewRun = { reading, stages, verdicts: review.verdicts.length, peakMB: peakMB() };
process.stdout.write(`${JSON.stringify(run)}\n`);
process.exit();

function next(stage: string): void {
  const now = performance.now();
  if (current !== '') stages.push({ stage: current, seconds: (now - since) / 1000 });
  since = now;
  current = stage;
}
