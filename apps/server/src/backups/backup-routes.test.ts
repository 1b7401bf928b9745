import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareStores, openDatabase, restore } from '@tuheng/store';
import { beforeAll, expect, test } from 'vitest';
import { actor, onEachKind } from '../testing/test-server.ts';

onEachKind('backups', (server) => {
  let administrator: string;
  let local: string;
  beforeAll(async () => {
    administrator = await server().tokenOf('administrator', { role: 'administrator', region: null });
    local = await server().tokenOf('local', { role: 'administrator', region: '230898' });
  });

  test('the whole store is written while it is served, fetched, restored and found the same', async () => {
    const asked = await server().send('POST', '/api/v1/backups', { reason: '升级前' }, administrator);
    expect([201, 202]).toContain(asked.status);
    interface List {
      readonly writing: boolean;
      readonly backups: readonly { readonly name: string }[];
    }
    let list: List;
    do list = await server().json<List>('/api/v1/backups', administrator);
    while (list.writing);
    const { name } = list.backups[0]!;
    const file = await server().ask(`/api/v1/backups/${name}`, { token: administrator });
    const folder = server().running.services.settings.folder;
    const copy = join(folder, 'copy.backup');
    await writeFile(copy, Buffer.from(await file.arrayBuffer()));
    const restored = await openDatabase({ folder: join(folder, 'restored') });
    try {
      expect((await restore(copy, restored, { actor, reason: '' })).versions).toBe(1);
      const differing = (await compareStores(server().database, restored)).filter(({ isSame }) => !isSame);
      // What was told after the backup, and nothing else: that it was written and fetched, and by which token.
      expect(['api_token', 'ledger']).toEqual(expect.arrayContaining(differing.map(({ table }) => table)));
    } finally {
      await restored.close();
    }
    const rows = await server().json<{ rows: object[] }>('/api/v1/ledger?scope=system', administrator);
    expect(rows.rows).toMatchObject([
      { verb: 'backup.download', object: `backup:${name}` },
      { verb: 'backup.create', actor: 'administrator', reason: '升级前' },
    ]);
    const removed = await server().ask(`/api/v1/backups/${name}?reason=`, {
      method: 'DELETE',
      token: administrator,
    });
    expect(removed.status).toBe(204);
    expect((await server().json<List>('/api/v1/backups', administrator)).backups).toEqual([]);
  });

  test('nobody else makes, sees or fetches one, nor any other file', async () => {
    expect((await server().send('POST', '/api/v1/backups', { reason: '' }, local)).status).toBe(403);
    expect((await server().ask('/api/v1/backups', { token: local })).status).toBe(403);
    expect((await server().ask('/api/v1/backups')).status).toBe(401);
    for (const name of ['..%2f..%2fdata%2fPG_VERSION', '..', 'none.backup']) {
      const answer = await server().ask(`/api/v1/backups/${name}`, { token: administrator });
      expect(answer.status).toBe(404);
    }
  });
});
