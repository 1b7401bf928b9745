import { describe, expect, it } from 'vitest';
import { featureCount } from '../../polygons.ts';
import { type Ring, rectangle, ringsOf } from '../../testing/shapes.ts';
import { Arcs } from './arcs.ts';
import { addFeature, arrange } from './arrange.ts';
import { Nodes } from './nodes.ts';
import { traceRegions } from './regions.ts';

/** Areas of the regions by how often they are covered: `[times, area, rings]`, the unbounded face left out. */
function regions(...rings: readonly Ring[]): number[][] {
  const layer = ringsOf(...rings);
  const nodes = new Nodes();
  const arcs = new Arcs();
  for (let f = 0; f < featureCount(layer); f++) addFeature(nodes, arcs, layer, f, 0, f);
  const { faces } = arrange(nodes, arcs);
  const found: number[][] = [];
  for (let times = 0; times <= rings.length; times++) {
    const chosen = Uint8Array.from({ length: faces.count }, (_, f) =>
      f > 0 && faces.cover[2 * f] === times ? 1 : 0,
    );
    for (const region of traceRegions(faces, chosen)) {
      found.push([times, Number(region.area.toFixed(9)), region.rings.length]);
    }
  }
  return found;
}

describe('arrange', () => {
  it('counts how often each face is covered', () => {
    expect(regions(rectangle(0, 0, 3, 3), rectangle(2, 2, 3, 3))).toEqual([
      [1, 8, 1],
      [1, 8, 1],
      [2, 1, 1],
    ]);
  });

  it('knows what lies within what, without a common vertex', () => {
    expect(
      regions(rectangle(0, 0, 9, 9), rectangle(1, 1, 7, 7), rectangle(2, 2, 1, 1), rectangle(5, 5, 1, 1)),
    ).toEqual([
      [1, 32, 2],
      [2, 47, 3],
      [3, 1, 1],
      [3, 1, 1],
    ]);
  });

  it('finds the nearest border to the west where several meet at the height of a vertex', () => {
    const fan: Ring = [
      [0, 0],
      [4, -3],
      [4, 3],
    ];
    expect(regions(rectangle(-9, -9, 18, 18), fan, rectangle(5, 0, 1, 1), rectangle(2, 0, 1, 1))).toEqual([
      [1, 311, 3],
      [2, 11, 2],
      [2, 1, 1],
      [3, 1, 1],
    ]);
  });

  it('joins what lies on each other in part, and drops what cancels', () => {
    expect(regions(rectangle(0, 0, 4, 1), rectangle(0, 1, 1, 1), rectangle(1, 1, 3, 1))).toEqual([[1, 8, 1]]);
  });

  it('keeps rings simple where a region touches itself', () => {
    const touching: Ring = [
      [0, 0],
      [6, 0],
      [6, 6],
      [3, 6],
      [4, 2],
      [2, 2],
      [3, 6],
      [0, 6],
    ];
    expect(regions(touching)).toEqual([
      [0, 4, 1],
      [1, 32, 2],
    ]);
  });

  it('knows whose edges a border is', () => {
    const layer = ringsOf(rectangle(0, 0, 2, 2), rectangle(0, 0, 2, 2), rectangle(0, 2, 1, 1));
    const nodes = new Nodes();
    const arcs = new Arcs();
    for (let f = 0; f < 3; f++) addFeature(nodes, arcs, layer, f, 0, f);
    const { faces, owners } = arrange(nodes, arcs);
    const all = Array.from({ length: faces.arcs.length }, (_, k) => owners(k).join());
    expect(new Set(all)).toEqual(new Set(['0,1', '0,1,2', '2']));
  });
});
