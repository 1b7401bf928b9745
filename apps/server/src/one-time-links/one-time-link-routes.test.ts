import { describe, expect, test } from 'vitest';
import { withServer } from '../testing/test-server.ts';

describe('the pages of one-time links', () => {
  const server = withServer();

  test('are kept out of caches, and their script is answered by the server', async () => {
    const answer = await server().ask('/first-administrator');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';");
    const page = await answer.text();
    expect(page).toContain('src="/secret-link.js"');
    expect([...page.matchAll(/<script[^>]*>([^<]*)</g)].map(([, inline]) => inline)).toEqual(['']);
    const script = await server().ask('/secret-link.js');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await script.text()).toContain('secret');
  });
});
