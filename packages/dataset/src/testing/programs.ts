import { spawnSync } from 'node:child_process';

const program = 'ogrinfo';

/** Whether GDAL's own programs are installed (Debian: gdal-bin); tests that need them as an oracle are skipped by name else. */
export const hasOgrinfo = spawnSync(program, ['--version']).status === 0;

/** What `ogrinfo` says of all layers and features. */
export function ogrinfo(...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr || stdout);
  return stdout;
}
