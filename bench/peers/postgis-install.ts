import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { note } from '../note.ts';

/** Folder of the programs of a PostgreSQL that has PostGIS, or why there is none. */
export type Installation = { readonly bin: string } | { readonly skipped: string };

const PACKAGES = ['postgresql-15', 'postgresql-15-postgis-3'];
const LEAST_MAJOR = 15;

/** Finds PostgreSQL with PostGIS, and installs it from Debian where that is allowed (root on Debian). */
export function findPostgis(): Installation {
  const found = installed();
  if (found) return { bin: found };
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    return {
      skipped: `${PACKAGES.join(' and ')} are missing, and only root on Debian can install them here`,
    };
  }
  note(`installing ${PACKAGES.join(', ')}`);
  // At run level 1 the packages do not start a server of their own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES],
  ]) {
    const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) return { skipped: `apt-get ${args[0]} failed for ${PACKAGES.join(', ')}` };
  }
  const bin = installed();
  return bin ? { bin } : { skipped: `${PACKAGES.join(', ')} were installed but not found` };
}

/** The lowest version that will do: 15 is the one the figures are stated against. */
function installed(): string | undefined {
  const debian = '/usr/lib/postgresql';
  if (existsSync(debian)) {
    const majors = readdirSync(debian)
      .map(Number)
      .sort((a, b) => a - b);
    for (const major of majors.filter((n) => n >= LEAST_MAJOR)) {
      const bin = join(debian, String(major), 'bin');
      const control = `/usr/share/postgresql/${major}/extension/postgis.control`;
      if (existsSync(join(bin, 'initdb')) && existsSync(control)) return bin;
    }
  }
  const ask = (what: string): string =>
    spawnSync('pg_config', [what], { encoding: 'utf8' }).stdout?.trim() ?? '';
  const bin = ask('--bindir');
  const complete =
    existsSync(join(bin, 'initdb')) && existsSync(join(ask('--sharedir'), 'extension/postgis.control'));
  return bin && complete ? bin : undefined;
}
