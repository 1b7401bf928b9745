import { expect, it } from 'vitest';
import { box, deliveredLayer, ring, type TestFeature } from '../testing/delivery.ts';
import { repaired, verticesOf } from '../testing/repaired.ts';

/**
 * Two parcels side by side, the left one with a point twice; the right one has a vertex in the middle of their border that the left one
 * lacks. A wedge lies on the right one, its point, written twice, 0.9 mm beside the border: where the left one took that vertex too, its border would move
 * by ½ · 150 m · 0.9 mm = 0.07 m².
 *
 * @param point metres east of the border
 */
function besideAWedge(point: number): TestFeature[] {
  return [
    { ring: ring([0, 0], [0, 200], [0, 200], [200, 200], [200, 0]) },
    { ring: ring([200, 0], [200, 50], [200, 200], [400, 200], [400, 0]) },
    { ring: ring([200 + point, 100], [200 + point, 100], [260, 110], [260, 90]) },
  ];
}

/** A block of 500 m around the parcels and beyond, with a road of no feature between: one gap as wide as everything. */
const aroundTheRoad: TestFeature = {
  polygons: [[box(-100, -100, 700), ring([-50, -50], [500, -50], [500, 500], [-50, 500])]],
};

it.each([
  ['overlap', 0.0009],
  ['gap', -0.0009],
])('takes back a vertex that would make a new %s, and no other repair', async (_, point) => {
  const source = deliveredLayer('GHFQ', besideAWedge(point));
  const { log, layer } = await repaired(source);
  expect(log.edits.map(({ kind, row }) => [kind, row])).toEqual([
    ['repeated-points', 1],
    ['repeated-points', 3],
  ]);
  expect(log.refused).toMatchObject([
    { kind: 't-junction', row: 1, reason: '修复会造成新的重叠、缝隙或自相交，已放弃。' },
  ]);
  const { polygons } = layer('GHFQ');
  expect(verticesOf(polygons, 0)).toEqual(box(0, 0, 200));
  expect(verticesOf(polygons, 1)).toEqual(verticesOf(source.polygons, 1));
});

it('does not excuse a new gap by an old one that winds around it', async () => {
  const { log } = await repaired(deliveredLayer('GHFQ', [...besideAWedge(-0.0009), aroundTheRoad]));
  expect(log.refused.map(({ kind, row }) => [kind, row])).toEqual([['t-junction', 1]]);
});

it('lets a vertex in that moves less than counts', async () => {
  const { log } = await repaired(deliveredLayer('GHFQ', besideAWedge(0.00005)));
  expect(log.edits.map(({ kind, row }) => [kind, row])).toContainEqual(['t-junction', 1]);
  expect(log.refused).toEqual([]);
  expect(log.areaMoved).toBeGreaterThan(0);
  expect(log.areaMoved).toBeLessThan(0.01);
});

it("lets a slit be closed: the ground behind it was no feature's before", async () => {
  const notched = ring([0, 0], [0, 100], [40, 100], [40, 60], [60, 60], [60, 100], [100, 100], [100, 0]);
  // 0.05 mm above the notch of 800 m².
  const lid = box(30, 100.00005, 40, 50);
  const { log } = await repaired(deliveredLayer('GHFQ', [{ ring: notched }, { ring: lid }]));
  expect(log.edits.map(({ kind, row }) => [kind, row])).toEqual([
    ['t-junction', 1],
    ['t-junction', 1],
    ['t-junction', 2],
    ['t-junction', 2],
  ]);
  expect(log.refused).toEqual([]);
});
