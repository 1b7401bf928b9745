import { describe, expect, test } from 'vitest';
import { withServer } from '../testing/test-server.ts';

describe('problems', () => {
  const server = withServer();

  test('every code has a page, and only those', async () => {
    const list = await (await server().ask('/problems')).text();
    const codes = [...list.matchAll(/href="\/problems\/([^"]+)"/g)].map(([, code]) => code!);
    for (const code of ['server.forbidden', 'store.stale-base', 'dataset.zip-bomb'])
      expect(codes).toContain(code);
    const page = await server().ask(`/problems/${codes[0]}`);
    expect(await page.text()).toContain(codes[0]);
    expect((await server().ask('/problems/none')).status).toBe(404);
  });

  test('what is asked for is not markup', async () => {
    const answer = await server().ask(`/problems/${encodeURIComponent('<script>alert(1)</script>')}`);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe');
  });

  test('a body that is no JSON, one that is too large, and one that is nested too deep', async () => {
    const post = (body: string, type = 'application/json') =>
      server().ask('/api/v1/session', { method: 'POST', body, headers: { 'content-type': type } });
    expect(await (await post('{')).json()).toMatchObject({ code: 'server.invalid-request' });
    expect(await (await post('"'.padEnd(2 << 20, 'x'))).json()).toMatchObject({ code: 'server.too-large' });
    expect(await (await post('['.repeat(100_000))).json()).toMatchObject({ code: 'server.invalid-request' });
    expect(await (await post('<a/>', 'text/xml')).json()).toMatchObject({
      code: 'server.unsupported-content',
    });
    expect(await (await post('{"name":1}')).json()).toMatchObject({
      code: 'server.invalid-request',
      invalid: [{ at: '', message: expect.any(String) }],
    });
    expect(await (await post('{"__proto__":{"admin":true}}')).json()).toMatchObject({
      code: 'server.invalid-request',
    });
  });

  test('the OpenAPI document and its pages come from this server', async () => {
    const document = await server().json<{ openapi: string; paths: object }>('/api/openapi.json');
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toContain('/api/v1/plans');
    const pages = await server().ask('/api/docs/');
    expect(pages.status).toBe(200);
    expect(await pages.text()).not.toMatch(/(src|href)="(https?:)?\/\//);
  });
});
