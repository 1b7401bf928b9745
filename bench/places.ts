import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Generated inputs, kept between runs and safe to delete. */
export const inputsFolder = join(root, 'out', 'bench', 'inputs');

/** Results, one JSON file a group. */
export const resultsFolder = join(root, 'bench', 'results');

/** Results of runs with options: other sizes, fewer runs, no peers. */
export const trialsFolder = join(root, 'out', 'bench', 'results');

/** Real polygons beside the repository; not part of it. */
export const realFolder = join(root, '..', 'shared', 'data', 'real-geometry');
