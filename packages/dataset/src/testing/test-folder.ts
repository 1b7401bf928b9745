import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect } from 'vitest';

/**
 * A fresh folder for each test of the calling file. The temporary folders of the code under test are led into a folder of
 * their own, and after each test that folder must be empty, whatever the test did.
 */
export function useTestFolder(): { readonly path: string; file(name: string): string } {
  const usual = process.env.TMPDIR;
  const folder = {
    path: '',
    file: (name: string) => join(folder.path, name),
  };
  beforeEach(async () => {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
    folder.path = await mkdtemp(join(tmpdir(), 'test-数据-'));
    process.env.TMPDIR = folder.file('temporary');
    await mkdir(process.env.TMPDIR);
  });
  afterEach(async () => {
    const left = await readdir(folder.file('temporary'));
    await rm(folder.path, { recursive: true });
    expect(left, 'temporary folders left behind').toEqual([]);
  });
  afterAll(() => {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
  });
  return folder;
}
