import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TileDisk } from './tile-disk.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuheng-tiles-'));
});
afterAll(() => rm(folder, { recursive: true }));

const address = { z: 3, x: 1, y: 2 };

it('keeps tiles, also those that are known to be empty, and whole ones only', async () => {
  const disk = new TileDisk(join(folder, 'a'), 1000);
  expect(await disk.read('set', address)).toBeUndefined();
  await Promise.all([
    disk.write('set', address, Buffer.from('tile')),
    disk.write('set', address, Buffer.from('tile')),
  ]);
  expect((await disk.read('set', address))?.toString()).toBe('tile');
  await disk.write('none', address, Buffer.alloc(0));
  expect((await disk.read('none', address))?.length).toBe(0);
  expect(await readdir(join(folder, 'a', 'set', '3', '1'))).toEqual(['2.mvt.gz']);
});

it('takes away the sets that were used longest ago', async () => {
  const disk = new TileDisk(join(folder, 'b'), 25);
  for (const [age, set] of ['new', 'older', 'oldest'].entries()) {
    await disk.write(set, address, Buffer.alloc(10));
    const at = new Date(Date.now() - age * 86_400_000);
    await utimes(join(folder, 'b', set, '3', '1', '2.mvt.gz'), at, at);
  }
  expect(disk.bytes).toBeUndefined();
  await disk.trim();
  expect((await readdir(join(folder, 'b'))).sort()).toEqual(['new', 'older']);
  expect(disk.bytes).toBe(20);
  // What was taken away can be written again.
  await disk.write('oldest', address, Buffer.alloc(10));
  expect((await disk.read('oldest', address))?.length).toBe(10);
  expect(disk.bytes).toBe(30);
});
