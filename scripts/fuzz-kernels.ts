/**
 * Fuzzes the overlay kernel against GEOS for a given time (`npm run fuzz -- SECONDS [SEED]`, 60 seconds by default), and shrinks what it finds
 * to the smallest layers that still differ. Exit code 1 where it found something.
 */
import fc from 'fast-check';
import { Geos } from '../packages/geometry/src/geos.ts';
import { compareWithGeos } from '../packages/geometry/src/testing/against-geos.ts';
import { gridLayer, rewritten, unionOfPieces } from '../packages/geometry/src/testing/grid-polygons.ts';

const seconds = Number(process.argv[2] ?? 60);
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31));
const geos = await Geos.load();
console.log(`seed ${seed}, ${seconds} s`);

const result = fc.check(
  fc.property(gridLayer, gridLayer, fc.nat(), (one, two, writing) => {
    const a = unionOfPieces(geos, one);
    const b = unionOfPieces(geos, two);
    const difference = compareWithGeos(geos, rewritten(a, writing), rewritten(b, writing + 1), a, b);
    if (difference !== undefined) throw new Error(difference);
  }),
  { seed, numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: seconds * 1000 },
);
console.log(`${result.numRuns} pairs of layers`);
if (result.counterexample) {
  console.log(fc.defaultReportMessage(result));
  process.exitCode = 1;
}
