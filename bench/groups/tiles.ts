import { join } from 'node:path';
import { type Context, scaled } from '../context.ts';
import { ensureInput } from '../inputs/ensure-input.ts';
import type { Input } from '../inputs/input.ts';
import { note } from '../note.ts';
import { root } from '../places.ts';
import type { CaseResult, Peer, Timing } from '../result.ts';
import { ratioOf } from '../result.ts';
import { runNode } from '../run-node.ts';
import { median } from '../statistics.ts';
import type { TilesRun, ZoomTiles } from '../tiles-case.ts';
import { faultyCoverage } from './coverage.ts';

/** The generator's least. */
const LEAST_PARCELS = 2000;

/** Vector tiles of 200,000 parcels, zoom by zoom: the survey of the demonstration county, and parcels with six million vertices. */
export async function tilesGroup(context: Context): Promise<CaseResult[]> {
  const parcels = Math.max(LEAST_PARCELS, Math.round(200_000 * context.scale));
  const coverage = faultyCoverage(scaled(500, 400, context.scale));
  return [
    ...(await measured('county', { kind: 'county', seed: 1, parcels }, context)),
    ...(await measured(`${coverage.vertices} vertices a parcel`, coverage, context)),
  ];
}

async function measured(title: string, input: Input, context: Context): Promise<CaseResult[]> {
  const file = await ensureInput(input);
  note(`tiles of ${title}`);
  const ours = await runCase('ours', file);
  const zooms = ours.zooms.map(({ z, tiles }): ZoomTiles => ({ z, tiles }));
  const vt = context.oursOnly ? undefined : await runCase('geojsonvt', file, zooms);
  const postgis = context.oursOnly ? undefined : await context.postgis();
  const inDatabase = postgis && !('skipped' in postgis) ? await postgis.measureTiles(file, zooms) : undefined;
  const prepared: Timing = { median: ours.prepare, runs: [ours.prepare], peakMB: ours.peakMB };
  const results: CaseResult[] = [
    {
      case: `${title}: prepare ${ours.features} features (${Math.round(ours.perSecond!)} tiles/s of zooms 12–17 by the pool)`,
      ours: { ...prepared, answer: { tilesPerSecond: ours.perSecond! } },
      peers: vt
        ? { geojsonvt: beside(prepared, { median: vt.prepare, runs: [vt.prepare], peakMB: vt.peakMB }) }
        : {},
      ratio: null,
    },
  ];
  for (const [k, zoom] of ours.zooms.entries()) {
    const own = timingOf(zoom.seconds);
    const peers: Record<string, Peer> = {};
    const other = vt?.zooms[k];
    if (other) peers.geojsonvt = beside(own, { ...timingOf(other.seconds), answer: sizeOf(other) });
    if (inDatabase && postgis && !('skipped' in postgis)) {
      peers.postgis = beside(own, { ...timingOf(inDatabase[k]!), settings: postgis.tileSettings });
    } else if (postgis && 'skipped' in postgis) peers.postgis = postgis;
    const { postgis: database } = peers;
    results.push({
      case: `${title}: zoom ${zoom.z}, ${zoom.tiles.length} tiles, p95 ${[
        zoom.seconds,
        other?.seconds,
        inDatabase?.[k],
      ]
        .filter((seconds) => seconds !== undefined)
        .map((seconds) => (1000 * percentile95(seconds)).toPrecision(2))
        .join(' | ')} ms`,
      ours: { ...own, answer: sizeOf(zoom) },
      peers,
      ratio: database && 'ratio' in database ? database.ratio : null,
    });
  }
  return results;
}

/** Bytes of the largest tile, not compressed, and the shapes in it. */
function sizeOf({ bytes, shapes }: { readonly bytes: number; readonly shapes: number }): {
  bytes: number;
  shapes: number;
} {
  return { bytes, shapes };
}

function timingOf(seconds: readonly number[]): Timing {
  return { median: median(seconds), runs: seconds };
}

function beside(ours: Timing, peer: Timing): Peer {
  return { ...peer, ratio: ratioOf(ours, peer) };
}

function percentile95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(0.95 * sorted.length))]!;
}

async function runCase(
  side: 'ours' | 'geojsonvt',
  file: string,
  tiles?: readonly ZoomTiles[],
): Promise<TilesRun> {
  note(`  ${side}`);
  let run: TilesRun | undefined;
  const args = [join(root, 'bench', 'tiles-case.ts'), side, file, ...(tiles ? [JSON.stringify(tiles)] : [])];
  const { code } = await runNode(args, {
    onLine: (line) => {
      run = JSON.parse(line) as TilesRun;
    },
  });
  if (code !== 0 || !run) throw new Error(`the tiles of ${side} could not be measured`);
  return run;
}
