import { join } from 'node:path';
import type { CaseRun } from './case.ts';
import type { Job } from './kernels.ts';
import { note } from './note.ts';
import { root } from './places.ts';
import type { Timing } from './result.ts';
import { runNode } from './run-node.ts';
import { median } from './statistics.ts';

/**
 * Runs a job of ours or of GEOS in a process of its own and gives its seconds and that process's peak memory,
 * which nobody knows when it had to be ended.
 */
export async function measureCase(
  side: 'ours' | 'geos',
  job: Job,
  files: readonly string[],
  { runs, limit }: { readonly runs: number; readonly limit: number },
): Promise<Timing> {
  note(`  ${side} ${job}`);
  const done: CaseRun[] = [];
  const { code } = await runNode([join(root, 'bench', 'case.ts'), side, job, String(runs), ...files], {
    silence: limit,
    onLine: (line) => done.push(JSON.parse(line) as CaseRun),
  });
  const last = done.at(-1);
  if (code !== undefined && code !== 0) throw new Error(`${side} ${job} failed`);
  if (!last) return { median: limit, runs: [], overLimit: true };
  const seconds = done.map((run) => run.seconds);
  return { median: median(seconds), runs: seconds, peakMB: last.peakMB, answer: last.answer };
}
