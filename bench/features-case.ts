/**
 * OGC API – Features in a process of its own: `features-case.ts FOLDER FILED` takes a plan into an embedded store in FOLDER, serves it, and asks as a client
 * over HTTP. Prints one JSON line.
 */
import { join } from 'node:path';
import { readPlan } from '@tuheng/dataset';
import { type Box, featureBox, featureCount, transformBetween } from '@tuheng/geometry';
import { defaultSettings, startServer } from '@tuheng/server';
import { CGCS2000, type Layer } from '@tuheng/standard';
import { createAccount, importPlan, issueApiToken, openDatabase } from '@tuheng/store';
import { peakMB } from './peak-memory.ts';
import { createRandom } from './random.ts';

export interface FeaturesRun {
  /** Features of the largest layer, which is asked. */
  readonly features: number;
  /** Seconds of each request, and features that they answered, the mean. */
  readonly cases: Readonly<
    Record<string, { readonly seconds: readonly number[]; readonly answered: number }>
  >;
  readonly peakMB: number;
}

const REQUESTS = 200;
/** Metres: about what a screen shows of a town at 1 : 10,000. */
const WINDOW = 2000;
const code = '230898';
const actor = { name: 'bench', origin: 'localhost' };

const [folder, filed] = process.argv.slice(2) as [string, string];
const plan = await readPlan(filed);
const database = await openDatabase({ folder: join(folder, 'data') });
await importPlan(database, actor, { plan, code, reason: 'bench' });
const grants = [{ role: 'county', region: code }] as const;
await createAccount(database, actor, { name: 'bench', displayName: 'bench', grants, reason: 'bench' });
const { secret } = await issueApiToken(database, actor, {
  account: 'bench',
  title: 'bench',
  verbs: ['plan.read'],
  region: null,
  days: 1,
});
const { address, stop } = await startServer(database, {
  ...defaultSettings,
  port: 0,
  folder,
  logLevel: 'error',
  requestsPerMinute: { account: 1e9, stranger: 1 },
});
const layer = [...plan.layers.values()].reduce((a, b) =>
  featureCount(a.polygons) >= featureCount(b.polygons) ? a : b,
);
const [areaField] = [...layer.columns].find(([, { kind }]) => kind === 'number')!;
const items = `${address}/ogc/collections/${code}.${layer.code}/items`;
const inDegrees = transformBetween(layer.crs, CGCS2000);
const random = createRandom(1);

await ask({ limit: '1' });
const cases: Record<string, { seconds: number[]; answered: number }> = {};
await measure('bbox of 2 km, CRS84', () => ({ bbox: degrees(window()).join(',') }));
await measure('bbox of 2 km, own zone', () => {
  const [x0, y0, x1, y1] = window();
  const crs = `http://www.opengis.net/def/crs/EPSG/0/${layer.crs.epsg}`;
  return { bbox: [y0, x0, y1, x1].join(','), 'bbox-crs': crs, crs };
});
await measure('filter: S_INTERSECTS a diamond of 2 km', () => {
  const [w, s, e, n] = degrees(window());
  const [x, y] = [(w + e) / 2, (s + n) / 2];
  return { filter: `S_INTERSECTS(geometry, POLYGON((${w} ${y},${x} ${s},${e} ${y},${x} ${n},${w} ${y})))` };
});
await measure('filter: two comparisons and LIKE over all features, 100 answered', () => ({
  filter: `${areaField} BETWEEN ${(1000 * random()).toFixed(1)} AND 50000 AND (BSM LIKE '%7' OR ${areaField} IS NULL)`,
  limit: '100',
}));
await measure('a page of 1000', () => ({
  limit: '1000',
  offset: String(Math.floor(random() * featureCount(layer.polygons))),
}));
const run: FeaturesRun = { features: featureCount(layer.polygons), cases, peakMB: peakMB() };
await stop();
await database.close();
process.stdout.write(`${JSON.stringify(run)}\n`);
process.exit();

/** Asks again and again, one request behind the other. */
async function measure(title: string, query: () => Readonly<Record<string, string>>): Promise<void> {
  const seconds: number[] = [];
  let answered = 0;
  for (let i = 0; i < REQUESTS; i++) {
    const parameters = { limit: '10000', ...query() };
    const started = performance.now();
    const text = await ask(parameters);
    seconds.push((performance.now() - started) / 1000);
    answered += (JSON.parse(text) as { numberReturned: number }).numberReturned;
  }
  cases[title] = { seconds, answered: answered / REQUESTS };
}

async function ask(query: Readonly<Record<string, string>>): Promise<string> {
  const answer = await fetch(`${items}?${new URLSearchParams(query)}`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

/** Around a feature of the layer. */
function window(): Box {
  const { polygons }: Layer = layer;
  const [x0, y0, x1, y1] = featureBox(polygons, Math.floor(random() * featureCount(polygons)));
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return [x - WINDOW / 2, y - WINDOW / 2, x + WINDOW / 2, y + WINDOW / 2];
}

function degrees([x0, y0, x1, y1]: Box): Box {
  const [low, high]: [number, number][] = [
    [0, 0],
    [0, 0],
  ];
  inDegrees(x0, y0, low!);
  inDegrees(x1, y1, high!);
  return [low![0], low![1], high![0], high![1]];
}
