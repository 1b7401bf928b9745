import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { allFieldsOf, writeDataset } from '@tuheng/dataset';
import { generateCounty } from '@tuheng/demonstration';
import type { Plan } from '@tuheng/standard';
import { sendUpload } from './send-upload.ts';
import { plan, type TestServer } from './test-server.ts';

/** The county that a test server holds, and what became of it, with faults. */
export const county = generateCounty({ seed: 1, parcels: 3000, faults: 'all' });

/** Layers that a review of a test is about, and what lies under them: the others would only take time. */
const sentLayers = ['CZKFBJ', 'STBHHX', 'YJJBNTBHTB', 'GHFQ', 'XZQ'];

/** Sends some layers of a plan as a file. @returns the upload's number */
export async function uploadPlan(server: TestServer, token: string, sent: Plan): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tuheng-upload-'));
  try {
    const path = join(folder, `${sent.name}.gpkg`);
    const layers = sentLayers.flatMap((code) => sent.layers.get(code) ?? []);
    await writeDataset(path, 'GeoPackage', layers.map(allFieldsOf));
    const address = await sendUpload(server.running.address, token, basename(path), await readFile(path));
    return basename(address);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Has a job done, and waits for its end. @returns its number */
export async function jobDone(server: TestServer, token: string, body: object): Promise<string> {
  const answer = await server.send('POST', '/api/v1/jobs', { plan, ...body }, token);
  if (answer.status !== 201) throw new Error(await answer.text());
  const { id } = (await answer.json()) as { id: string };
  for (;;) {
    const job = await server.json<{ state: string; error: unknown }>(`/api/v1/jobs/${id}`, token);
    if (job.state === 'done') return id;
    if (job.state === 'failed') throw new Error(JSON.stringify(job.error));
    await setTimeout(50);
  }
}
