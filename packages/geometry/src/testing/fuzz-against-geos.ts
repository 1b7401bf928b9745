import fc from 'fast-check';
import { expect } from 'vitest';
import type { Geos } from '../geos.ts';
import { compareWithGeos } from './against-geos.ts';
import { gridLayer, rewritten, unionOfPieces } from './grid-polygons.ts';

/** Compares the kernel's overlay with GEOS's on pairs of layers on small integer grids, where nearly everything coincides. */
export function fuzzAgainstGeos(
  geos: Geos,
  { seed, pairs }: { readonly seed: number; readonly pairs: number },
): void {
  fc.assert(
    fc.property(gridLayer, gridLayer, fc.nat(), (one, two, writing) => {
      const a = unionOfPieces(geos, one);
      const b = unionOfPieces(geos, two);
      // GEOS gets the plain shapes, since it does not take spikes; the kernel gets them as badly written as can be.
      expect(compareWithGeos(geos, rewritten(a, writing), rewritten(b, writing + 1), a, b)).toBeUndefined();
    }),
    { seed, numRuns: pairs },
  );
}
