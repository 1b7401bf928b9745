import { featureCount, loadGeosOverlay, planeArea, vertexCount } from '@tuheng/geometry';
import { describe, expect, it } from 'vitest';
import { generateCoverage } from './coverage-generator.ts';

const options = { seed: 3, columns: 30, rows: 20, pitch: 200, vertices: 30, shift: 0 };
const layer = generateCoverage(options);

describe('generateCoverage', () => {
  it('has the parcels, the vertices and the area that were asked for', () => {
    const n = featureCount(layer);
    expect(n).toBe(600);
    const mean = vertexCount(layer) / n - 1;
    expect(mean).toBeGreaterThan(28.5);
    expect(mean).toBeLessThan(31.5);
    let area = 0;
    for (let f = 0; f < n; f++) area += planeArea(layer, f);
    expect(area / n / 40_000).toBeCloseTo(1, 1);
  });

  it('is valid and covers without gap or overlap', async () => {
    const overlay = await loadGeosOverlay(0.0001);
    expect(overlay.repair(layer).repaired).toEqual([]);
    const whole = overlay.dissolve(layer);
    expect(featureCount(whole)).toBe(1);
    expect(whole.ringStart.length - 1).toBe(1);
    let sum = 0;
    for (let f = 0; f < featureCount(layer); f++) sum += planeArea(layer, f);
    expect(Math.abs(sum - planeArea(whole, 0))).toBeLessThan(1e-3);
  });

  it('shares every inner edge, in opposite directions, vertex by vertex', () => {
    const edges = new Map<string, number>();
    for (let f = 0; f < featureCount(layer); f++) {
      for (let v = layer.ringStart[f]!; v < layer.ringStart[f + 1]! - 1; v++) {
        const [x, y, u, w] = layer.xy.subarray(2 * v, 2 * v + 4);
        const edge = `${x},${y},${u},${w}`;
        expect(edges.has(edge)).toBe(false);
        edges.set(edge, f);
      }
    }
    const alone = [...edges.keys()].filter((edge) => {
      const [x, y, u, w] = edge.split(',');
      return !edges.has(`${u},${w},${x},${y}`);
    });
    // Only the border of the whole: 2 · (30 + 20) borders of about 7.5 segments.
    expect(alone.length).toBeGreaterThan(600);
    expect(alone.length).toBeLessThan(900);
  });

  it('is the same for the same seed and another for another', () => {
    expect(generateCoverage(options)).toEqual(layer);
    expect(generateCoverage({ ...options, seed: 4 }).xy).not.toEqual(layer.xy);
  });
});
