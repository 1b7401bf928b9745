import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { planOf, readDelivery } from '@tuheng/dataset';
import { importPlan, issueApiToken, type JobHandler, type JobKind } from '@tuheng/store';
import { beforeAll, describe, expect, test } from 'vitest';
import { sendUpload } from '../testing/send-upload.ts';
import { plan, withServer } from '../testing/test-server.ts';

interface JobAnswer {
  readonly id: string;
  readonly state: string;
  readonly progress: number;
  readonly stage: string;
  readonly result: Record<string, unknown> | null;
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** As handlers of `tuheng` are: paths in, results into a folder. */
const handlers: Partial<Record<JobKind, JobHandler>> = {
  inspect: async ({ parameters }, { progress }) => {
    const { path, out } = parameters as { path: string; out: string };
    for (let step = 1; step <= 4; step++) {
      progress(step / 4, `读取 ${path}，第 ${step} 步`);
      await setTimeout(400);
    }
    if (basename(path).startsWith('坏'))
      throw Object.assign(new Error(`${path}：坏了`), { code: 'test.bad' });
    await mkdir(join(out, 'change-set.gdb'), { recursive: true });
    await writeFile(join(out, 'change-set.gdb', 'a00000001.gdbtable'), 'table');
    await writeFile(join(out, 'report.html'), '<!doctype html><script>document.title="报告"</script>');
    await writeFile(join(out, 'findings.json'), '[]');
    return { id: 'i', out };
  },
  review: async ({ parameters }) => {
    const { out, filed, maintained, projects } = parameters as Record<string, string>;
    const { databases } = await readDelivery(filed!);
    await mkdir(out!, { recursive: true });
    await writeFile(join(out!, 'review.json'), JSON.stringify({ maintained: basename(maintained!) }));
    return { layers: databases[0]!.layers.length, ...(projects && { projects: basename(projects) }) };
  },
  publish: async ({ parameters }) => {
    const { filed, maintained, review } = parameters as Record<string, string>;
    return { read: [filed, maintained, review].map((path) => basename(path!)) };
  },
};

describe('jobs', () => {
  const server = withServer({}, { handlers, isFinal: () => true });
  let county: string;
  let planner: string;
  let neighbour: string;
  let administrator: string;
  let narrow: string;
  let file: string;
  beforeAll(async () => {
    county = await server().tokenOf('county', { role: 'county', region: '230898' });
    planner = await server().tokenOf('planner', { role: 'planner', region: '230898' });
    neighbour = await server().tokenOf('neighbour', { role: 'county', region: '230881' });
    administrator = await server().tokenOf('administrator', { role: 'administrator', region: null });
    const issued = await issueApiToken(
      server().database,
      { name: 'test', origin: 'localhost' },
      { account: 'county', title: 'narrow', verbs: ['plan.read'], region: null, days: 1 },
    );
    narrow = issued.secret;
    file = await upload('维护后.geojson', planner);
  });

  const empty = Buffer.from('{"type":"FeatureCollection","features":[]}');
  const upload = async (name: string, token: string) =>
    basename(await sendUpload(server().running.address, token, name, empty));
  const submit = (body: object, token: string) => server().send('POST', '/api/v1/jobs', body, token);
  const submitted = async (body: object, token: string) => {
    const answer = await submit(body, token);
    if (answer.status !== 201) throw new Error(await answer.text());
    return (await answer.json()) as JobAnswer;
  };
  const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
  /** All events of a job, to its end. */
  const eventsOf = async (id: string, token: string) => {
    const answer = await server().ask(`/api/v1/jobs/${id}/events`, { token });
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    const blocks = (await answer.text()).split('\n\n').filter((block) => block.startsWith('event: job'));
    return blocks.map((block) => JSON.parse(block.split('\ndata: ')[1]!) as JobAnswer);
  };
  const ended = async (id: string, token: string) => (await eventsOf(id, token)).at(-1)!;

  test('a job is watched to its end, and its results are fetched by name', async () => {
    const { id } = await submitted({ kind: 'inspect', plan, path: { upload: file } }, planner);
    const events = await eventsOf(id, planner);
    expect(events.length).toBeGreaterThan(2);
    expect(events.at(-1)).toMatchObject({ state: 'done', progress: 1, result: { id: 'i' } });
    expect(events.at(-1)!.result).not.toHaveProperty('out');
    expect(events.some(({ stage }) => stage.startsWith('读取 维护后.geojson，'))).toBe(true);
    expect(JSON.stringify(events)).not.toContain(server().running.services.settings.folder);
    const results = await server().json<{ name: string }[]>(`/api/v1/jobs/${id}/results`, county);
    expect(results.map(({ name }) => name)).toEqual(['change-set.gdb.zip', 'findings.json', 'report.html']);
    const fetched = (name: string, token = county) =>
      server().ask(`/api/v1/jobs/${id}/results/${encodeURIComponent(name)}`, { token });
    const report = await fetched('report.html');
    const policy = report.headers.get('content-security-policy')!;
    expect(policy).toContain('sandbox allow-scripts');
    expect(policy).not.toContain('allow-same-origin');
    expect(await report.text()).toContain('报告');
    const packed = await fetched('change-set.gdb.zip');
    expect(packed.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(Buffer.from(await packed.arrayBuffer()).toString('latin1')).toMatch(
      /^PK.*change-set\.gdb\/a00000001/s,
    );
    for (const name of ['../inputs/path/维护后.geojson', '..', '.', 'none.json', '../../../package.json'])
      expect((await fetched(name)).status).toBe(404);
    expect((await fetched('report.html', neighbour)).status).toBe(404);
  });

  test('each sees the jobs of their own regions', async () => {
    const own = await submitted({ kind: 'inspect', path: { upload: file } }, planner);
    const seen = async (token: string, query = '') =>
      (await server().json<JobAnswer[]>(`/api/v1/jobs${query}`, token)).some(({ id }) => id === own.id);
    // It is about no plan: only who asked for it, and who may everywhere.
    expect([await seen(planner), await seen(administrator), await seen(county)]).toEqual([true, true, false]);
    expect(await seen(planner, '?mine=true&state=done')).toBe(false);
    expect(await server().json('/api/v1/jobs', neighbour)).toEqual([]);
    expect(await server().json('/api/v1/jobs', narrow)).toEqual([]);
    expect((await server().ask('/api/v1/jobs')).status).toBe(401);
    expect((await server().ask(`/api/v1/jobs/${own.id}/events`, { token: county })).status).toBe(404);
    await server().ask(`/api/v1/jobs/${own.id}/cancel`, { method: 'POST', token: planner });
    expect(await ended(own.id, planner)).toMatchObject({ state: 'cancelled' });
  });

  test('nobody has done what they may not, nor on what is another’s', async () => {
    const codes = [
      await submit({ kind: 'inspect', plan, path: { upload: file } }, county),
      await submit({ kind: 'inspect', plan, path: { upload: file } }, neighbour),
      await submit({ kind: 'inspect', plan, path: { upload: file } }, narrow),
      await submit({ kind: 'inspect', path: { plan, version: 'head' } }, neighbour),
      await submit({ kind: 'publish', plan, review: file, reason: '' }, planner),
      await submit({ kind: 'publish', plan, review: file, reason: '' }, county),
      await submit({ kind: 'import', path: { upload: file }, region: '230898', reason: '' }, county),
      await submit({ kind: 'inspect', plan, path: '/etc/passwd' }, planner),
      await submit({ kind: 'inspect', plan, path: { upload: file }, out: '/tmp' }, planner),
    ].map(codeOf);
    expect(await Promise.all(codes)).toEqual([
      'server.no-upload',
      'store.no-plan',
      'server.forbidden',
      'store.no-plan',
      'server.forbidden',
      'store.no-job',
      'server.no-worker',
      'server.invalid-request',
      'server.invalid-request',
    ]);
  });

  test('a failure is told without the place of the files', async () => {
    const bad = await upload('坏.geojson', planner);
    const { id } = await submitted({ kind: 'inspect', plan, path: { upload: bad } }, planner);
    expect(await ended(id, planner)).toMatchObject({
      state: 'failed',
      error: { code: 'test.bad', message: '坏.geojson：坏了' },
    });
    expect(await server().json(`/api/v1/jobs/${id}/results`, planner)).toEqual([]);
  });

  test('a publication finds what its review judged, though the upload is gone', async () => {
    const again = await upload('第二稿.geojson', planner);
    const review = await submitted({ kind: 'review', plan, maintained: { upload: again } }, planner);
    expect(review).toMatchObject({
      inputs: { filed: { plan, version: 1 }, maintained: { name: '第二稿.geojson' } },
    });
    expect(await ended(review.id, county)).toMatchObject({ state: 'done', error: null });
    await server().ask(`/api/v1/uploads/${again}`, { method: 'DELETE', token: planner });
    const body = { kind: 'publish', plan, review: review.id, reason: '年度维护' };
    const publication = await submitted(body, county);
    expect((await submitted(body, county)).id).toBe(publication.id);
    expect(await ended(publication.id, planner)).toMatchObject({
      state: 'done',
      result: { read: [`${plan}-v1.gpkg`, '第二稿.geojson', 'review.json'] },
    });
  });

  test('a review takes an uploaded list of key projects, and no version for one', async () => {
    const [maintained, projects] = [
      await upload('第三稿.geojson', planner),
      await upload('清单.geojson', planner),
    ];
    const asked = { kind: 'review', plan, maintained: { upload: maintained } };
    const review = await submitted({ ...asked, projects: { upload: projects } }, planner);
    expect(review).toMatchObject({ inputs: { projects: { name: '清单.geojson' } } });
    expect(await ended(review.id, planner)).toMatchObject({
      state: 'done',
      result: { projects: '清单.geojson' },
    });
    expect((await submit({ ...asked, projects: { plan, version: 1 } }, planner)).status).toBe(400);
  });

  test('a tray hears of all own jobs, and an account has so many streams', async () => {
    const stop = new AbortController();
    const open = (init: RequestInit = {}) => server().ask('/api/v1/jobs/events', { token: planner, ...init });
    const streams = await Promise.all(Array.from({ length: 12 }, () => open({ signal: stop.signal })));
    expect(await codeOf(await open())).toBe('server.too-many-streams');
    const { id } = await submitted({ kind: 'inspect', plan, path: { upload: file } }, planner);
    let heard = '';
    for await (const chunk of streams[0]!.body!.pipeThrough(new TextDecoderStream())) {
      heard += chunk;
      if (heard.includes(`"id":"${id}"`)) break;
    }
    expect(heard).toContain('retry: ');
    stop.abort();
    while ((await open().then(({ status, body }) => body!.cancel().then(() => status))) !== 200)
      await setTimeout(50);
    expect(await ended(id, planner)).toMatchObject({ state: 'done' });
    // One stays open: the server ends it when it stops, which the end of this file waits for.
    expect((await open()).status).toBe(200);
  });

  test('a version is exported in each format, and is what it was', async () => {
    const path = `/api/v1/plans/${plan}/versions/head/export`;
    const fetched = (query: string, token = county) => server().made(`${path}?${query}`, token);
    const geoPackage = Buffer.from(await (await fetched('format=gpkg&layers=CZKFBJ')).arrayBuffer());
    const copy = join(server().running.services.settings.folder, 'copy.gpkg');
    await writeFile(copy, geoPackage);
    const [only] = (await readDelivery(copy)).databases;
    expect([...planOf(only!).layers.keys()]).toEqual(['CZKFBJ']);
    const imported = await importPlan(
      server().database,
      { name: 'test', origin: 'here' },
      { plan: planOf(only!), code: 'copy', region: '230898', reason: '' },
    );
    expect(imported.features).toBeGreaterThan(0);
    const whole = await fetched('format=gdb&layers=CZKFBJ,GHFQ');
    expect(whole.headers.get('content-disposition')).toContain(`${plan}-v1.gdb.zip`);
    expect(
      Buffer.from(await whole.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const lines = await (await fetched('format=geojson&layers=CZKFBJ')).text();
    expect(JSON.parse(lines)).toMatchObject({ type: 'FeatureCollection', name: 'CZKFBJ' });
    expect((await fetched('format=xlsx&layers=CZKFBJ')).headers.get('content-type')).toContain('spreadsheet');
    expect(await codeOf(await fetched('layers=NONE'))).toBe('store.no-layer');
    expect((await fetched('format=exe')).status).toBe(400);
    expect((await fetched('format=gpkg', neighbour)).status).toBe(404);
  });
});
