import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import autocannon from 'autocannon';
import type { Context } from '../context.ts';
import { ensureCounty } from '../inputs/ensure-county.ts';
import { note } from '../note.ts';
import { root } from '../places.ts';
import { createRandom } from '../random.ts';
import type { CaseResult } from '../result.ts';
import { Addresses } from '../services/addresses.ts';
import { ask } from '../services/client.ts';
import { mixedUse } from '../services/mixed.ts';
import type { ServedCounty } from '../services/serve-county.ts';
import { median, quantile } from '../statistics.ts';

const USERS = 200;
/** Seconds of the mixed use, and of the warm tiles. */
const MIXED = 120;
const WARM = 15;
const WARM_TILES = 400;
const CONNECTIONS = 32;
const COLD_TILES = 60;
const SITES = 300;
/** Requests of a case that are told one by one. */
const MOST_TOLD = 1000;

/** The services with a county of 200,000 parcels on an embedded database, asked over HTTP on the same machine. */
export async function servicesGroup(context: Context): Promise<CaseResult[]> {
  const { parcels, folder: data } = ensureCounty(200_000 * context.scale);
  const folder = mkdtempSync(join(tmpdir(), 'tuheng-bench-services-'));
  const files = ['备案.gdb', '基础数据.gdb'].map((name) => join(root, data, name));
  const script = join(root, 'bench', 'services', 'serve-county.ts');
  note(`services on a county of about ${parcels} parcels`);
  const server = spawn(process.execPath, [script, folder, ...files, String(USERS)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const [line] = (await once(createInterface(server.stdout), 'line')) as [string];
    return await measure(JSON.parse(line) as ServedCounty);
  } finally {
    server.stdin.end();
    await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every request of a small case; of many their hundredths, which tell as much. */
function toldRuns(seconds: readonly number[]): readonly number[] {
  if (seconds.length <= MOST_TOLD) return seconds;
  return Array.from({ length: 101 }, (_, k) => quantile(seconds, k / 100));
}

async function measure(county: ServedCounty): Promise<CaseResult[]> {
  const addresses = new Addresses(county, createRandom(7));
  const [cookie] = county.cookies as [string];
  const one = async (url: string, body?: string): Promise<number> => {
    const answer = await ask(url, cookie, body === undefined ? {} : { method: 'POST', body });
    if (answer.status >= 400) throw new Error(`${url}: ${answer.status} ${answer.bytes}`);
    return answer.seconds;
  };
  const results: CaseResult[] = [];
  const add = (title: string, seconds: readonly number[]): void => {
    const figures = { p50: median(seconds), p95: quantile(seconds, 0.95), max: Math.max(...seconds) };
    const words = Object.entries(figures).map(([key, value]) => `${key} ${(1000 * value).toFixed(1)} ms`);
    results.push({
      case: `${title}: ${words.join(', ')}`,
      ours: { median: figures.p50, runs: toldRuns(seconds), answer: figures },
      peers: {},
      ratio: null,
    });
  };

  const first = await Promise.all(
    ['DLTB', 'GHFQ', 'CZKFBJ'].map((layer) => one(addresses.view(layer, 14, addresses.place(), 1, 1)[0]!)),
  );
  add('the first tile of a layer, which is read and prepared for it', first);
  note('cold tiles');
  const cold: number[] = [];
  for (let z = 8; z <= 17; z++) {
    const seconds: number[] = [];
    const asked = new Set<string>();
    for (let n = 0; n < COLD_TILES; n++) {
      const [url] = addresses.view(n % 3 === 0 ? 'GHFQ' : 'DLTB', z, addresses.place(), 1, 1) as [string];
      if (asked.has(url)) continue;
      asked.add(url);
      seconds.push(await one(url));
    }
    add(`cold tiles of zoom ${z} (${asked.size})`, seconds);
    cold.push(...seconds);
  }
  add(`cold tiles of all zooms (${cold.length})`, cold);

  note('warm tiles');
  const warm = Array.from(
    { length: WARM_TILES },
    (_, n) => addresses.view('DLTB', 12 + (n % 5), addresses.place(), 1, 1)[0]!,
  );
  for (const url of warm) await one(url);
  const { requests, non2xx, errors } = await autocannon({
    url: county.address,
    connections: CONNECTIONS,
    duration: WARM,
    headers: { cookie, 'accept-encoding': 'gzip' },
    requests: warm.map((url) => ({ path: new URL(url).pathname })),
  });
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} warm tiles were not answered`);
  results.push({
    case: `warm tiles: ${requests.average.toFixed(0)} a second over ${CONNECTIONS} connections`,
    ours: {
      median: 1 / requests.average,
      runs: [1 / requests.average],
      answer: { perSecond: requests.average },
    },
    peers: {},
    ratio: null,
  });

  note('features and sites');
  await one(addresses.box(`${county.plan}.GDBHMB`, addresses.place(), 2000));
  const boxes: number[] = [];
  for (let n = 0; n < SITES; n++)
    boxes.push(await one(addresses.box(`${county.plan}.GDBHMB`, addresses.place(), 2000)));
  add('features of a box of 2 km', boxes);
  const compliance = `${county.address}/api/v1/compliance`;
  add('the first site, for which the plan is prepared', [
    await one(compliance, addresses.site(addresses.place(), 2)),
  ]);
  const sites: number[] = [];
  for (let n = 0; n < SITES; n++)
    sites.push(await one(compliance, addresses.site(addresses.place(), n % 20 === 0 ? 100 : 1 + (n % 5))));
  add('compliance of a site of 20 vertices', sites);

  note(`${USERS} people at work for ${MIXED} s`);
  for (const collection of [`${county.base}.DLTB`, `${county.plan}.GHFQ`])
    await one(addresses.box(collection, addresses.place(), 20));
  const { seconds, errors: failed, actions } = await mixedUse(county, MIXED);
  add(
    `${USERS} people at work for ${MIXED} s, ${actions} actions, ${seconds.length} requests, ${failed} errors`,
    seconds,
  );
  return results;
}
