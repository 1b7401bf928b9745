import type { Context } from './context.ts';
import { ensureInput } from './inputs/ensure-input.ts';
import type { Input } from './inputs/input.ts';
import type { Job } from './kernels.ts';
import { measureCase } from './measure-case.ts';
import { note } from './note.ts';
import type { Manner } from './peers/postgis.ts';
import { type CaseResult, type Peer, ratioOf, type Timing } from './result.ts';

/** Ours runs so often at the least: the first runs are the compiler's. A database's code is compiled, its caches are warm. */
const WARM = 15;

export interface Comparison {
  readonly case: string;
  readonly job: Job;
  readonly inputs: readonly Input[];
  readonly peers: readonly (Manner | 'geos')[];
  /** Peers run so often; the work is long for them. Default: as often as ours. */
  readonly peerRuns?: number;
}

/** Runs one case on every side, one after the other, over the same files. */
export async function compare(comparison: Comparison, context: Context): Promise<CaseResult> {
  note(comparison.case);
  const files: string[] = [];
  for (const input of comparison.inputs) files.push(await ensureInput(input));
  const runs = Math.max(context.runs, WARM);
  const ours = await measureCase('ours', comparison.job, files, { ...context, runs });
  const peers: Record<string, Peer> = {};
  for (const name of context.oursOnly ? [] : comparison.peers) {
    const timing = await measurePeer(name, comparison, files, context);
    peers[name] = 'skipped' in timing ? timing : { ...timing, ratio: ratioOf(ours, timing) };
  }
  const { postgis } = peers;
  return { case: comparison.case, ours, peers, ratio: postgis && 'ratio' in postgis ? postgis.ratio : null };
}

async function measurePeer(
  name: Manner | 'geos',
  { job, peerRuns }: Comparison,
  files: readonly string[],
  context: Context,
): Promise<Timing | { readonly skipped: string }> {
  const options = { runs: Math.min(context.runs, peerRuns ?? context.runs), limit: context.limit };
  if (name === 'geos') {
    try {
      const timing = await measureCase('geos', job, files, { ...options, runs: 1 });
      return { ...timing, settings: 'geos-wasm, one thread, grid 0.1 mm' };
    } catch (error) {
      // A peer that breaks down on the work is a result, no reason to lose the others.
      return { skipped: error instanceof Error ? error.message : String(error) };
    }
  }
  const postgis = await context.postgis();
  return 'skipped' in postgis ? postgis : postgis.measure(job, name, files, options);
}
