/**
 * Runs one job of one side in a process of its own: `case.ts SIDE JOB RUNS FILE…`. Prints a JSON line a run with its seconds,
 * its answer and the peak memory of this process so far; reading the input counts for the memory, not for the time.
 */
import { setImmediate } from 'node:timers/promises';
import { readDatasetFile } from './inputs/dataset-file.ts';
import type { Answer, Job, Kernels } from './kernels.ts';
import { ours } from './ours.ts';
import { peakMB } from './peak-memory.ts';
import { geos } from './peers/geos.ts';

/** One line of output. */
export interface CaseRun {
  readonly seconds: number;
  readonly answer: Answer;
  readonly peakMB: number;
}

const sides: Readonly<Record<string, Kernels>> = { ours, geos };

const [side, job, runs, ...files] = process.argv.slice(2);
const kernels = sides[side!]!;
const [a, b] = files.map(readDatasetFile);
const work: Record<Job, () => Promise<Answer>> = {
  overlay: () => kernels.overlay(a!, b!),
  change: () => kernels.change(a!, b!),
  coverage: () => kernels.coverage(a!),
};
for (let run = 0; run < Number(runs); run++) {
  globalThis.gc?.();
  const started = performance.now();
  const answer = await work[job as Job]();
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(`${JSON.stringify({ seconds, answer, peakMB: peakMB() } satisfies CaseRun)}\n`);
  await setImmediate();
}
process.exit();
