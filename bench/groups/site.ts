import { join } from 'node:path';
import type { Context } from '../context.ts';
import { ensureCounty } from '../inputs/ensure-county.ts';
import { note } from '../note.ts';
import { root } from '../places.ts';
import type { CaseResult } from '../result.ts';
import { runNode } from '../run-node.ts';
import type { SiteRun } from '../site-case.ts';
import { median, quantile } from '../statistics.ts';

const SITES = 1000;

/** What the plan of a county says of a site: 1,000 random sites of 20 vertices against all layers, from the text of each to the text of its report. */
export async function siteGroup(context: Context): Promise<CaseResult[]> {
  const { parcels, folder } = ensureCounty(200_000 * context.scale);
  const title = `sites on a county of about ${parcels} parcels`;
  note(title);
  const runs: SiteRun[] = [];
  while (runs.length < context.runs) runs.push(await measured(folder));
  const peakMB = Math.max(...runs.map((run) => run.peakMB));
  const one = (name: string, seconds: readonly number[]): CaseResult => ({
    case: name,
    ours: { median: median(seconds), runs: seconds, peakMB },
    peers: {},
    ratio: null,
  });
  const many = (name: string, of: (run: SiteRun) => readonly number[]): CaseResult => {
    const all = runs.flatMap((run) => [...of(run)]);
    const figures = { p50: median(all), p95: quantile(all, 0.95), max: Math.max(...all) };
    const words = Object.entries(figures).map(([key, value]) => `${key} ${(1000 * value).toFixed(1)} ms`);
    return {
      case: `${name}: ${words.join(', ')}`,
      ours: { median: figures.p50, runs: runs.map((run) => median(of(run))), peakMB, answer: figures },
      peers: {},
      ratio: null,
    };
  };
  const { bytes, touched } = runs[0]!;
  return [
    one(
      `${title}: preparing the plan`,
      runs.map((run) => run.prepare),
    ),
    many(`sites of 1 to 5 ha`, (run) => run.small),
    many(`sites of 100 ha`, (run) => run.large),
    many(
      `all, ${touched.toFixed(0)} features touched and ${(bytes / 1000).toFixed(0)} kB answered, the mean`,
      (run) => [...run.small, ...run.large],
    ),
  ];
}

async function measured(folder: string): Promise<SiteRun> {
  let run: SiteRun | undefined;
  const data = join(root, folder);
  const script = join(root, 'bench', 'site-case.ts');
  const args = [script, join(data, '备案.gdb'), join(data, '基础数据.gdb'), String(SITES)];
  const { code } = await runNode(args, {
    onLine: (line) => {
      run = JSON.parse(line) as SiteRun;
    },
  });
  if (code !== 0 || !run) throw new Error('the sites could not be measured');
  return run;
}
