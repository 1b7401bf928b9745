import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const LEAST_MAJOR = 15;

/**
 * Folder of the programs of a PostgreSQL ≥ 15, the lowest version that will do, or undefined.
 *
 * @param extension one that it must have
 */
export function findPostgres(extension?: string): string | undefined {
  const has = (bin: string, share: string): boolean =>
    existsSync(join(bin, 'initdb')) &&
    (extension === undefined || existsSync(join(share, 'extension', `${extension}.control`)));
  const debian = '/usr/lib/postgresql';
  if (existsSync(debian)) {
    const majors = readdirSync(debian)
      .map(Number)
      .sort((a, b) => a - b);
    for (const major of majors.filter((n) => n >= LEAST_MAJOR)) {
      const bin = join(debian, String(major), 'bin');
      if (has(bin, `/usr/share/postgresql/${major}`)) return bin;
    }
  }
  const ask = (what: string): string =>
    spawnSync('pg_config', [what], { encoding: 'utf8' }).stdout?.trim() ?? '';
  const bin = ask('--bindir');
  return bin !== '' && has(bin, ask('--sharedir')) ? bin : undefined;
}
