import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createServerDatabase, onServer } from '../testing/databases.ts';
import { killAtRandom } from '../testing/kill-at-random.ts';

const KILLS = 50;
const MINUTES = 60_000;
const title = `${KILLS} processes that are killed while they import, publish and back up leave nothing half`;

/** Every kind of work was interrupted: else the test has shown nothing of it. */
async function killed(newPlace: (folder: string) => Promise<string>): Promise<void> {
  const interrupted = await killAtRandom(newPlace, KILLS);
  for (const work of ['import', 'publish', 'backup']) expect(interrupted, work).toHaveProperty(work);
}

describe('a data folder', () => {
  it(title, () => killed(async (folder) => join(folder, 'data')), 30 * MINUTES);
});

onServer('a server', () => {
  it(title, () => killed(createServerDatabase), 30 * MINUTES);
});
