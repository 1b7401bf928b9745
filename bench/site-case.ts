/**
 * Sites against a plan in a process of its own: `site-case.ts PLAN BASE SITES` prepares the plan and judges so many random sites of 20 vertices, from
 * the GeoJSON of each to the JSON of its report. Prints one JSON line.
 */
import { readPlan, readSite } from '@tuheng/dataset';
import { featureBox, featureCount, loadKernelOverlay, type Polygons } from '@tuheng/geometry';
import { judgeSite, prepareSitePlan } from '@tuheng/maintenance';
import { defaultTolerance } from '@tuheng/standard';
import { peakMB } from './peak-memory.ts';
import { createRandom } from './random.ts';

export interface SiteRun {
  /** Seconds. */
  readonly prepare: number;
  /** Of each site, in order; those of `LARGE` hectares last. */
  readonly small: readonly number[];
  readonly large: readonly number[];
  /** Bytes of a report, the mean. */
  readonly bytes: number;
  /** Features that a site touches, the mean over all. */
  readonly touched: number;
  readonly peakMB: number;
}

const VERTICES = 20;
/** Hectares. */
const SMALLEST = 1;
const GREATEST = 5;
const LARGE = 100;
/** One in so many sites is large. */
const EVERY = 20;
/** Sites judged before the clock starts, as a server has long done. */
const WARM_UP = 50;

const [planPath, basePath, count] = process.argv.slice(2) as [string, string, string];
const overlay = await loadKernelOverlay(defaultTolerance.grid);
const plan = await readPlan(planPath);
const base = await readPlan(basePath);
const started = performance.now();
const prepared = prepareSitePlan({ plan, base, overlay });
const prepare = (performance.now() - started) / 1000;
const survey = base.layers.get('DLTB')!;
const random = createRandom(1);
const options = { purpose: { landUse: { code: '0701', year: 2023 } } } as const;
const crs = { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${survey.crs.epsg}` } };
const times: Record<'small' | 'large', number[]> = { small: [], large: [] };
let bytes = 0;
let touched = 0;
for (let n = 0; n < WARM_UP; n++) await judge(n % EVERY === 0);
[bytes, touched] = [0, 0];
for (let n = 0; n < Number(count); n++) {
  const large = n % EVERY === 0;
  times[large ? 'large' : 'small'].push(await judge(large));
}
const run: SiteRun = {
  prepare,
  ...times,
  bytes: bytes / Number(count),
  touched: touched / Number(count),
  peakMB: peakMB(),
};
process.stdout.write(`${JSON.stringify(run)}\n`);

/** Seconds from the text of a site to the text of its report. */
async function judge(large: boolean): Promise<number> {
  const hectares = large ? LARGE : SMALLEST + (GREATEST - SMALLEST) * random();
  const text = star(survey.polygons, Math.sqrt((hectares * 10_000) / Math.PI));
  const begun = performance.now();
  const report = await judgeSite(await readSite(text), prepared, options);
  const answer = JSON.stringify(report);
  const seconds = (performance.now() - begun) / 1000;
  bytes += answer.length;
  touched += report.layers.reduce((sum, layer) => sum + layer.touched, 0);
  return seconds;
}

/** A star of about a radius around the middle of a random parcel, as GeoJSON. */
function star(parcels: Polygons, radius: number): string {
  const [west, south, east, north] = featureBox(parcels, Math.floor(random() * featureCount(parcels)));
  const ring = Array.from({ length: VERTICES }, (_, k) => {
    const angle = (2 * Math.PI * k) / VERTICES;
    const reach = radius * (0.8 + 0.4 * random());
    return [(west + east) / 2 + reach * Math.cos(angle), (south + north) / 2 + reach * Math.sin(angle)];
  });
  return JSON.stringify({ type: 'Polygon', crs, coordinates: [[...ring, ring[0]]] });
}
