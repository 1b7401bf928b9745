import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareEdges } from '../edges/edge-layer.ts';
import { loadGeosOverlay } from '../geos-overlay.ts';
import type { Overlay } from '../overlay.ts';
import type { Polygons } from '../polygons.ts';
import { anyFeatures, bricks } from '../testing/layers.ts';
import { polygonsOf, type Ring, rectangle, ringsOf } from '../testing/shapes.ts';
import { needsRepair } from './needs-repair.ts';

let geos: Overlay;
beforeAll(async () => {
  geos = await loadGeosOverlay(0.0001);
});

const square = rectangle(0, 0, 9, 9);
const bowTie: Ring = [
  [0, 0],
  [4, 4],
  [4, 0],
  [0, 4],
];
const spike: Ring = [
  [0, 0],
  [4, 0],
  [4, 4],
  [4, 9],
  [4, 4],
  [0, 4],
];

const doubtful: readonly [string, Polygons][] = [
  ['a bow-tie', ringsOf(bowTie)],
  ['a spike', ringsOf(spike)],
  ['a ring that touches itself', ringsOf([...rectangle(0, 0, 2, 2), [0, 0], [-1, 0], [-1, -1]])],
  [
    'a line there and back',
    ringsOf([
      [0, 0],
      [1, 1],
      [2, 2],
      [1, 1],
    ]),
  ],
  [
    'one point',
    ringsOf([
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ]),
  ],
  ['a hole outside', polygonsOf([[[square, rectangle(20, 0, 1, 1)]]])],
  ['a hole in a hole', polygonsOf([[[square, rectangle(1, 1, 5, 5), rectangle(2, 2, 1, 1)]]])],
  ['a hole around its shell', polygonsOf([[[square, rectangle(-1, -1, 20, 20)]]])],
  ['a part in a part', polygonsOf([[[square], [rectangle(1, 1, 2, 2)]]])],
  ['a hole of another part', polygonsOf([[[square, rectangle(21, 1, 1, 1)], [rectangle(20, 0, 9, 9)]]])],
  ['a coordinate that is no number', ringsOf([...square, [Number.NaN, 3]])],
];

describe('needsRepair', () => {
  it.each(doubtful)('names %s', (_, layer) => {
    expect(needsRepair(prepareEdges(layer))).toEqual([0]);
  });

  it('leaves out sound features', () => {
    const layer = polygonsOf([
      [[square]],
      [[square, rectangle(1, 1, 2, 2), rectangle(5, 5, 2, 2)]],
      [[square, rectangle(1, 1, 5, 5)], [rectangle(2, 2, 1, 1)], [rectangle(20, 0, 1, 1)]],
      [],
      [[[...square, square[3]!]]],
    ]);
    expect(needsRepair(prepareEdges(layer))).toEqual([]);
  });

  it('names whatever GEOS finds invalid', () => {
    fc.assert(
      fc.property(anyFeatures, (layer) => {
        const named = new Set(needsRepair(prepareEdges(layer)));
        for (const { feature } of geos.repair(layer).repaired) expect(named).toContain(feature);
      }),
      { numRuns: 500 },
    );
  });

  it('names nothing of what is sound', () => {
    fc.assert(
      fc.property(bricks, (layer) => {
        expect(needsRepair(prepareEdges(layer))).toEqual([]);
      }),
    );
  });
});
