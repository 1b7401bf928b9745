import { loadKernelOverlay, PolygonsBuilder } from '@tuheng/geometry';
import { crsOf, defaultTolerance, type Layer } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import { changeOfLayers } from './change-of-layers.ts';

const overlay = await loadKernelOverlay(defaultTolerance.grid);

/** Boxes in zone 44, metres from a corner: west, south, width, height, class. */
function layer(code: string, boxes: readonly (readonly [number, number, number, number, string?])[]): Layer {
  const builder = new PolygonsBuilder();
  for (const [x, y, width, height] of boxes) {
    const [w, s] = [44_500_000 + x, 5_200_000 + y];
    builder.addRing([w, s, w, s + height, w + width, s + height, w + width, s]);
    builder.endPolygon();
    builder.endFeature();
  }
  return {
    code,
    sourceName: code,
    crs: crsOf(4532)!,
    polygons: builder.build(),
    columns: new Map([['GHFQDM', { kind: 'text', values: boxes.map(([, , , , zone]) => zone ?? null) }]]),
  };
}

describe('the change between two layers', () => {
  it('is ground that came in and went out, for a boundary', () => {
    const { change, measure } = changeOfLayers(
      layer('CZKFBJ', [[0, 0, 100, 100]]),
      layer('CZKFBJ', [[50, 0, 100, 100]]),
      overlay,
      defaultTolerance,
    );
    expect(measure.total(change.transferIn.polygons).planeArea).toBeCloseTo(5000, 6);
    expect(measure.total(change.transferOut.polygons).planeArea).toBeCloseTo(5000, 6);
    expect(measure.total(change.transferIn.polygons).area).toBeCloseTo(5000, 0);
  });

  it('is ground whose class differs, for zones', () => {
    const { change, measure } = changeOfLayers(
      layer('GHFQ', [[0, 0, 100, 100, '300']]),
      layer('GHFQ', [
        [0, 0, 40, 100, '300'],
        [40, 0, 60, 100, '410'],
      ]),
      overlay,
      defaultTolerance,
    );
    expect(measure.total(change.reclassified.polygons).planeArea).toBeCloseTo(6000, 6);
    expect(measure.total(change.transferIn.polygons).pieces).toBe(0);
  });

  it('is all that there is where one side is empty', () => {
    const { change, measure } = changeOfLayers(
      layer('CZKFBJ', []),
      layer('CZKFBJ', [[0, 0, 10, 10]]),
      overlay,
      defaultTolerance,
    );
    expect(measure.total(change.transferIn.polygons).planeArea).toBeCloseTo(100, 6);
    expect(change.transferOut.left).toHaveLength(0);
  });
});
