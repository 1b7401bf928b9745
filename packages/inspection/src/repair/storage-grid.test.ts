import { type Polygons, PolygonsBuilder } from '@tuheng/geometry';
import { crsOf } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import { newVerticesOnGrid, storageGrid } from './storage-grid.ts';

function polygonsOf(...ring: readonly number[]): Polygons {
  const builder = new PolygonsBuilder();
  builder.addRing(ring);
  builder.endPolygon();
  builder.endFeature();
  return builder.build();
}

const STEPS = storageGrid(crsOf(4532)!);

it('is 0.1 mm in the plane and 1e-9° in degrees', () => {
  expect(STEPS).toBe(1e4);
  expect(storageGrid(crsOf(4490)!)).toBe(1e9);
});

describe('newVerticesOnGrid', () => {
  it('rounds only what was not there before', () => {
    const old = polygonsOf(0.123_456_7, 0, 10, 10, 20, 0, 0.123_456_7, 0);
    const made = polygonsOf(0.123_456_7, 0, 5.000_07, 5.000_04, 20, 0, 0.123_456_7, 0);
    expect([...newVerticesOnGrid(made, old, STEPS).xy]).toEqual([
      0.123_456_7, 0, 5.0001, 5, 20, 0, 0.123_456_7, 0,
    ]);
    expect(made.xy[2]).toBe(5.000_07);
  });

  it('keeps two old vertices apart that lie in one cell', () => {
    const old = polygonsOf(0, 0, 10.000_01, 10, 10.000_02, 10, 20, 0, 0, 0);
    expect(newVerticesOnGrid(old, old, STEPS)).toBe(old);
  });

  it('rounds to an old vertex of the same cell, with which it would be stored as one', () => {
    const old = polygonsOf(0, 0, 10.000_02, 10.000_01, 20, 0, 0, 0);
    const made = polygonsOf(0, 0, 9.999_96, 10.000_04, 20, 0, 0, 0);
    expect([...newVerticesOnGrid(made, old, STEPS).xy]).toEqual([...old.xy]);
  });

  it('gives the polygons themselves where there is nothing to round', () => {
    const old = polygonsOf(0.123_456_7, 0, 10, 10, 20, 0, 0.123_456_7, 0);
    const made = polygonsOf(0.123_456_7, 0, 5.0001, 5, 20, 0, 0.123_456_7, 0);
    expect(newVerticesOnGrid(made, old, STEPS)).toBe(made);
  });
});
