import { checkCoverage, mapCoordinates, type Polygons, planeArea } from '@tuheng/geometry';
import { crsOf, defaultTolerance } from '@tuheng/standard';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, ring } from '../testing/delivery.ts';
import { repaired } from '../testing/repaired.ts';

function isValid(polygons: Polygons): boolean {
  const { selfIntersections, selfTouches, spikes } = checkCoverage(polygons);
  return (
    selfIntersections.length === 0 &&
    selfTouches.every(({ rings: [a, b] }) => a !== b) &&
    spikes.every(({ angle }) => angle > 0)
  );
}

const kinds = ({ edits }: { readonly edits: readonly { readonly kind: string; readonly row: number }[] }) =>
  edits.map(({ kind, row }) => [kind, row]);

describe('the even-odd rule', () => {
  it('moves no ground: what a bow-tie covered by that rule it covers still', async () => {
    const tie = ring([0, 0], [100, 100], [100, 0], [0, 100]);
    const { log, layer } = await repaired(deliveredLayer('HLFXKZX', [{ ring: tie }]));
    expect(kinds(log)).toEqual([['even-odd', 1]]);
    expect(log.areaMoved).toBe(0);
    expect(planeArea(layer('HLFXKZX').polygons, 0)).toBeCloseTo(5000, 3);
  });

  it('leaves a boundary that crosses itself beyond reading to a person, at once', async () => {
    const points = Array.from(
      { length: 400 },
      (_, k) => [(k * 7919) % 1009, (k * k * 104_729) % 1013] as const,
    );
    const source = deliveredLayer('HLFXKZX', [{ ring: ring(...points) }, { ring: box(5000, 0, 100) }]);
    const { log, layer } = await repaired(source);
    expect(log.edits).toEqual([]);
    expect(log.refused).toMatchObject([{ kind: 'even-odd', row: 1 }]);
    expect(layer('HLFXKZX').polygons).toBe(source.polygons);
  });

  it('mends degrees, with new vertices on the grid of 1e-9°', async () => {
    const degrees = [
      [132, 47],
      [132.001, 47.0013],
      [132.0011, 47],
      [132, 47.001],
      [132, 47],
    ].flat();
    const { log, layer } = await repaired(
      deliveredLayer('HLFXKZX', [{ ring: degrees }], {
        declared: { kind: 'known', crs: crsOf(4490)!, vertical: null },
      }),
    );
    expect(kinds(log)).toEqual([['even-odd', 1]]);
    const { polygons } = layer('HLFXKZX');
    expect(isValid(polygons)).toBe(true);
    for (const value of polygons.xy) expect(value).toBe(Math.round(value * 1e9) / 1e9);
    for (const value of degrees) expect(polygons.xy).toContain(value);
  });

  it('leaves shapes that stay valid when they are stored on a grid of 0.1 mm', async () => {
    // Scribbles of 2 mm: nearly all of their crossings lie within a step or two of a vertex.
    const step = defaultTolerance.grid;
    const points = fc.uniqueArray(fc.tuple(fc.nat(20), fc.nat(20)), {
      minLength: 4,
      maxLength: 9,
      selector: ([x, y]) => 21 * x + y,
    });
    let [mended, tooFine] = [0, 0];
    await fc.assert(
      fc.asyncProperty(points, async (list) => {
        const shape = ring(
          ...list.map(([x, y]) => [x * step, y * step] as const),
          // So that the feature is of some size whatever becomes of its corner.
          [100, -50],
          [100, 50],
        ).map((value) => Math.round(value * 1e4) / 1e4);
        const { log, layer } = await repaired(deliveredLayer('HLFXKZX', [{ ring: shape }]));
        const { polygons } = layer('HLFXKZX');
        const refused = log.refused.some(({ kind }) => kind === 'even-odd');
        if (refused) tooFine++;
        if (refused || !log.edits.some(({ kind }) => kind === 'even-odd')) return;
        mended++;
        const stored = mapCoordinates(polygons, (x, y, out) => {
          out[0] = Math.round(x * 1e4) / 1e4;
          out[1] = Math.round(y * 1e4) / 1e4;
        });
        expect(stored.xy).toEqual(polygons.xy);
        expect(isValid(stored)).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(tooFine).toBeLessThan(0.1 * mended);
  });
});
