import { basename } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { jobDone } from '../testing/review-job.ts';
import { sendUpload } from '../testing/send-upload.ts';
import { plan, withServer } from '../testing/test-server.ts';

interface Remarks {
  readonly states: { readonly state: string; readonly assignee?: string; readonly remarks: number }[];
  readonly remarks: { readonly id: number; readonly attachments: { readonly name: string }[] }[];
}
interface Notices {
  readonly unread: number;
  readonly items: { readonly kind: string; readonly at: string; readonly job: string }[];
}

describe('what people say of a result', () => {
  const done = { handlers: { review: async () => ({ id: 'r' }) } };
  const server = withServer({}, done);
  const tokens: Record<string, string> = {};
  let job: string;
  let path: string;
  beforeAll(async () => {
    for (const role of ['county', 'planner', 'department', 'public'] as const)
      tokens[role] = await server().tokenOf(role, { role, region: plan });
    tokens.neighbour = await server().tokenOf('neighbour', { role: 'county', region: '230881' });
    const version = { plan, version: 1 };
    job = await jobDone(server(), tokens.planner!, { kind: 'review', filed: version, maintained: version });
    path = `/api/v1/jobs/${job}/remarks`;
  });

  const verdict = { kind: 'verdict', rule: 'udb.total' };
  const say = (who: string, body: object) =>
    server().send('POST', path, { subject: verdict, text: '', ...body }, tokens[who]);
  const codeOf = async (answer: Response) => ((await answer.json()) as { code?: string }).code;

  test('a matter goes from hand to hand, with a file, and its state follows', async () => {
    expect((await say('county', { action: 'assign', to: 'planner', text: '请核实' })).status).toBe(201);
    const content = Buffer.from('%PDF-1.7 说明');
    const upload = basename(
      await sendUpload(server().running.address, tokens.planner!, '说明.pdf', content, {
        purpose: 'attachment',
      }),
    );
    const contested = await say('planner', { action: 'contest', text: '以批复为准', attachments: [upload] });
    expect(contested.status).toBe(201);
    const { states, remarks } = await server().json<Remarks>(path, tokens.department);
    expect(states).toMatchObject([{ subject: verdict, state: 'contested', assignee: 'planner', remarks: 2 }]);
    expect(remarks[1]).toMatchObject({
      by: 'planner',
      action: 'contest',
      attachments: [{ name: '说明.pdf', bytes: content.length }],
    });
    // It is kept with the job, whatever becomes of the upload.
    await server().ask(`/api/v1/uploads/${upload}`, { method: 'DELETE', token: tokens.planner! });
    const file = `${path}/${remarks[1]!.id}/attachments/0`;
    const answer = await server().ask(file, { token: tokens.county! });
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(content);
    expect((await server().ask(file, { token: tokens.neighbour! })).status).toBe(404);
    expect(
      (await server().ask(`${path}/${remarks[1]!.id}/attachments/1`, { token: tokens.county! })).status,
    ).toBe(404);
  });

  test('what is no input of a job is none as an attachment either, and the other way round', async () => {
    const send = (name: string, purpose?: 'attachment') =>
      sendUpload(
        server().running.address,
        tokens.planner!,
        name,
        Buffer.from('{"type":"FeatureCollection","features":[]}'),
        {
          ...(purpose && { purpose }),
        },
      ).then((address) => basename(address));
    const input = await send('a.geojson');
    expect(await codeOf(await say('planner', { action: 'answer', attachments: [input] }))).toBe(
      'server.no-upload',
    );
    const attachment = await send('b.geojson', 'attachment');
    const body = { kind: 'review', plan, maintained: { upload: attachment } };
    expect(await codeOf(await server().send('POST', '/api/v1/jobs', body, tokens.planner))).toBe(
      'server.no-upload',
    );
    expect(await codeOf(await say('county', { action: 'answer', attachments: [attachment] }))).toBe(
      'server.no-upload',
    );
  });

  test('what cannot be done is refused with its reason', async () => {
    const codes = [
      await say('county', { action: 'reopen' }),
      await say('county', { action: 'contest' }),
      await say('county', { action: 'assign', to: 'public' }),
      await say('public', { action: 'answer' }),
      await say('neighbour', { action: 'answer' }),
      await say('county', { action: 'answer', subject: { ...verdict, piece: 1 } }),
      await say('county', { action: 'answer', by: 'planner' }),
    ].map(codeOf);
    expect(await Promise.all(codes)).toEqual([
      'store.remark-refused',
      'store.remark-reason',
      'store.not-assignable',
      'store.no-job',
      'store.no-job',
      'server.invalid-request',
      'server.invalid-request',
    ]);
  });

  test('the accounts that can be given it', async () => {
    const found = await server().json<{ name: string }[]>(`/api/v1/jobs/${job}/assignees`, tokens.county);
    expect(found.map(({ name }) => name)).toEqual(['county', 'department', 'planner']);
  });

  test('notices are told until they are read', async () => {
    const heard = (query = '') => server().json<Notices>(`/api/v1/notifications${query}`, tokens.planner);
    const { unread, items } = await heard();
    expect(items.map(({ kind }) => kind)).toEqual(['assigned', 'job-done']);
    expect(unread).toBe(2);
    const until = items[0]!.at;
    const read = await server().send('PUT', '/api/v1/notifications/read', { until }, tokens.planner);
    expect(read.status).toBe(204);
    expect(await heard('?unread=true')).toEqual({ unread: 0, items: [] });
    expect((await heard()).items).toHaveLength(2);
    expect((await server().json<Notices>('/api/v1/notifications', tokens.county)).items).toMatchObject([
      { kind: 'contested', job, subject: verdict },
    ]);
    expect(await server().json('/api/v1/notifications', tokens.neighbour)).toEqual({ unread: 0, items: [] });
  });
});
