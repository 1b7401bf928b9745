import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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

/** Generates a county where it is not there yet. Another generator makes another county: the folder is named after its source, and older ones go. */
export function ensureCounty(asked: number): County {
  const parcels = Math.max(LEAST_PARCELS, Math.round(asked));
  const folder = join('out', 'bench', `county-${parcels}-${generatorDigest()}`);
  if (!existsSync(join(root, folder, 'targets.json'))) {
    removeOthers(parcels, folder);
    const args = ['demo', '--generate', folder, '--parcels', String(parcels)];
    const made = spawnSync(join(root, 'bin', 'tuheng'), args, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (made.status !== 0) throw new Error('the county could not be generated');
  }
  return { parcels, folder };
}

/** Digest of the generator's source, short. */
function generatorDigest(): string {
  const source = join(root, 'packages', 'demonstration', 'src');
  const digest = createHash('sha256');
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/(?<!\.test)\.ts$/.test(file)) digest.update(file).update(readFileSync(join(source, file)));
  }
  return digest.digest('hex').slice(0, 12);
}

function removeOthers(parcels: number, folder: string): void {
  const inputs = join(root, 'out', 'bench');
  if (!existsSync(inputs)) return;
  for (const name of readdirSync(inputs)) {
    if (!new RegExp(`^county-${parcels}(-|$)`).test(name) || join('out', 'bench', name) === folder) continue;
    rmSync(join(inputs, name), { recursive: true });
  }
}
