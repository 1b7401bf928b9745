import { it } from 'vitest';
import { Geos } from '../geos.ts';
import { fuzzAgainstGeos } from '../testing/fuzz-against-geos.ts';

/** Half a minute of work, of which a busy machine makes several. */
const TIMEOUT = 600_000;

const geos = await Geos.load();
const seed = Math.floor(Math.random() * 2 ** 31);

it(`agrees with GEOS on 20,000 degenerate pairs of layers (seed ${seed})`, { timeout: TIMEOUT }, () => {
  fuzzAgainstGeos(geos, { seed, pairs: 20_000 });
});
