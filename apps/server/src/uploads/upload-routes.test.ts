import { randomBytes } from 'node:crypto';
import { access, readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { DetailedError } from 'tus-js-client';
import { beforeAll, describe, expect, test } from 'vitest';
import { sendUpload } from '../testing/send-upload.ts';
import { withServer } from '../testing/test-server.ts';
import { zipOf } from '../testing/zip-of.ts';

const MIB = 1 << 20;

describe('uploads', () => {
  const server = withServer({ uploads: { fileBytes: 1024 * MIB, accountBytes: 1200 * MIB } });
  let own: string;
  let colleague: string;
  let township: string;
  beforeAll(async () => {
    own = await server().tokenOf('own', { role: 'county', region: '230898' });
    colleague = await server().tokenOf('colleague', { role: 'county', region: '230898' });
    township = await server().tokenOf('township', { role: 'township', region: '230898100' });
  });

  const tus = { 'tus-resumable': '1.0.0' };
  const create = (length: number, name = '数据.gpkg', token = own, headers: object = {}) =>
    server().ask('/api/v1/uploads', {
      method: 'POST',
      token,
      headers: {
        ...tus,
        'upload-length': String(length),
        'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
        ...headers,
      },
    });
  const append = (path: string, offset: number, body: Buffer, token = own) =>
    server().ask(path, {
      method: 'PATCH',
      token,
      body: new Uint8Array(body),
      headers: { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    });
  const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
  const send = (name: string, content: Buffer, options = {}) =>
    sendUpload(server().running.address, own, name, content, options);
  /** The code by which a whole upload is refused. */
  const refusalOf = async (name: string, content: Buffer) => {
    const refused: DetailedError = await send(name, content).then(
      () => expect.fail('was taken'),
      (error) => error,
    );
    return (JSON.parse(refused.originalResponse!.getBody()) as { code: string }).code;
  };
  const geoJson = (bytes: number) =>
    Buffer.from(`{"type":"FeatureCollection","features":[]}${' '.repeat(bytes)}`);

  test('a file arrives in pieces under its name', async () => {
    const content = geoJson(3 * MIB);
    const path = await send('../../(230898)测试县.geojson', content, { chunkSize: MIB });
    expect(await server().json(path, own)).toMatchObject({
      name: '(230898)测试县.geojson',
      length: content.length,
      offset: content.length,
    });
    const listed = await server().json<object[]>('/api/v1/uploads', own);
    expect(listed).toHaveLength(1);
    await server().ask(path, { method: 'DELETE', token: own });
    expect((await server().ask(path, { token: own })).status).toBe(404);
  });

  test('one that is cut off goes on where it stopped', async () => {
    const content = Buffer.concat([geoJson(0), Buffer.alloc(5 * MIB, ' ')]);
    const path = (await create(content.length)).headers.get('location')!;
    const { hostname, port } = new URL(server().running.address);
    const cut = request({
      ...{ hostname, port, path, method: 'PATCH' },
      headers: {
        ...tus,
        authorization: `Bearer ${own}`,
        'content-type': 'application/offset+octet-stream',
        'content-length': content.length,
        'upload-offset': 0,
      },
    });
    cut.on('error', () => {});
    cut.write(content.subarray(0, 2 * MIB));
    const offset = async () => (await server().json<{ offset: number }>(path, own)).offset;
    while ((await offset()) < 2 * MIB) await setTimeout(20);
    cut.destroy();
    const head = await server().ask(path, { method: 'HEAD', token: own, headers: tus });
    expect(head.headers.get('upload-offset')).toBe(String(2 * MIB));
    await send('数据.gpkg', content, { uploadUrl: server().running.address + path });
    expect(await offset()).toBe(content.length);
  });

  test('a new connection takes over from one that hangs', async () => {
    const content = geoJson(MIB);
    const path = (await create(content.length)).headers.get('location')!;
    const { hostname, port } = new URL(server().running.address);
    const hanging = request({
      ...{ hostname, port, path, method: 'PATCH' },
      headers: {
        ...tus,
        authorization: `Bearer ${own}`,
        'content-type': 'application/offset+octet-stream',
        'content-length': content.length,
        'upload-offset': 0,
      },
    });
    hanging.on('error', () => {});
    hanging.write(content.subarray(0, 1000));
    while ((await server().json<{ offset: number }>(path, own)).offset < 1000) await setTimeout(20);
    expect(await codeOf(await append(path, 1000, content.subarray(1000)))).toBe('server.upload-busy');
    const head = await server().ask(path, { method: 'HEAD', token: own, headers: tus });
    expect(head.headers.get('upload-offset')).toBe('1000');
    expect((await append(path, 1000, content.subarray(1000))).status).toBe(204);
    hanging.destroy();
  });

  test('only who began one sees it and goes on', async () => {
    const path = (await create(100)).headers.get('location')!;
    const asked = [
      server().ask(path, { token: colleague }),
      append(path, 0, Buffer.alloc(10), colleague),
      server().ask(path, { method: 'DELETE', token: colleague }),
    ];
    for (const answer of await Promise.all(asked)) expect(await codeOf(answer)).toBe('server.no-upload');
    expect((await server().ask(path)).status).toBe(401);
    expect(await server().json('/api/v1/uploads', colleague)).toEqual([]);
    expect(await codeOf(await create(100, 'a.gpkg', township))).toBe('server.forbidden');
  });

  test('a piece at another place, or too many bytes, is refused', async () => {
    const path = (await create(100)).headers.get('location')!;
    expect(await codeOf(await append(path, 50, Buffer.alloc(10)))).toBe('server.upload-offset');
    expect(await codeOf(await append(path, 0, Buffer.alloc(200)))).toBe('server.too-large');
    const other = await create(100, 'a.gpkg', own, { 'tus-resumable': '0.2.0' });
    expect([other.status, other.headers.get('tus-version')]).toEqual([412, '1.0.0']);
    expect(await codeOf(await create(100, ' ../.. '))).toBe('server.invalid-request');
    expect(await codeOf(await create(0))).toBe('server.invalid-request');
  });

  test('more than a file or an account may have is refused before a byte is sent', async () => {
    expect(await codeOf(await create(1025 * MIB))).toBe('server.too-large');
    const { status, headers } = await create(1024 * MIB);
    expect(status).toBe(201);
    expect(await codeOf(await create(200 * MIB))).toBe('server.upload-quota');
    await server().ask(headers.get('location')!, { method: 'DELETE', token: own });
  });

  test('a targets file is taken by what it says', async () => {
    const targets = {
      schema: 'tuheng.targets/1',
      lists: { historicBuildings: { source: '名录', items: [] } },
    };
    expect(await send('targets.json', Buffer.from(JSON.stringify(targets)))).toMatch(/uploads/);
    for (const content of ['{}', '{', JSON.stringify({ ...targets, lists: { a: { items: [] } } })]) {
      expect(await refusalOf('targets.json', Buffer.from(content))).toBe('targets.invalid');
    }
    expect(await refusalOf('targets.json', Buffer.alloc(2 * MIB, ' '))).toBe('targets.invalid');
  });

  test('what no reader would take is refused when it is whole, and removed', async () => {
    const { settings } = server().running.services;
    const folders = () => readdir(join(settings.folder, 'uploads'));
    const before = await folders();
    const codes = [
      // 1 GB of zeros, so the directory says: checked before a byte is unpacked.
      await refusalOf('a.gdb.zip', zipOf('a.gdb/a00000001.gdbtable', Buffer.alloc(MIB), 1024 * MIB)),
      await refusalOf('b.zip', zipOf('../../../etc/cron.d/job', Buffer.from('x'))),
      await refusalOf('c.zip', randomBytes(1000)),
      await refusalOf('d.gpkg', Buffer.alloc(MIB)),
      await refusalOf('e.exe', Buffer.from('MZ')),
    ];
    expect(codes).toEqual([
      'dataset.zip-bomb',
      'dataset.path-traversal',
      'dataset.not-a-zip',
      'dataset.unreadable',
      'dataset.unsupported-format',
    ]);
    expect(await folders()).toEqual(before);
    await expect(access('/etc/cron.d/job')).rejects.toThrow();
  });
});
