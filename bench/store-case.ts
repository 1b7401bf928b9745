/**
 * The plan database in a process of its own: `store-case.ts PLACE FILED` takes a plan in, reads it back, publishes 500 pieces, then twenty versions
 * with 1 % change each. PLACE is a data folder or the URL of an empty server database. Prints one JSON line.
 */
import { readPlan } from '@tuheng/dataset';
import {
  featureBox,
  featureCount,
  loadKernelOverlay,
  type Polygons,
  PolygonsBuilder,
} from '@tuheng/geometry';
import { defaultTolerance, type Layer, type Plan } from '@tuheng/standard';
import {
  changeBetween,
  type Database,
  importPlan,
  openDatabase,
  publish,
  readVersion,
  readWindow,
} from '@tuheng/store';
import { peakMB } from './peak-memory.ts';

export interface StoreRun {
  readonly features: number;
  /** Seconds. */
  readonly open: number;
  readonly reading: number;
  readonly import: number;
  readonly publish: number;
  /** Of versions read, the first to the last. */
  readonly versions: readonly number[];
  readonly windows: readonly number[];
  /** Features found by the windows, the mean. */
  readonly windowFeatures: number;
  /** Bytes of the store's tables and indexes, with one version and with all. */
  readonly bytesOfOne: number;
  readonly bytesOfAll: number;
  readonly peakMB: number;
}

const VERSIONS = 20;
/** Of all versions one in so many is read, the first and the last among them. */
const EVERY = 5;
const PIECES = 500;
const CHANGED = 0.01;
const WINDOWS = 60;
/** Metres: about what a screen shows of a town at 1 : 10,000. */
const WINDOW = 2000;
const code = '230898';
const actor = { name: 'bench', origin: 'localhost' };

const [place, filed] = process.argv.slice(2) as [string, string];
const overlay = await loadKernelOverlay(defaultTolerance.grid);
const [database, open] = await timed(() =>
  openDatabase(place.startsWith('postgres') ? { url: place } : { folder: place }),
);
const [plan, reading] = await timed(() => readPlan(filed));
globalThis.gc?.();
const [version, imported] = await timed(() => importPlan(database, actor, { plan, code, reason: 'bench' }));
const bytesOfOne = await bytes(database);
let head = await readVersion(database, code);
const published = await publishNext(PIECES / 2, 1);
for (let n = 2; n <= VERSIONS; n++) await publishNext(Math.round(CHANGED * version.features), n);
const versions: number[] = [];
for (let n = 1; n <= VERSIONS + 1; n += EVERY)
  versions.push((await timed(() => readVersion(database, code, n)))[1]);
// What reading whole versions left behind is collected now: a pause of the collector is no property of a window.
globalThis.gc?.();
const windows: number[] = [];
let found = 0;
const layer = plan.layers.get('GDBHMB') ?? [...plan.layers.values()][0]!;
for (let w = 0; w < WINDOWS; w++) {
  const box = featureBox(layer.polygons, Math.floor(((w + 0.5) / WINDOWS) * featureCount(layer.polygons)));
  const window = [
    box[0] - WINDOW / 2,
    box[1] - WINDOW / 2,
    box[0] + WINDOW / 2,
    box[1] + WINDOW / 2,
  ] as const;
  const [layers, seconds] = await timed(() => readWindow(database, code, window, 1 + (w % (VERSIONS + 1))));
  windows.push(seconds);
  found += layers.reduce((sum, { ids }) => sum + ids.length, 0);
}
const run: StoreRun = {
  features: version.features,
  open,
  reading,
  import: imported,
  publish: published,
  versions,
  windows,
  windowFeatures: found / WINDOWS,
  bytesOfOne,
  bytesOfAll: await bytes(database),
  peakMB: peakMB(),
};
await database.close();
process.stdout.write(`${JSON.stringify(run)}\n`);
process.exit();

/** Publishes the version in force with so many features changed; seconds of the publication alone. */
async function publishNext(count: number, seed: number): Promise<number> {
  const maintained = edited(head, count, seed);
  const change = changeBetween(head, maintained);
  const review = { id: `bench-${seed}` };
  const [, seconds] = await timed(() =>
    publish(database, actor, { code, change, review, reason: 'bench', overlay, tolerance: defaultTolerance }),
  );
  head = maintained;
  return seconds;
}

/** The plan with so many of its features a little smaller, spread over all layers. */
function edited(before: Plan, count: number, seed: number): Plan {
  const total = [...before.layers.values()].reduce((sum, { polygons }) => sum + featureCount(polygons), 0);
  const every = total / count;
  let next = (every * ((seed * 0.618034) % 1)) | 0;
  let passed = 0;
  const layers = new Map<string, Layer>();
  for (const [layerCode, one] of before.layers) {
    const n = featureCount(one.polygons);
    const rows = new Set<number>();
    for (; next < passed + n; next += every) rows.add(Math.floor(next) - passed);
    passed += n;
    layers.set(layerCode, rows.size > 0 ? { ...one, polygons: shrunk(one.polygons, rows) } : one);
  }
  return { ...before, layers };
}

/** The polygons with some features drawn a thousandth towards their first vertex. */
function shrunk(p: Polygons, rows: ReadonlySet<number>): Polygons {
  const builder = new PolygonsBuilder();
  for (let f = 0; f < featureCount(p); f++) {
    if (!rows.has(f)) {
      builder.copyFeature(p, f);
      continue;
    }
    const first = 2 * p.ringStart[p.polygonStart[p.featureStart[f]!]!]!;
    const [x, y] = [p.xy[first]!, p.xy[first + 1]!];
    for (let g = p.featureStart[f]!; g < p.featureStart[f + 1]!; g++) {
      for (let r = p.polygonStart[g]!; r < p.polygonStart[g + 1]!; r++) {
        const ring = p.xy.slice(2 * p.ringStart[r]!, 2 * p.ringStart[r + 1]!);
        for (let i = 0; i < ring.length; i += 2) {
          ring[i] = x + 0.999 * (ring[i]! - x);
          ring[i + 1] = y + 0.999 * (ring[i + 1]! - y);
        }
        builder.addRing(ring);
      }
      builder.endPolygon();
    }
    builder.endFeature();
  }
  return builder.build();
}

async function bytes(store: Database): Promise<number> {
  const [row] = await store.query<{ bytes: number }>(
    `SELECT sum(pg_total_relation_size(oid))::float8 AS bytes FROM pg_class
     WHERE relnamespace = 'tuheng'::regnamespace AND relkind = 'r'`,
  );
  return row!.bytes;
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  const result = await work();
  return [result, (performance.now() - started) / 1000];
}
