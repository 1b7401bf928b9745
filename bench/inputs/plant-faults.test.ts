import { loadGeosOverlay, planeArea, vertexCount } from '@tuheng/geometry';
import { expect, it } from 'vitest';
import { generateCoverage } from './coverage-generator.ts';
import { plantFaults } from './plant-faults.ts';

it('plants exactly the gaps, overlaps and junctions asked for', async () => {
  const clean = generateCoverage({ seed: 5, columns: 20, rows: 20, pitch: 200, vertices: 30, shift: 0 });
  const layer = plantFaults(clean, 20, 1, { gaps: 5, overlaps: 4, junctions: 3 });
  expect(vertexCount(layer)).toBe(vertexCount(clean) + 3);

  const overlay = await loadGeosOverlay(0.0001);
  expect(overlay.repair(layer).repaired).toEqual([]);
  const { polygons, left, right } = overlay.intersect(layer, layer);
  const overlaps = [...left.keys()].filter((k) => left[k]! < right[k]! && planeArea(polygons, k) > 1);
  expect(overlaps).toHaveLength(4);
  const whole = overlay.dissolve(layer);
  expect(whole.featureStart.length - 1).toBe(1);
  expect(whole.ringStart.length - 2).toBe(5);
});
