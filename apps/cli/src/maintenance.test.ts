import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Database, firstAdministrator, openDatabase, StoreError } from '@tuheng/store';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startMaintenance } from './maintenance.ts';

const actor = { name: '测试', origin: 'localhost' };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tuheng-维护-'));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

/** A link that expired long ago. */
async function leaveLink(database: Database): Promise<void> {
  await firstAdministrator(database, actor);
  await database.asOwner((tx) =>
    tx.script(`UPDATE first_administrator SET expires_at = now() - interval '91 days'`),
  );
}

it('is done by tuheng worker', async () => {
  const before = await openDatabase({ folder });
  await leaveLink(before);
  await before.close();
  const worker = spawn('bin/tuheng', ['worker', '--data', folder], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(worker, 'exit');
  const lines: string[] = [];
  for await (const line of createInterface({ input: worker.stdout })) {
    lines.push(line);
    if (line.startsWith('维护')) worker.kill('SIGTERM');
  }
  expect(await exited).toEqual([0, null]);
  expect(lines).toContain('维护　已清除早已结束的会话、令牌和链接 1 个');
  const after = await openDatabase({ folder });
  expect(await after.query('SELECT FROM first_administrator')).toEqual([]);
  await after.close();
});

it('is done once a day, also after a day on which it failed', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const lines: string[] = [];
  let runs = 0;
  const database = {
    transaction: async () => {
      runs++;
      if (runs === 1) throw new StoreError('store.unreachable', 'db.example');
      return 2;
    },
  } as unknown as Database;
  const { stop } = startMaintenance(database, actor, (line) => lines.push(line));
  await vi.advanceTimersByTimeAsync(24 * 3_600_000);
  expect(runs).toBe(2);
  await stop();
  await vi.advanceTimersByTimeAsync(48 * 3_600_000);
  expect(runs).toBe(2);
  expect(lines).toEqual([
    expect.stringMatching(/^维护　今天没有做成，明天再试：db\.example：连不上/),
    '维护　已清除早已结束的会话、令牌和链接 2 个',
  ]);
});
