import { join } from 'node:path';
import { describe, it } from 'vitest';
import { createServerDatabase, onServer } from '../testing/databases.ts';
import { killAtRandom } from '../testing/kill-at-random.ts';

const title = 'three processes that are killed while they import, publish and back up leave nothing half';

describe('a data folder', () => {
  it(title, () => killAtRandom(async (folder) => join(folder, 'data'), 3).then(() => {}), 180_000);
});

onServer('a server', () => {
  it(title, () => killAtRandom(createServerDatabase, 3).then(() => {}), 180_000);
});
