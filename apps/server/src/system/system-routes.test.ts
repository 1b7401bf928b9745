import type { Static } from 'typebox';
import { expect, test, vi } from 'vitest';
import { onEachKind, plan } from '../testing/test-server.ts';
import type { SystemDocument } from './system-schemas.ts';

onEachKind('the state of the server', (server) => {
  test('tells who runs it what can be read, and no place on the disk', async () => {
    const administrator = await server().tokenOf('administrator', { role: 'administrator', region: null });
    const ask = () => server().json<Static<typeof SystemDocument>>('/api/v1/system', administrator);
    const first = await ask();
    expect(first).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      node: process.version,
      database: { kind: server().database.kind },
      jobs: { running: 0, failed: 0 },
      backup: { writing: false, last: null },
      ledger: { lastVerification: null },
    });
    expect(first.ledger.chains.map(({ scope }) => scope)).toContain(`plan:${plan}`);
    for (const bytes of [first.memory.rss, first.memory.heapUsed, first.database.bytes, first.disk.free])
      expect(bytes).toBeGreaterThan(0);
    expect(first.disk.total).toBeGreaterThan(first.disk.free);
    expect(JSON.stringify(first)).not.toContain(server().running.services.settings.folder);

    await server().ask(`/api/v1/plans/${plan}/versions/1/tiles/GHFQ/0/0/0.mvt`, { token: administrator });
    await server().send('POST', '/api/v1/ledger/verifications', {}, administrator);
    await server().send('POST', '/api/v1/backups', { reason: 'test' }, administrator);
    const later = await vi.waitFor(async () => {
      const found = await ask();
      expect(found.backup).toMatchObject({ writing: false, last: { bytes: expect.any(Number) } });
      expect(found.ledger.lastVerification).not.toBeNull();
      return found;
    }, 60_000);
    expect(later.held.tiles.count).toBe(1);
    expect(later.held.layers).toMatchObject({ count: 1, bytes: expect.any(Number) });
    expect(later.ledger.lastVerification).toMatchObject({ scope: null, sound: true });
    expect(later.ledger.rows).toBeGreaterThan(first.ledger.rows);
  });

  test('is for who runs it', async () => {
    const county = await server().tokenOf('county', { role: 'county', region: plan });
    const passedOn = { token: county, headers: { 'x-forwarded-for': '192.0.2.1' } };
    expect((await server().ask('/api/v1/system', passedOn)).status).toBe(403);
  });
});
