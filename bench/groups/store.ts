import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cluster } from '@tuheng/store/testing/postgres-cluster.ts';
import { findPostgres } from '@tuheng/store/testing/postgres-programs.ts';
import type { Context } from '../context.ts';
import { ensureCounty } from '../inputs/ensure-county.ts';
import { note } from '../note.ts';
import { root } from '../places.ts';
import type { CaseResult, Timing } from '../result.ts';
import { runNode } from '../run-node.ts';
import { median } from '../statistics.ts';
import type { StoreRun } from '../store-case.ts';

/** A server as a county would set it up: its own defaults, every commit on the disk. */
const settings = { listen_addresses: "''", shared_buffers: '256MB', dynamic_shared_memory_type: 'mmap' };

/** The plan database with a county of 200,000 parcels: taking it in, publishing, reading, and the space of versions; embedded and on a server. */
export async function storeGroup(context: Context): Promise<CaseResult[]> {
  const { parcels, folder } = ensureCounty(200_000 * context.scale);
  const filed = join(root, folder, '备案.gdb');
  const results: CaseResult[] = [];
  for (const backend of ['PGlite', 'PostgreSQL'] as const) {
    note(`store of a county of about ${parcels} parcels on ${backend}`);
    const runs: StoreRun[] = [];
    while (runs.length < context.runs) {
      const run = await (backend === 'PGlite' ? onPglite(filed) : onPostgres(filed));
      if (run === undefined) break;
      runs.push(run);
    }
    results.push(...casesOf(backend, runs));
  }
  return results;
}

function casesOf(backend: string, runs: readonly StoreRun[]): CaseResult[] {
  const [first] = runs;
  if (!first) {
    const ours = { median: 0, runs: [] };
    return [{ case: backend, ours, peers: {}, ratio: null, skipped: 'PostgreSQL is not installed' }];
  }
  const peakMB = Math.max(...runs.map((run) => run.peakMB));
  const one = (title: string, seconds: readonly number[], answer?: Timing['answer']): CaseResult => ({
    case: `${backend}: ${title}`,
    ours: { median: median(seconds), runs: seconds, peakMB, ...(answer && { answer }) },
    peers: {},
    ratio: null,
  });
  const all = (list: (run: StoreRun) => readonly number[]): number[] => runs.flatMap((run) => [...list(run)]);
  const space = first.bytesOfAll / first.bytesOfOne;
  const megabytes = { one: first.bytesOfOne / 1e6, all: first.bytesOfAll / 1e6 };
  return [
    one(
      `import of ${first.features} features`,
      runs.map((run) => run.import),
    ),
    one(
      'publish of 500 pieces',
      runs.map((run) => run.publish),
    ),
    one(
      `read one of 21 versions (the slowest ${Math.max(...all((run) => run.versions)).toFixed(2)} s)`,
      all((run) => run.versions),
    ),
    one(
      `window of 2 km, ${first.windowFeatures.toFixed(0)} features (the slowest ${(1000 * Math.max(...all((run) => run.windows))).toFixed(0)} ms)`,
      all((run) => run.windows),
    ),
    one(
      `21 versions take ${space.toFixed(2)} × the space of one (${megabytes.one.toFixed(0)} MB)`,
      [0],
      megabytes,
    ),
  ];
}

async function onPglite(filed: string): Promise<StoreRun> {
  const folder = mkdtempSync(join(tmpdir(), 'tuheng-bench-store-'));
  try {
    return await measured(join(folder, 'data'), filed);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onPostgres(filed: string): Promise<StoreRun | undefined> {
  const bin = findPostgres();
  if (bin === undefined) return undefined;
  const cluster = await Cluster.start(bin, settings);
  try {
    return await measured(`postgres://postgres@/postgres?host=${encodeURIComponent(cluster.folder)}`, filed);
  } finally {
    await cluster.stop();
  }
}

async function measured(place: string, filed: string): Promise<StoreRun> {
  let run: StoreRun | undefined;
  const { code } = await runNode([join(root, 'bench', 'store-case.ts'), place, filed], {
    onLine: (line) => {
      run = JSON.parse(line) as StoreRun;
    },
  });
  if (code !== 0 || !run) throw new Error('the store could not be measured');
  return run;
}
