import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { watchPeakMemory } from '../../scripts/process-memory.ts';
import type { Context } from '../context.ts';
import { ensureCounty } from '../inputs/ensure-county.ts';
import { note } from '../note.ts';
import { root } from '../places.ts';
import type { CaseResult, Stage } from '../result.ts';
import { stagesOf } from '../stages.ts';
import { median } from '../statistics.ts';

/** No verdict fails, some fail: both are a review carried out. */
const JUDGED = [0, 1];

interface Run {
  readonly seconds: number;
  readonly peakMB: number;
  readonly stages: readonly Stage[];
}

/** The whole `tuheng review` of a generated county, as a person runs it, with the peak memory of its process tree. */
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
  return [{ case: title, ours, peers: {}, ratio: null, stages: middle.stages }];
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
