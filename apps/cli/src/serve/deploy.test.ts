import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tuheng } from '../testing/commands.ts';
import { serveArguments } from './serve-arguments.ts';
import { hasOpenssl, makeCertificate } from './testing/certificate.ts';
import { Serving } from './testing/serving.ts';

const deploy = fileURLToPath(new URL('../../../../deploy/', import.meta.url));
const docs = readFileSync(join(deploy, '../docs/deployment.md'), 'utf8');
const fileText = (name: string): string => readFileSync(join(deploy, name), 'utf8');
const has = (command: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;

describe('the files of a deployment', () => {
  it('are all told in the page about it', () => {
    for (const name of readdirSync(deploy)) expect(docs).toContain(`(../deploy/${name})`);
  });

  it('start the server as the command understands it, behind the proxy that is told', () => {
    const [, command] = /^ExecStart=\/opt\/tuheng\/bin\/tuheng serve (.*)$/m.exec(
      fileText('tuheng.service'),
    )!;
    const { host, port, trustedProxies } = serveArguments(command!.split(' '));
    expect(fileText('nginx.conf')).toContain(`server ${host}:${port};`);
    expect(trustedProxies).toEqual([host]);
  });

  it.skipIf(!has('systemd-analyze'))('are units that systemd accepts (systemd-analyze)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tuheng-units-'));
    const units = readdirSync(deploy).filter((name) => /\.(service|timer)$/.test(name));
    for (const name of units) {
      const unit = fileText(name).replaceAll('/opt/tuheng/bin/tuheng', process.execPath);
      writeFileSync(join(folder, name), unit);
    }
    const { status, stderr } = spawnSync(
      'systemd-analyze',
      ['verify', '--man=no', ...units.map((name) => join(folder, name))],
      { encoding: 'utf8' },
    );
    rmSync(folder, { recursive: true });
    expect([status, stderr]).toEqual([0, '']);
  });
});

