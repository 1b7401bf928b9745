import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../places.ts';

/** The command's least. */
const LEAST_PARCELS = 2000;

/** The two databases and the base data of a generated county of about so many parcels. */
export interface County {
  readonly parcels: number;
  /** Relative to the project. */
  readonly folder: string;
}

/** Generates a county where it is not there yet. */
export function ensureCounty(asked: number): County {
  const parcels = Math.max(LEAST_PARCELS, Math.round(asked));
  const folder = join('out', 'bench', `county-${parcels}`);
  if (!existsSync(join(root, folder, 'targets.json'))) {
    const args = ['demo', '--generate', folder, '--parcels', String(parcels)];
    const made = spawnSync(join(root, 'bin', 'tuheng'), args, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (made.status !== 0) throw new Error('the county could not be generated');
  }
  return { parcels, folder };
}
