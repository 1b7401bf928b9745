import { describe, expect, it } from 'vitest';
import { prepareEdges } from '../edges/edge-layer.ts';
import { lengthMeasure, planeAreaMeasure } from '../fragments/fragment-measure.ts';
import { polygonsOf, rectangle, ringsOf } from '../testing/shapes.ts';
import { holeContents, holesOf, patchFigures } from './patch-figures.ts';

const patches = polygonsOf([
  [[rectangle(0, 0, 10, 10), rectangle(1, 1, 2, 2), rectangle(5, 5, 2, 3)]],
  [[rectangle(20, 0, 2, 3)]],
]);

describe('patchFigures', () => {
  it('gives areas, perimeters, holes and indices', () => {
    const figures = patchFigures(patches, [planeAreaMeasure, lengthMeasure]);
    expect([...figures.area]).toEqual([90, 6]);
    expect([...figures.perimeter]).toEqual([58, 10]);
    expect([...figures.holes]).toEqual([2, 0]);
    expect(figures.measured.map((column) => [...column])).toEqual([
      [90, 6],
      [58, 10],
    ]);
    expect([figures.totalArea, figures.meanArea, figures.largestPatchIndex]).toEqual([96, 48, 90 / 96]);
  });

  it('is zero without patches', () => {
    const { meanArea, largestPatchIndex } = patchFigures(ringsOf());
    expect([meanArea, largestPatchIndex]).toEqual([0, 0]);
  });
});

describe('holeContents', () => {
  it('measures what lies in each hole', () => {
    const holes = holesOf(patches);
    expect([...holes.patch]).toEqual([0, 0]);
    const content = prepareEdges(
      ringsOf(rectangle(0, 0, 2, 10), rectangle(5, 5, 2, 3), rectangle(20, 0, 1, 1)),
    );
    const table = holeContents(prepareEdges(holes.polygons), content, [planeAreaMeasure]);
    expect([...table.left.keys()].map((k) => [table.left[k], table.right[k], table.values[0]![k]])).toEqual([
      [0, 0, 2],
      [1, 1, 6],
    ]);
  });
});
