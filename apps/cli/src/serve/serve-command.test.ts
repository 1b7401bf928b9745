import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Cluster } from '@tuheng/store/testing/postgres-cluster.ts';
import { findPostgres } from '@tuheng/store/testing/postgres-programs.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tuhengHere } from '../testing/commands.ts';
import { listenFault } from './serve-error.ts';
import { hasOpenssl, makeCertificate } from './testing/certificate.ts';
import { Serving } from './testing/serving.ts';

let folder: string;
const path = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tuheng-服务-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const credentials = { name: 'first.one', password: 'correct horse battery' };

function post(address: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Waits until the server has begun with a request beside the one that asks for its figures. */
async function untilUnderWay(address: string): Promise<void> {
  for (;;) {
    const figures = await (await fetch(`${address}/metrics`)).text();
    if (/^tuheng_http_requests_under_way 2$/m.test(figures)) return;
  }
}

/** From the first start with its link to a stop in the middle of a request, and the next start. */
async function expectServed(...place: readonly string[]): Promise<void> {
  const first = await Serving.start('serve', ...place, '--port', '0');
  expect(first.out).toBe(`ready ${first.address}\n`);
  expect(await (await fetch(`${first.address}/health/ready`)).json()).toEqual({ state: 'ready' });

  const link = /http:\S+\/first-administrator#(\S+)/.exec(first.err);
  expect(link?.[0]).toContain(first.address);
  const page = await fetch(link![0]);
  expect(await page.text()).toContain('action="/api/v1/first-administrator"');
  const redeemed = await post(`${first.address}/api/v1/first-administrator`, {
    secret: link![1],
    ...credentials,
  });
  expect(redeemed.status).toBe(200);
  const cookie = redeemed.headers.getSetCookie()[0]!.split(';')[0]!;
  const again = { secret: link![1], name: 'second.one', password: credentials.password };
  expect((await post(`${first.address}/api/v1/first-administrator`, again)).status).toBe(403);
  const known = await (await fetch(`${first.address}/api/v1/session`, { headers: { cookie } })).json();
  expect(known).toMatchObject({ name: 'first.one' });

  const body = JSON.stringify(credentials);
  const underWay = plainRequest(`${first.address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
  });
  underWay.write(body.slice(0, 10));
  const answered = once(underWay, 'response');
  await untilUnderWay(first.address);
  const stopped = first.stop();
  while (!first.err.includes('正在结束')) await new Promise((resolve) => setTimeout(resolve, 20));
  underWay.end(body.slice(10));
  expect((await answered)[0].statusCode).toBe(200);
  expect(await stopped).toEqual([0, null]);
  // Told once, to the person who started it; the log of requests knows neither secrets nor names.
  const log = first.err.split('\n').filter((line) => line.startsWith('{'));
  expect(log.some((line) => line.includes('"route":"/api/v1/first-administrator"'))).toBe(true);
  for (const secret of [link![1]!, credentials.name, cookie.split('=')[1]!, '127.0.0.1:'])
    expect(log.filter((line) => line.includes(secret) && line.includes('route'))).toEqual([]);

  const second = await Serving.start('serve', ...place, '--port', '0', '--no-worker');
  expect(second.err).not.toContain('first-administrator');
  const session = await fetch(`${second.address}/api/v1/session`, { headers: { cookie } });
  expect(await session.json()).toMatchObject({ name: 'first.one', grants: [{ role: 'administrator' }] });
  expect(await second.stop()).toEqual([0, null]);
}

describe('tuheng serve', () => {
  it('serves a data folder from its first start on', () => expectServed('--data', path('库')));

  const bin = findPostgres();
  it.skipIf(bin === undefined)(
    'serves a database of a server from its first start on (PostgreSQL)',
    async () => {
      const cluster = await Cluster.start(bin!, { listen_addresses: "''", fsync: 'off' });
      try {
        const url = `postgres://postgres@/postgres?host=${encodeURIComponent(cluster.folder)}`;
        await expectServed('--database-url', url, '--folder', path('服务'));
      } finally {
        await cluster.stop();
      }
    },
  );

  it('says that a port or a folder is taken, and ends at once at a second signal', async () => {
    const first = await Serving.start('serve', '--data', path('占用'), '--port', '0');
    const { port } = new URL(first.address);
    const samePort = await tuhengHere('serve', '--data', path('另一个'), '--port', port);
    const sameFolder = await tuhengHere('serve', '--data', path('占用'), '--port', '0');
    expect([samePort.code, sameFolder.code]).toEqual([2, 2]);
    expect(samePort.err).toContain(`端口 ${port} 已被另一个程序占用`);
    expect(samePort.err).toContain('cli.port-in-use');
    expect(sameFolder.err).toContain('store.in-use');
    expect(samePort.out + sameFolder.out).toBe('');

    const waiting = plainRequest(`${first.address}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': 10 },
    });
    waiting.on('error', () => {});
    waiting.write('{');
    await untilUnderWay(first.address);
    first.signal('SIGINT');
    while (!first.err.includes('正在结束')) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await first.stop()).toEqual([143, null]);
  });

  it.each([
    [['--port', '70000'], '--port', 'cli.usage'],
    [['--memory', '1'], '--memory', 'cli.usage'],
    [['--trust-proxy', '10.0.0.0/33'], '--trust-proxy', 'cli.usage'],
    [['--trust-proxy', 'proxy.example'], '--trust-proxy', 'cli.usage'],
    [['--tls-key', 'a'], '--tls-cert', 'cli.usage'],
    [['--tls-key', 'no-such-file', '--tls-cert', 'b'], 'no-such-file', 'cli.certificate'],
    [['--tls-key', 'package.json', '--tls-cert', 'package.json'], 'PEM', 'cli.certificate'],
    [['--demo', '--host', '0.0.0.0'], '人人知道', 'cli.demo-exposed'],
    [['--demo', '--trust-proxy', '127.0.0.1'], '人人知道', 'cli.demo-exposed'],
    [['--host', '203.0.113.7', '--trust-proxy', '10.0.0.1'], '203.0.113.7', 'cli.host-unknown'],
    [['--host', 'no-such-host.invalid', '--trust-proxy', '10.0.0.1'], 'no-such-host', 'cli.host-unknown'],
  ])('refuses %j with exit code 2 and says why', async (args, sentence, code) => {
    const run = await tuhengHere('serve', '--data', path('拒绝'), ...args);
    expect(run.code).toBe(2);
    expect(run.err).toContain(sentence);
    expect(run.err).toContain(code);
    expect(run.err.trim().split('\n')).toHaveLength(1);
    expect(run.out).toBe('');
  });

  it('says that a port is not permitted', () => {
    const error = Object.assign(new Error('listen EACCES'), { code: 'EACCES' });
    expect(listenFault(error, { host: '127.0.0.1', port: 443 })).toMatchObject({
      code: 'cli.port-not-permitted',
      message: expect.stringContaining('443'),
    });
  });

  it('warns where passwords would cross the network in the open', async () => {
    const serving = await Serving.start('serve', '--data', path('公开'), '--port', '0', '--host', '0.0.0.0');
    expect(serving.err).toContain('--tls-key');
    await serving.stop();
  });
});

describe.skipIf(!hasOpenssl)('tuheng serve with a certificate (openssl)', () => {
  it('speaks TLS, holds browsers to it and makes a cookie for this host alone', async () => {
    const { key, cert } = makeCertificate(path('一'));
    const serving = await Serving.start(
      ...['serve', '--data', path('加密'), '--port', '0', '--tls-key', key, '--tls-cert', cert],
    );
    expect(serving.address).toMatch(/^https:/);
    const [, secret] = /https:\S+\/first-administrator#(\S+)/.exec(serving.err)!;
    const asked = request(`${serving.address}/api/v1/first-administrator`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      rejectUnauthorized: false,
    });
    asked.end(JSON.stringify({ secret, ...credentials }));
    const [answer] = await once(asked, 'response');
    expect(answer.statusCode, await text(answer)).toBe(200);
    expect(answer.headers['strict-transport-security']).toContain('max-age=');
    expect(answer.headers['set-cookie'][0]).toMatch(/^__Host-tuheng=.*Path=\/;.*HttpOnly; Secure/);
    expect(await serving.stop()).toEqual([0, null]);
  });

  it('refuses a key of another certificate', async () => {
    const [one, other] = [makeCertificate(path('二')), makeCertificate(path('三'))];
    const files = ['--tls-key', one.key, '--tls-cert', other.cert];
    const { code, err } = await tuhengHere('serve', '--data', path('拒绝'), '--port', '0', ...files);
    expect(code).toBe(2);
    expect(err).toContain('不是证书');
  });
});
