import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Child } from '../testing/child.ts';
import { lockFolder } from './folder-lock.ts';
import { openPglite } from './pglite-database.ts';

describe('the lock of a data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tuheng-锁-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('lets a second process in only when the first has let go, and names the first', async () => {
    const first = new Child('hold-folder.ts', folder);
    await first.says('held');
    for (const second of [lockFolder, openPglite])
      await expect(second(folder)).rejects.toMatchObject({
        code: 'store.in-use',
        message: expect.stringContaining(`进程 ${first.pid}`),
      });
    await first.kill();
    await (await lockFolder(folder))();
    expect(readdirSync(folder)).toEqual(['.lock']);
  });

  it('is not had twice in one process either', async () => {
    const release = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'store.in-use' });
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'store.in-use' });
    await release();
    await (await lockFolder(folder))();
  });

  it('is had by one of many who come at once after its holder was killed', async () => {
    const first = new Child('hold-folder.ts', folder);
    await first.says('held');
    await first.kill();
    const children = Array.from({ length: 6 }, () => new Child('hold-folder.ts', folder));
    try {
      while (children.some(({ lines, errors }) => lines.length === 0 && !errors.includes('store.in-use')))
        await setTimeout(20);
      expect(children.filter(({ lines }) => lines.includes('held'))).toHaveLength(1);
    } finally {
      await Promise.all(children.map((child) => child.kill()));
    }
  });

  it('is free after a process was killed while it took it', async () => {
    for (let i = 0; i < 5; i++) {
      const child = new Child('hold-folder.ts', folder);
      // Node itself takes about this long to start.
      await setTimeout(60 + 40 * Math.random());
      await child.kill();
      await (await lockFolder(folder))();
    }
  });

  it('says why a folder cannot be used', async () => {
    await expect(lockFolder('/dev/null/data')).rejects.toMatchObject({ code: 'store.folder-unusable' });
  });
});
