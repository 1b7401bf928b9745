import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../context.ts';
import type { FeaturesRun } from '../features-case.ts';
import { ensureCounty } from '../inputs/ensure-county.ts';
import { note } from '../note.ts';
import { root } from '../places.ts';
import type { CaseResult } from '../result.ts';
import { runNode } from '../run-node.ts';
import { median, quantile } from '../statistics.ts';

/** OGC API – Features over HTTP on a county of 200,000 parcels: boxes, filters and pages of its largest layer. */
export async function featuresGroup(context: Context): Promise<CaseResult[]> {
  const { parcels, folder } = ensureCounty(200_000 * context.scale);
  note(`features of a county of about ${parcels} parcels`);
  const { features, cases, peakMB } = await measured(join(root, folder, '备案.gdb'));
  return Object.entries(cases).map(([title, { seconds, answered }]) => {
    const p95 = quantile(seconds, 0.95);
    return {
      case: `${title} (${features} features, ${answered.toFixed(0)} answered; p95 ${(1000 * p95).toFixed(1)} ms)`,
      ours: { median: median(seconds), runs: seconds, peakMB, answer: { p95 } },
      peers: {},
      ratio: null,
    };
  });
}

async function measured(filed: string): Promise<FeaturesRun> {
  const folder = mkdtempSync(join(tmpdir(), 'tuheng-bench-features-'));
  try {
    let run: FeaturesRun | undefined;
    const { code } = await runNode([join(root, 'bench', 'features-case.ts'), folder, filed], {
      onLine: (line) => {
        run = JSON.parse(line) as FeaturesRun;
      },
    });
    if (code !== 0 || !run) throw new Error('the features could not be measured');
    return run;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
