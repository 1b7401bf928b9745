/**
 * The services on a county in a process of its own: `serve-county.ts FOLDER FILED BASE USERS` takes both databases into an embedded store in FOLDER, makes
 * the accounts, signs them in, serves, and prints one JSON line when it can answer. Ends with its standard input.
 */
import { join } from 'node:path';
import { readPlan } from '@tuheng/dataset';
import { featureBox, featureCount, transformBetween } from '@tuheng/geometry';
import { defaultSettings, startServer } from '@tuheng/server';
import { CGCS2000 } from '@tuheng/standard';
import { openDatabase, signIn } from '@tuheng/store';
import { createRandom } from '../random.ts';
import { base, fillCounty, password, plan } from './fill-county.ts';

export interface ServedCounty {
  readonly address: string;
  /** Codes of the plan and of the one that holds the survey. */
  readonly plan: string;
  readonly base: string;
  /** Session cookies, one for each account. */
  readonly cookies: readonly string[];
  /** Middles of random parcels of the survey, degrees. */
  readonly places: readonly (readonly [lon: number, lat: number])[];
  readonly parcels: number;
}

const PLACES = 4000;

const [folder, filed, basic, users] = process.argv.slice(2) as [string, string, string, string];
const database = await openDatabase({ folder: join(folder, 'data') });
const cookies: string[] = [];
for (const name of await fillCounty(database, filed, basic, Number(users))) {
  const { token } = await signIn(database, { name, password, origin: 'localhost' });
  cookies.push(`tuheng=${token}`);
}
const running = await startServer(database, {
  ...defaultSettings,
  port: 0,
  folder: join(folder, 'server'),
  logLevel: 'error',
  requestsPerMinute: { account: 1e9, stranger: 1 },
});
const survey = (await readPlan(basic)).layers.get('DLTB')!;
const random = createRandom(1);
const toDegrees = transformBetween(survey.crs, CGCS2000);
const places = Array.from({ length: PLACES }, (): readonly [number, number] => {
  const [west, south, east, north] = featureBox(
    survey.polygons,
    Math.floor(random() * featureCount(survey.polygons)),
  );
  const out: [number, number] = [0, 0];
  toDegrees((west + east) / 2, (south + north) / 2, out);
  return out;
});
const served: ServedCounty = {
  address: running.address,
  ...{ plan, base, cookies, places },
  parcels: featureCount(survey.polygons),
};
process.stdout.write(`${JSON.stringify(served)}\n`);
process.stdin.resume();
process.stdin.once('end', async () => {
  await running.stop(1);
  await database.close();
  process.exit();
});
