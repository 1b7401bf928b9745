import { ellipsoidArea } from '@tuheng/geometry';
import { crsOf } from '@tuheng/standard';
import { expect } from 'vitest';
import { box, layerOf, type Ring, type Row } from './plans.ts';

/*
 * Parcels of 100 × 100 m in a square, for tests that count parcel by parcel what a rule must say, without any overlay.
 */

export const SIDE = 5;
export const CELL = 100;
export const cells = [...Array(SIDE * SIDE).keys()];
export const columnOf = (cell: number): number => cell % SIDE;
export const rowOf = (cell: number): number => Math.floor(cell / SIDE);
export const boxOf = (cell: number): Ring => box(columnOf(cell) * CELL, rowOf(cell) * CELL, CELL, CELL);

/** Ellipsoid area of every parcel, m². */
export const cellAreas: readonly number[] = (() => {
  const { polygons } = layerOf(
    'DLTB',
    cells.map((cell) => ({ rings: [boxOf(cell)] })),
  );
  return cells.map((cell) => ellipsoidArea(polygons, cell, crsOf(4532)!));
})();

/** A row with attributes for each parcel that is in a layer. */
export function rowsOf(
  wanted: (cell: number) => Readonly<Record<string, string | number>> | undefined,
): Row[] {
  return cells.flatMap((cell) => {
    const attributes = wanted(cell);
    return attributes ? [{ rings: [boxOf(cell)], attributes }] : [];
  });
}

/** Area of the parcels that meet a condition, m². */
export const sum = (wanted: (cell: number) => boolean): number =>
  cells.reduce((total, cell) => total + (wanted(cell) ? cellAreas[cell]! : 0), 0);

/** Connected groups of parcels that share a side, each ascending. */
export function patchesOf(wanted: (cell: number) => boolean): number[][] {
  const seen = new Set<number>();
  const patches: number[][] = [];
  for (const start of cells) {
    if (!wanted(start) || seen.has(start)) continue;
    const patch: number[] = [];
    const open = [start];
    seen.add(start);
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      patch.push(cell);
      for (const next of besides(cell)) {
        if (!wanted(next) || seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
    patches.push(patch);
  }
  return patches;
}

/** Parcels that share a side with one. */
export function besides(cell: number): number[] {
  return cells.filter(
    (other) => Math.abs(columnOf(cell) - columnOf(other)) + Math.abs(rowOf(cell) - rowOf(other)) === 1,
  );
}

/** Parcels that share a side or a corner with one. */
export function around(cell: number): number[] {
  return cells.filter(
    (other) =>
      other !== cell &&
      Math.abs(columnOf(cell) - columnOf(other)) <= 1 &&
      Math.abs(rowOf(cell) - rowOf(other)) <= 1,
  );
}

/** Half a square metre: dissolved ground is rounded once, its parcels each. */
export function near(found: number | null | undefined, wanted: number): void {
  expect(Math.abs((found ?? Number.NaN) - wanted)).toBeLessThan(0.5);
}
