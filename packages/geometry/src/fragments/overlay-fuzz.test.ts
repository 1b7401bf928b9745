import fc from 'fast-check';
import { expect, it } from 'vitest';
import { prepareEdges } from '../edges/edge-layer.ts';
import { Geos } from '../geos.ts';
import { mapCoordinates, type Polygons } from '../polygons.ts';
import { planeArea } from '../ring.ts';
import { compareWithGeos } from '../testing/against-geos.ts';
import { fuzzAgainstGeos } from '../testing/fuzz-against-geos.ts';
import { gridLayer, unionOfPieces } from '../testing/grid-polygons.ts';
import { lattice } from '../testing/lattice.ts';
import { planeAreaMeasure } from './fragment-measure.ts';
import { overlayTable } from './overlay-table.ts';

const geos = await Geos.load();
const seed = Math.floor(Math.random() * 2 ** 31);

it(`agrees with GEOS on 4,000 degenerate pairs of layers (seed ${seed})`, () => {
  fuzzAgainstGeos(geos, { seed, pairs: 4000 });
});

it(`agrees with GEOS far from the origin, where nothing is exact (seed ${seed})`, () => {
  const scale = fc.record({
    x: fc.double({ min: 0.5, max: 99, noNaN: true }),
    y: fc.double({ min: 0.5, max: 99, noNaN: true }),
  });
  fc.assert(
    fc.property(gridLayer, gridLayer, scale, (one, two, by) => {
      const moved = (p: Polygons, dx: number, dy: number, sx: number, sy: number) =>
        mapCoordinates(p, (x, y, out) => {
          out[0] = dx + Math.round(x * sx * 1e4) / 1e4;
          out[1] = dy + Math.round(y * sy * 1e4) / 1e4;
        });
      const [a, b] = [one, two].map((layer) =>
        moved(unionOfPieces(geos, layer), 44_500_000, 5_236_000, by.x, by.y),
      ) as [Polygons, Polygons];
      // GEOS snaps at 1e-12 of the coordinates and loses slivers out there: it gets the same shapes moved home, which is exact.
      const home = (p: Polygons) =>
        mapCoordinates(p, (x, y, out) => {
          out[0] = x - 44_500_000;
          out[1] = y - 5_236_000;
        });
      expect(compareWithGeos(geos, a, b, home(a), home(b))).toBeUndefined();
    }),
    { seed, numRuns: 2_000 },
  );
});

it('conserves: the pieces of a feature add up to it', () => {
  const a = lattice(30, 20, 100, 44_500_000, 5_236_000, 3);
  const whole = lattice(12, 9, 400, 44_499_000, 5_235_000, 4);
  const { left, values } = overlayTable(prepareEdges(a), prepareEdges(whole), {
    measures: [planeAreaMeasure],
  });
  const sums = new Float64Array(600);
  for (const [k, f] of left.entries()) sums[f]! += values[0]![k]!;
  for (let f = 0; f < 600; f++) expect(Math.abs(sums[f]! - planeArea(a, f))).toBeLessThan(1e-6);
});
