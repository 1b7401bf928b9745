import { expect, it } from 'vitest';
import { box, deliveredLayer, ring, type TestFeature } from '../testing/delivery.ts';
import { numbersOf, repaired } from '../testing/repaired.ts';

/** The ellipsoid area of `box(200 k, 0, 100)`, m²: as the repair of an area that is far off writes it. */
async function areaOf(k: number): Promise<number> {
  const { layer } = await repaired(
    deliveredLayer('HLFXKZX', [{ ring: box(200 * k, 0, 100), values: { MJ: 1 } }]),
  );
  return numbersOf(layer('HLFXKZX'), 'MJ')[0]!;
}

it('is near the plane area of a parcel at the central meridian', async () => {
  expect(Math.abs((await areaOf(0)) - 10_000)).toBeLessThan(0.1);
});

it('writes an area that is off, and leaves one within the tolerance to its last digit', async () => {
  const [first, second] = [await areaOf(0), await areaOf(1)];
  // 0.01 m² and 5e-5 m² for each of 400 m.
  const within = first + 0.02;
  const source = deliveredLayer('HLFXKZX', [
    { ring: box(0, 0, 100), values: { MJ: within } },
    { ring: box(200, 0, 100), values: { MJ: second + 0.05 } },
  ]);
  const { log, layer } = await repaired(source);
  expect(log.edits).toMatchObject([{ kind: 'area', row: 2, attribute: 'MJ', after: second }]);
  expect(numbersOf(layer('HLFXKZX'), 'MJ')).toEqual([within, second]);
});

it('takes the net area from a gross area that is right as it is', async () => {
  const gross = (await areaOf(0)) + 0.02;
  const values = { TBMJ: gross, KCXS: 0.1, KCMJ: 50, TBDLMJ: gross - 50 };
  const { layer, log } = await repaired(deliveredLayer('DLTB', [{ ring: box(0, 0, 100), values }]));
  const [kcmj, net] = [numbersOf(layer('DLTB'), 'KCMJ')[0]!, numbersOf(layer('DLTB'), 'TBDLMJ')[0]!];
  expect(numbersOf(layer('DLTB'), 'TBMJ')[0]).toBe(gross);
  expect(kcmj).toBeCloseTo(gross * 0.1, 2);
  expect(Math.abs(kcmj + net - gross)).toBeLessThan(0.011);
  expect(log.edits.map(({ attribute }) => attribute)).toEqual(['TBDLMJ', 'KCMJ']);
});

it('measures what the repair of the shape left', async () => {
  const tie: TestFeature = {
    ring: ring([0, 0], [100, 100], [100, 0], [0, 100]),
    values: { MJ: 0 },
  };
  const { layer } = await repaired(deliveredLayer('HLFXKZX', [tie]));
  expect(numbersOf(layer('HLFXKZX'), 'MJ')[0]).toBeCloseTo(5000, 0);
});

it('leaves empty areas, and does not guess at a share', async () => {
  const gross = await areaOf(0);
  const source = deliveredLayer('DLTB', [
    { ring: box(0, 0, 100), values: { TBMJ: null, KCXS: 0, KCMJ: 0, TBDLMJ: 7 } },
    { ring: box(200, 0, 100), values: { TBMJ: gross, KCXS: 12.5, KCMJ: 1250, TBDLMJ: 8750 } },
    { ring: box(400, 0, 100), values: { TBMJ: gross, KCXS: null, KCMJ: 1250, TBDLMJ: 8750 } },
  ]);
  const { layer, log } = await repaired(source);
  expect(numbersOf(layer('DLTB'), 'TBMJ')[0]).toBeNaN();
  expect(numbersOf(layer('DLTB'), 'KCMJ').slice(1)).toEqual([1250, 1250]);
  expect(log.refused.map(({ kind, row }) => [kind, row])).toEqual([
    ['area', 2],
    ['area', 3],
  ]);
});
