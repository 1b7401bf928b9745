import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findPostgres } from '@tuheng/store/testing/postgres-programs.ts';
import { note } from '../note.ts';

/** Folder of the programs of a PostgreSQL that has PostGIS, or why there is none. */
export type Installation = { readonly bin: string } | { readonly skipped: string };

const PACKAGES = ['postgresql-15', 'postgresql-15-postgis-3'];

/** Finds PostgreSQL with PostGIS, and installs it from Debian where that is allowed (root on Debian). */
export function findPostgis(): Installation {
  const found = findPostgres('postgis');
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
  const bin = findPostgres('postgis');
  return bin ? { bin } : { skipped: `${PACKAGES.join(', ')} were installed but not found` };
}
