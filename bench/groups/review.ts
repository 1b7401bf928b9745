import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { watchPeakMemory } from '../../scripts/process-memory.ts';
import type { Context } from '../context.ts';
import { ensureCounty } from '../inputs/ensure-county.ts';
import { note } from '../note.ts';
import { root } from '../places.ts';
import type { CaseResult, Stage } from '../result.ts';
import type { ReviewRun } from '../review-case.ts';
import { runNode } from '../run-node.ts';
import { stagesOf } from '../stages.ts';
import { median } from '../statistics.ts';

/** No verdict fails, some fail: both are a review carried out. */
const JUDGED = [0, 1];

interface Run {
  readonly seconds: number;
  readonly peakMB: number;
  readonly stages: readonly Stage[];
}

/**
 * The whole `tuheng review` of a generated county, as a person runs it, with the peak memory of its process tree; and the share of every
 * rule in what comes after reading and inspecting.
 */
export async function reviewGroup(context: Context): Promise<CaseResult[]> {
  const { parcels, folder } = ensureCounty(200_000 * context.scale);
  const title = `review of a county of about ${parcels} parcels`;
  note(title);
  const runs: Run[] = [];
  while (runs.length < context.runs) {
    note(`  run ${runs.length + 1}`);
    runs.push(await review(folder));
  }
  const seconds = runs.map((run) => run.seconds);
  const peakMB = Math.max(...runs.map((run) => run.peakMB));
  const ours = { median: median(seconds), runs: seconds, peakMB };
  const middle = runs.find((run) => run.seconds === ours.median) ?? runs[0]!;
  const whole = { case: title, ours, peers: {}, ratio: null, stages: middle.stages };
  return [whole, await rulesOf(parcels, folder, context.runs)];
}

async function rulesOf(parcels: number, folder: string, wanted: number): Promise<CaseResult> {
  const title = `comparisons and rules of that review (${parcels} parcels, read and not inspected)`;
  note(title);
  const runs: ReviewRun[] = [];
  while (runs.length < wanted) {
    const { code } = await runNode([join(root, 'bench', 'review-case.ts'), join(root, folder)], {
      onLine: (line) => runs.push(JSON.parse(line) as ReviewRun),
    });
    if (code !== 0) throw new Error('the rules could not be judged');
  }
  const total = ({ stages }: ReviewRun): number => stages.reduce((sum, { seconds }) => sum + seconds, 0);
  const seconds = runs.map(total);
  const middle = runs.find((run) => total(run) === median(seconds)) ?? runs[0]!;
  return {
    case: title,
    ours: {
      median: median(seconds),
      runs: seconds,
      peakMB: Math.max(...runs.map((run) => run.peakMB)),
      answer: { verdicts: middle.verdicts },
    },
    peers: {},
    ratio: null,
    stages: middle.stages.map((stage) => ({ ...stage, share: stage.seconds / total(middle) })),
  };
}

function review(data: string): Promise<Run> {
  const args = ['review', '--out', join('out', 'bench', 'review'), '--date', '20260101'];
  args.push('--filed', join(data, '备案.gdb'), '--maintained', join(data, '维护后.gdb'));
  args.push('--base', join(data, '基础数据.gdb'));
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(join(root, 'bin', 'tuheng'), args, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const endOfWatch = watchPeakMemory(child.pid ?? 0);
    let progress = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      progress += text;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      const seconds = (performance.now() - started) / 1000;
      const peakMB = (endOfWatch() ?? 0) / 1e6;
      if (!JUDGED.includes(code ?? -1)) reject(new Error(`tuheng review ended with ${code}:\n${progress}`));
      else resolve({ seconds, peakMB, stages: stagesOf(progress, seconds) });
    });
  });
}
