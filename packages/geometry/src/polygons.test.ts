import { describe, expect, it } from 'vitest';
import { concatPolygons, featureCount, PolygonsBuilder, selectFeatures, vertexCount } from './polygons.ts';
import { polygonsOf, rectangle } from './testing/shapes.ts';

describe('PolygonsBuilder', () => {
  it('closes open rings and leaves closed ones', () => {
    const open = rectangle(0, 0, 1, 1);
    expect(vertexCount(polygonsOf([[[open]], [[[...open, open[0]!]]]]))).toBe(10);
  });

  it('keeps empty features as rows', () => {
    const builder = new PolygonsBuilder();
    builder.endPolygon();
    expect(builder.endFeature()).toBe(0);
    builder.addRing([0, 0, 1, 0, 1, 1]);
    builder.endPolygon();
    expect(builder.endFeature()).toBe(1);
    expect([...builder.build().featureStart]).toEqual([0, 0, 1]);
  });
});

describe('selectFeatures and concatPolygons', () => {
  it('keep parts and holes with their feature', () => {
    const layer = polygonsOf([
      [[rectangle(0, 0, 1, 1)]],
      [[rectangle(0, 0, 9, 9), rectangle(1, 1, 2, 2)], [rectangle(20, 0, 1, 1)]],
    ]);
    const picked = selectFeatures(layer, [1, 0, 1]);
    expect(featureCount(picked)).toBe(3);
    expect([...picked.featureStart]).toEqual([0, 2, 3, 5]);
    expect(concatPolygons([picked, layer]).xy.length).toBe(picked.xy.length + layer.xy.length);
  });
});