/** nginx refuses to run without rights it does not need here: as nobody, where the tests run as root. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;

describe.skipIf(!has('nginx') || !hasOpenssl)('the configuration of nginx (nginx, openssl)', () => {
  let folder: string;
  let serving: Serving;
  let nginx: ChildProcess;
  let port: number;
  let plainPort: number;
  let cookie: string;
  const path = (name: string): string => join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tuheng-nginx-'));
    serving = await Serving.startForSuite(
      ...['serve', '--data', path('库'), '--port', '0', '--trust-proxy', '127.0.0.1'],
    );
    [port, plainPort] = [await freePort(), await freePort()];
    const { key, cert } = makeCertificate(path('nginx'));
    const changed: readonly [string, string][] = [
      ['server 127.0.0.1:8080;', `server ${new URL(serving.address).host};`],
      ['listen 80;', `listen 127.0.0.1:${plainPort};`],
      ['listen 443 ssl http2;', `listen 127.0.0.1:${port} ssl http2;`],
      ['/etc/tuheng/certificate.pem', cert],
      ['/etc/tuheng/key.pem', key],
    ];
    let site = fileText('nginx.conf');
    for (const [from, to] of changed) {
      expect(site).toContain(from);
      site = site.replace(from, to);
    }
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (kind) => `${kind}_temp_path ${path(`temporary-${kind}`)};`,
    );
    const whole = `daemon off; pid ${path('pid')}; error_log ${path('errors')};\nevents {}\nhttp {\naccess_log off; ${temporary.join(' ')}\n${site}}\n`;
    writeFileSync(path('nginx.conf'), whole);
    if (nobody) {
      chmodSync(folder, 0o755);
      for (const name of ['', basename(key), basename(cert)]) chownSync(path(name), nobody.uid, nobody.gid);
    }
    const args = ['-e', path('errors'), '-c', path('nginx.conf')];
    const checked = spawnSync('nginx', ['-t', ...args], { ...nobody, encoding: 'utf8' });
    expect(checked.status, checked.stderr).toBe(0);
    nginx = spawn('nginx', args, { ...nobody, stdio: 'ignore' });
    while (!(await ask('/health/live').catch(() => undefined))) await setTimeout(50);
  });
  afterAll(async () => {
    if (nginx && nginx.exitCode === null) {
      nginx.kill('SIGTERM');
      await once(nginx, 'exit');
    }
    await serving?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Asks through nginx from another address of this machine. */
  async function ask(
    where: string,
    { body, headers = {} }: { readonly body?: object; readonly headers?: OutgoingHttpHeaders } = {},
  ): Promise<{
    readonly status: number;
    readonly headers: IncomingMessage['headers'];
    readonly body: string;
  }> {
    const asked = request({
      ...{ host: '127.0.0.1', port, path: where, localAddress: '127.0.0.2', rejectUnauthorized: false },
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    });
    asked.end(body === undefined ? undefined : JSON.stringify(body));
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    return { status: answer.statusCode!, headers: answer.headers, body: await text(answer) };
  }

  it('brings people to TLS, with each header once', async () => {
    const plain = await fetch(`http://127.0.0.1:${plainPort}/ogc`, { redirect: 'manual' });
    expect([plain.status, plain.headers.get('location')]).toEqual([301, 'https://127.0.0.1/ogc']);
    const { headers } = await ask('/');
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';[^,]*$/);
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers.server).toBe('nginx');
  });

  it('says who asks, where, and how, and nothing that the client says of it', async () => {
    const [, secret] = /first-administrator#(\S+)/.exec(serving.err)!;
    const credentials = { name: 'first.one', password: 'correct horse battery' };
    const own = { origin: `https://127.0.0.1:${port}` };
    const forged = {
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-host': 'evil.example',
      forwarded: 'for=203.0.113.9',
    };
    const made = await ask('/api/v1/first-administrator', {
      body: { secret, ...credentials },
      headers: { ...own, ...forged },
    });
    expect(made.status, made.body).toBe(200);
    expect(made.headers['set-cookie']![0]).toMatch(/^__Host-tuheng=.*; HttpOnly; Secure; SameSite=Strict$/);
    const evil = { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' };
    expect((await ask('/api/v1/session', { body: credentials, headers: evil })).status).toBe(403);
    cookie = made.headers['set-cookie']![0]!.split(';')[0]!;
    expect(JSON.parse((await ask('/api/v1/session', { headers: { cookie } })).body).name).toBe('first.one');
  });

  it('lets events through as they come, and not compressed', async () => {
    const asked = request({
      ...{ host: '127.0.0.1', port, path: '/api/v1/jobs/events', rejectUnauthorized: false },
      headers: { cookie, 'accept-encoding': 'gzip' },
    });
    asked.end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    expect(answer.headers['content-type']).toBe('text/event-stream');
    expect(answer.headers['content-encoding']).toBeUndefined();
    // The stream stays open: only what is not kept back arrives.
    const [first] = await once(answer, 'data');
    expect(String(first)).toMatch(/^retry: \d+\n\n/);
    asked.destroy();
  });

  it('compresses texts and keeps the figures to the machine', async () => {
    const document = await ask('/api/openapi.json', { headers: { 'accept-encoding': 'gzip' } });
    expect(document.headers['content-encoding']).toBe('gzip');
    expect((await ask('/metrics')).status).toBe(404);
    expect((await fetch(`${serving.address}/metrics`)).status).toBe(200);
  });

  it('lets large bodies through for uploads only', async () => {
    const body = { much: 'x'.repeat(3 << 20) };
    expect((await ask('/api/v1/session', { body })).status).toBe(413);
    expect((await ask('/api/v1/uploads', { body })).status).not.toBe(413);
  });

  it('leaves the address of the client in the ledger', async () => {
    expect(await serving.stop()).toEqual([0, null]);
    const file = path('台账.jsonl');
    expect(tuheng('ledger', 'export', '--data', path('库'), '--out', file).code).toBe(0);
    const origins = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.includes('"account.create"'));
    expect(origins).toHaveLength(1);
    expect(origins[0]).toContain('127.0.0.2');
    expect(readFileSync(file, 'utf8')).not.toContain('203.0.113.9');
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
