import { featureCount, loadGeosOverlay, matchIdentical, type Polygons, planeArea } from '@tuheng/geometry';
import { expect, it } from 'vitest';
import { generateCoverage } from './coverage-generator.ts';
import { editParcels } from './edit-parcels.ts';

const polygons = generateCoverage({ seed: 2, columns: 40, rows: 30, pitch: 200, vertices: 20, shift: 0 });
const codes = Array.from({ length: 1200 }, (_, f) => `0${1 + (f % 5)}`);

function totalArea(layer: Polygons): number {
  let sum = 0;
  for (let f = 0; f < featureCount(layer); f++) sum += planeArea(layer, f);
  return sum;
}

it('edits about the share asked for and leaves the rest alone', async () => {
  const edited = await editParcels({ polygons, codes }, 0.01, 9);
  expect(edited.codes).toHaveLength(featureCount(edited.polygons));
  // Of twelve edits four split one parcel, four merge two, four move a vertex of two or more.
  expect(featureCount(edited.polygons)).toBe(1200 + 4 - 4);
  const lost = matchIdentical(polygons, edited.polygons, 0.0001).filter((g) => g < 0).length;
  expect(lost).toBeGreaterThanOrEqual(4 + 8 + 4);
  expect(lost).toBeLessThanOrEqual(4 + 8 + 4 * 4);
  expect((await loadGeosOverlay(0.0001)).repair(edited.polygons).repaired).toEqual([]);
  expect(Math.abs(totalArea(edited.polygons) - totalArea(polygons))).toBeLessThan(1000);
});

it('is deterministic', async () => {
  const [one, two] = [
    await editParcels({ polygons, codes }, 0.01, 9),
    await editParcels({ polygons, codes }, 0.01, 9),
  ];
  expect(one).toEqual(two);
});
