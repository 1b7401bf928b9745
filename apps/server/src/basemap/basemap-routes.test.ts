import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plan, withServer } from '../testing/test-server.ts';

/** The bureau's tile server: a picture, and what it should not answer. */
let tiles: Server;
const asked: string[] = [];
const settings = { basemap: { template: '', attribution: '示例底图' } };

beforeAll(async () => {
  tiles = createServer((request, response) => {
    asked.push(request.url!);
    const z = request.url!.split('/')[1];
    if (z === '1') return response.writeHead(200, { 'content-type': 'text/html' }).end('<b>');
    if (z === '2') return response.writeHead(302, { location: '/0/0/0' }).end();
    if (z === '3') return response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.alloc(3 << 20));
    response.writeHead(200, { 'content-type': 'image/png' }).end('picture');
  }).listen(0, '127.0.0.1');
  await once(tiles, 'listening');
  settings.basemap.template = `http://127.0.0.1:${(tiles.address() as AddressInfo).port}/{z}/{x}/{y}?tk=KEY`;
});
afterAll(() => tiles.close());

describe('the basemap', () => {
  const server = withServer(settings);

  test('is passed on from where the administrator says, and its key is told to nobody', async () => {
    const token = await server().tokenOf('looks', { role: 'county', region: plan });
    expect(await server().json('/api/v1/basemap', token)).toEqual({
      available: true,
      attribution: '示例底图',
    });
    const answer = await server().ask('/api/v1/basemap/5/6/7', { token });
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      'image/png',
      'picture',
    ]);
    expect(asked).toEqual(['/5/6/7?tk=KEY']);
    for (const z of [1, 2, 3]) {
      const refused = await server().ask(`/api/v1/basemap/${z}/0/0`, { token });
      expect(refused.status).toBe(502);
      expect(await refused.text()).not.toContain('KEY');
    }
    expect((await server().ask('/api/v1/basemap/5/6/7')).status).toBe(401);
    expect((await server().ask('/api/v1/basemap/5/6/-1', { token })).status).toBe(400);
  });
});
