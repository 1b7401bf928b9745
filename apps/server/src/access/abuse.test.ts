import { request } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { plan, withServer } from '../testing/test-server.ts';

describe('what strangers and mischievous clients send', () => {
  const server = withServer({ requestsPerMinute: { account: 1e6, stranger: 1e6 } });
  let county: string;
  beforeAll(async () => {
    county = await server().tokenOf('county', { role: 'county', region: plan });
  });

  const injections = [
    `' OR '1'='1`,
    `'; DROP TABLE plan; --`,
    `${plan}'--`,
    `\\'; SELECT pg_sleep(9); --`,
    '%00',
    '$1',
  ];

  test.each(injections)('SQL in a parameter stays a value: %s', async (text) => {
    const value = text === '%00' ? text : encodeURIComponent(text);
    for (const path of [
      `/api/v1/plans/${value}/versions`,
      `/api/v1/plans/${plan}/versions/${value}`,
      `/api/v1/jobs/${value}`,
      `/api/v1/ledger?scope=${value}`,
      `/api/v1/ledger?text=${value}`,
      `/ogc/collections/${value}`,
      `/ogc/collections/${plan}.GHFQ/items?GHFQDM=${value}`,
      `/ogc/collections/${plan}.GHFQ/items?filter=${value}`,
    ]) {
      const answer = await server().ask(path, { token: county });
      expect(answer.status, path).toBeLessThan(500);
      const answered = await answer.text();
      if (answer.status === 200) expect(/"numberReturned":[1-9]|"verb"/.test(answered), path).toBe(false);
    }
    expect(await server().json('/api/v1/plans', county)).toHaveLength(1);
  });

  test('a text that no database can hold', async () => {
    const answer = await server().send('POST', '/api/v1/session', { name: 'a\u0000b', password: 'x' });
    expect(answer.status).toBeLessThan(500);
    const reason = await server().send(
      'POST',
      `/api/v1/plans/${plan}/rollback`,
      { to: 1, reason: '\u0000' },
      county,
    );
    expect(reason.status).toBeLessThan(500);
  });

  test('a gigabyte of zeros is not waited for', async () => {
    let sent = 0;
    const zeros = Buffer.alloc(1 << 20);
    const body = new Readable({
      read() {
        sent += zeros.length;
        this.push(sent > 1e9 ? null : zeros);
      },
    });
    const status = await new Promise<number>((resolve, reject) => {
      const asked = request(
        `${server().running.address}/api/v1/session`,
        { method: 'POST', headers: { 'content-type': 'application/json' } },
        (answer) => {
          resolve(answer.statusCode!);
          asked.destroy();
        },
      );
      asked.on('error', reject);
      body.pipe(asked);
    });
    expect(status).toBe(413);
    expect(sent).toBeLessThan(1e8);
  });

  test('a packed body is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(50 << 20));
    const answer = await server().ask('/api/v1/session', {
      method: 'POST',
      body: bomb,
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    });
    expect(answer.status).toBe(400);
  });

  test.each([
    '/style.css/..%2f..%2f..%2fpackage.json',
    '/api/docs/static/..%2f..%2f..%2fpackage.json',
    '/api/docs/static/%2e%2e/%2e%2e/package.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/problems/..%2f..%2fetc%2fpasswd',
    `/api/v1/jobs/00000000-0000-4000-8000-000000000000/results/..%2f..%2fpackage.json`,
    '/api/v1/backups/..%2f..%2fpackage.json',
  ])('no path leads out: %s', async (path) => {
    const answer = await server().ask(path, { token: county });
    expect([400, 403, 404]).toContain(answer.status);
    expect(await answer.text()).not.toContain('workspaces');
  });

  /** The raw answer to raw bytes. */
  const raw = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(server().running.address);
      const socket = connect(Number(port), '127.0.0.1', () => socket.end(text));
      let answer = '';
      socket.setEncoding('utf8').on('data', (part: string) => {
        answer += part;
      });
      socket.on('end', () => resolve(answer)).on('error', reject);
    });

  test('a host that is markup stays text, and no header follows from a request', async () => {
    const page = await raw(
      'GET /ogc?f=html HTTP/1.1\r\nHost: evil.example"><script>alert(1)</script>\r\nConnection: close\r\n\r\n',
    );
    expect(page).not.toContain('<script>');
    const forged = await raw(
      'GET /problems/x%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 1.2.3.4\r\nConnection: close\r\n\r\n',
    );
    const [head] = forged.split('\r\n\r\n');
    expect(head!.toLowerCase()).not.toContain('set-cookie');
  });

  test('two lengths, or a length and chunks, are no request', async () => {
    const both = await raw(
      'POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\nHost: a\r\n\r\n',
    );
    expect(both).toMatch(/^HTTP\/1\.1 400/);
    expect(both).not.toContain('tuheng_http');
  });

  test.each(['/api/v1/plans', `/api/v1/plans/${plan}/versions`, '/api/v1/session', '/ogc/collections'])(
    'no other site may read %s',
    async (path) => {
      const answer = await server().ask(path, { token: county, headers: { origin: 'https://evil.example' } });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    },
  );
});
